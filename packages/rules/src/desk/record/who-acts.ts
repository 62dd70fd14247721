import type { OutcomeOfPolicy } from "../../language/policy.js";
import type { RecordHandover } from "../../policies/record-handover/policy.js";

type Outcome = OutcomeOfPolicy<RecordHandover>;

/** Who prepares the record, as the policy decides. */
export type RecordResponsible = Outcome["responsible"];

/** Somebody who takes a step. `patient` stands for whoever asked, `nobody` for a step that is none. */
export type StepDoer =
  "desk" | "patient" | "management" | "nobody" | Exclude<RecordResponsible, "unregulated">;

/**
 * Who takes each step: our interpretation. The procedure names the practitioner and the secretariat lead for the
 * documents, and the patient for the way they travel; that papers are taken in and scanned at the desk, and that
 * breaches and open responsibilities go to the management, is how we read it.
 */
const doers: Readonly<Record<Outcome["nextStep"], StepDoer | "responsible">> = {
  "report-breach": "management",
  "obtain-written-request": "desk",
  "scan-request-and-identity": "desk",
  "decide-who-is-responsible": "management",
  "choose-permitted-delivery": "patient",
  "gather-documents": "responsible",
  "hand-over": "responsible",
  "file-evidence": "desk",
  closed: "nobody",
};

/** Who takes a step; `undefined` while it is not known who is responsible. */
export function whoActs(
  step: Outcome["nextStep"],
  responsible: RecordResponsible | undefined,
): StepDoer | undefined {
  const doer = doers[step];
  if (doer !== "responsible") return doer;
  return responsible === "unregulated" ? "management" : responsible;
}

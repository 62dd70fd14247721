import type { Decision } from "../../engine/decision.js";
import type { Holder } from "../../language/fact.js";
import type { OutcomeOfPolicy } from "../../language/policy.js";
import type { RecordHandover } from "../../policies/record-handover/policy.js";
import { answersOf, holdsElement, possibleElements } from "../possible-answers.js";

export type HandoverEvidence = OutcomeOfPolicy<RecordHandover>["requiredEvidence"][number];

/** A paper about the hand-over that may have to be filed in the record. */
export interface ChecklistEvidence {
  readonly evidence: HandoverEvidence;
  readonly state: "filed" | "missing" | "not-required" | "unknown";
  /** Who can tell about it. */
  readonly holder: Holder;
}

type Facts = RecordHandover["facts"];

/** The fact that tells, last of all, that a paper is filed. */
const toldBy: Readonly<Record<HandoverEvidence, (facts: Facts) => { readonly holder: Holder }>> = {
  "written-request": ({ request }) => request.scanned,
  "identity-card": ({ request }) => request.identityCardScanned,
  "proof-of-authority": ({ request }) => request.authorityProofScanned,
  "signed-receipt": ({ delivery }) => delivery.receiptScanned,
  "identity-card-with-receipt": ({ delivery }) => delivery.identityCardScanned,
  "acknowledgement-of-receipt": ({ delivery }) => delivery.acknowledgementScanned,
};

/** Every paper the policy knows, once, in its order. */
export function evidenceChecklist(
  policy: RecordHandover,
  decision: Decision<RecordHandover>,
): readonly ChecklistEvidence[] {
  const { outcome, open } = answersOf(decision);
  const required = possibleElements(outcome.requiredEvidence, open.requiredEvidence);
  const missing = possibleElements(outcome.missingEvidence, open.missingEvidence);
  const stateOf = (evidence: HandoverEvidence): ChecklistEvidence["state"] => {
    const isRequired = holdsElement(required, evidence);
    if (isRequired === false) return "not-required";
    const isMissing = holdsElement(missing, evidence);
    if (isRequired === null || isMissing === null) return "unknown";
    return isMissing ? "missing" : "filed";
  };
  return policy.decisions.requiredEvidence.values.map((evidence) => ({
    evidence,
    state: stateOf(evidence),
    holder: toldBy[evidence](policy.facts).holder,
  }));
}

import type { Decision } from "../../engine/decision.js";
import type { Holder } from "../../language/fact.js";
import type { FactsOf, OutcomeOfPolicy } from "../../language/policy.js";
import type { RecordHandover } from "../../policies/record-handover/policy.js";
import { answersOf, holdsElement, possibleElements } from "../possible-answers.js";
import type { RecordResponsible } from "./who-acts.js";

export type RecordDocument = OutcomeOfPolicy<RecordHandover>["requiredDocuments"][number];

interface DocumentLine {
  readonly document: RecordDocument;
  /** Whether the list asks for it; `null` while unknown. A document that is held goes with the record either way. */
  readonly required: boolean | null;
  /** Who has it, or can tell about it. */
  readonly holder: Holder;
}

/**
 * A document of the checklist. Only a `held` one is handed over; a `withheld` one is held and stays; one that was
 * `never-made` for this patient cannot be missing.
 */
export type ChecklistDocument =
  | (DocumentLine & { readonly state: "held" | "withheld" | "never-made" | "unknown" })
  | (DocumentLine & {
      readonly state: "missing";
      /** Who gathers it; `null` while unknown. */
      readonly gatheredBy: RecordResponsible | null;
    });

/** Every document that is or may be required, or is held, once, in the order of the policy. */
export function documentChecklist(
  policy: RecordHandover,
  facts: FactsOf<RecordHandover>,
  decision: Decision<RecordHandover>,
): readonly ChecklistDocument[] {
  const { outcome, open } = answersOf(decision);
  const required = possibleElements(outcome.requiredDocuments, open.requiredDocuments);
  const missing = possibleElements(outcome.missingDocuments, open.missingDocuments);
  const withheld = possibleElements(outcome.withheldDocuments, open.withheldDocuments);
  const { heldDocuments: held = [], neverMadeDocuments: neverMade = [] } = facts.record ?? {};
  const stateOf = (document: RecordDocument): ChecklistDocument["state"] => {
    const stays = holdsElement(withheld, document);
    if (stays) return "withheld";
    if (holdsElement(missing, document)) return "missing";
    // What may have to stay is not said to go.
    if (held.includes(document)) return stays === null ? "unknown" : "held";
    return neverMade.includes(document) ? "never-made" : "unknown";
  };
  const { heldDocuments, neverMadeDocuments } = policy.facts.record;
  return policy.decisions.requiredDocuments.values
    .filter((document) => holdsElement(required, document) !== false || held.includes(document))
    .map((document): ChecklistDocument => {
      const state = stateOf(document);
      const line = {
        document,
        required: holdsElement(required, document),
        holder: (state === "never-made" ? neverMadeDocuments : heldDocuments).holder,
      };
      return state === "missing"
        ? { ...line, state, gatheredBy: outcome.responsible ?? null }
        : { ...line, state };
    });
}

import type { Decision } from "../../engine/decision.js";
import type { ClinicPolicy } from "../../language/clinic-policy.js";
import type { LoyaltyDiscount } from "../../policies/loyalty-discount/policy.js";
import { answersOf, possibleChoices, possibleRange } from "../possible-answers.js";
import type { CoverageStep, LineDecisions, NumberRange, Payer } from "./invoice.js";
import { decideOwn, type CapturedFacts, type InvoicePolicies } from "./invoice-facts.js";

/** What the two policies say of a line. */
export interface LineStanding {
  readonly decisions: LineDecisions;
  /** Who may pay; one once that is settled. */
  readonly payers: readonly Payer[];
  readonly nextSteps: readonly CoverageStep[];
  /** The discount in percent if the patient pays. */
  readonly percent: NumberRange;
  /** What the payer and the discount still depend on. */
  readonly needs: readonly LineNeed[];
}

/** A fact a line still depends on. */
export interface LineNeed {
  readonly fact: string;
  /** `policy/decision` */
  readonly affects: string;
}

const noDiscount: NumberRange = { from: 0, to: 0 };

/** Asks the policies about one line; not about insurance when the patient pays without it. */
export function decideLine(
  policies: InvoicePolicies,
  facts: CapturedFacts,
  selfPaying: boolean,
): LineStanding {
  const loyaltyDiscount = decideOwn(policies.loyaltyDiscount, facts);
  const percent = percentIn(loyaltyDiscount);
  const discountNeeds = (): readonly LineNeed[] => needsFor(loyaltyDiscount, "discountPercent");
  if (selfPaying) {
    return {
      decisions: { loyaltyDiscount },
      payers: ["patient"],
      nextSteps: [],
      percent,
      needs: discountNeeds(),
    };
  }
  const insuranceCoverage = decideOwn(policies.insuranceCoverage, facts);
  const { outcome, open } = answersOf(insuranceCoverage);
  // Before the first edition no rule names a payer.
  const settled = insuranceCoverage.status === "not-in-force" ? "unregulated" : outcome.payer;
  const payers = possibleChoices(settled, open.payer);
  return {
    decisions: { insuranceCoverage, loyaltyDiscount },
    payers,
    nextSteps: possibleChoices(outcome.nextStep, open.nextStep),
    percent,
    // A discount nobody can get is not asked about.
    needs: [...needsFor(insuranceCoverage, "payer"), ...(payers.includes("patient") ? discountNeeds() : [])],
  };
}

function percentIn(loyalty: Decision<ClinicPolicy<LoyaltyDiscount>>): NumberRange {
  if (loyalty.status === "not-in-force") return noDiscount;
  const { outcome, open } = answersOf(loyalty);
  const { from, to } = possibleRange(outcome.discountPercent, open.discountPercent);
  return { from: from ?? 0, to: to ?? 100 };
}

function needsFor({ policy, needs = [] }: Decision, decision: string): readonly LineNeed[] {
  return needs
    .filter(({ affects }) => affects.includes(decision))
    .map(({ fact }) => ({ fact, affects: `${policy}/${decision}` }));
}

import type { IsoDay } from "../../../calendar/civil-day.js";
import { segmentsOf } from "../../../engine/timeline.js";
import type { Condition } from "../../../language/condition.js";
import { waitlistOffer } from "../../../policies/waitlist-offer/policy.js";
import type { Policy } from "../../../language/policy.js";
import { refuseInput } from "../../read-input.js";
import { policyProblems } from "../waitlist-policy.js";
import { planSegment, type Became } from "./segment-plan.js";

/** One condition against an offer, and what `matchWaitlist` makes of it. */
export interface PlannedCondition {
  /** The case of the policy it belongs to. */
  readonly case: string;
  /** The condition, as the policy has it; absent where the case has none. */
  readonly condition?: Condition;
  /**
   * `key`: slots are kept by this value, and only those with the entry's are looked at. `range`: a bound on a value
   * that slots are ordered by, or that is known of all slots of a day. `bits`: a few values, of which the entry
   * rules some out. `folded`: a matter of the slot or of the entry alone, settled before they meet. `checked`: the
   * policy is asked about each slot that the others leave.
   */
  readonly became: Became;
  /** The facts it reads, in the order in which it names them; what it takes from other decisions only if they are plain expressions. */
  readonly facts: readonly string[];
}

/** How slots are found in one stretch of days in which the policy stays the same. */
export interface WaitlistPlan {
  /** Inclusive; `null` is unbounded. */
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
  /** In the order of the policy. */
  readonly conditions: readonly PlannedCondition[];
}

/**
 * Says how `matchWaitlist` finds the slots for an entry, derived from the conditions of the policy alone: by day of
 * its calendar, which condition became what. Change a condition, and the plan changes with it.
 *
 * Errors: `input-refused` for a policy that cannot stand in for `waitlist-offer`.
 *
 * @example
 * const [plan] = explainPlan();
 * plan?.conditions.find((one) => one.case === "WL-2-specialty")?.became; // "key"
 */
export function explainPlan(policy: Policy = waitlistOffer): readonly WaitlistPlan[] {
  refuseInput(policyProblems("explainPlan", policy));
  return segmentsOf(policy).map((segment) => {
    const { grounds } = planSegment(policy, segment);
    const { from, to } = segment;
    return {
      from,
      to,
      conditions: grounds.map(({ case: id, condition, became, facts }) => ({
        case: id,
        ...(condition && { condition }),
        became,
        facts,
      })),
    };
  });
}

import type { FactsOf, Policy } from "../../language/policy.js";
import { decide, decisionOf, type DecideOptions } from "../decide.js";
import type { Decision } from "../decision.js";
import { answersOf, factsIn, fastDecide } from "./fast-decide.js";

/** `decide` of one policy. */
export type Decide<P extends Policy> = (facts: FactsOf<P>, options?: DecideOptions) => Decision<P>;

/**
 * Makes a policy fast for facts that say enough: code made from its tables, once. The decisions are those of
 * `decide`, which still answers for what is unknown or wrong.
 *
 * Where code may not be generated (a strict content security policy), closures take its place.
 *
 * Errors: none; the function it returns throws what `decide` throws.
 *
 * @example
 * const decideParking = compile(parking);
 * decideParking({ visit: { on: "2026-11-21" } }).status; // "open"
 */
export function compile<P extends Policy>(policy: P): Decide<P> {
  return (facts, options = {}) => {
    const fast = fastDecide(policy, facts);
    return fast
      ? decisionOf(policy, factsIn(policy, fast), answersOf(policy, fast), options)
      : decide(policy, facts, options);
  };
}

import { captureFacts } from "../engine/check-facts.js";
import type { Value } from "../engine/evaluate.js";
import type { FactsOf, Policy } from "../language/policy.js";

/**
 * Gives json-rules-engine a policy's facts: checked, and flat, because the engine knows facts by one name each.
 *
 * Errors: `facts-refused`, with every problem `checkFacts` finds.
 *
 * @example
 * await engine.run({ ...factsForEngine(parking, { visit: { on: "2026-11-21" } }), ownFact: 3 });
 */
export function factsForEngine<P extends Policy>(policy: P, facts: FactsOf<P>): Record<string, Value> {
  return Object.fromEntries(captureFacts(policy, facts));
}

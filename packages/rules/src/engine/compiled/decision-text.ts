import type { Decision } from "../decision.js";
import { CompiledDecision } from "./compiled-decision.js";

/**
 * A decision as JSON: exactly what `JSON.stringify` writes, put together faster where a compiled policy made it.
 *
 * @example
 * decisionText(compile(parking)({ visit: { on: "2026-11-21" } })); // {"format":"guichet-decision/1",…
 */
export function decisionText(decision: Decision): string {
  return decision instanceof CompiledDecision ? CompiledDecision.textOf(decision) : JSON.stringify(decision);
}

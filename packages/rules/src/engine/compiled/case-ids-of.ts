import type { Decision } from "../decision.js";
import { Remembering } from "../facts-behind.js";
import { CompiledDecision } from "./compiled-decision.js";

/**
 * The ids of the cases that made each public decision, or may have: those that `because` names, had faster where a
 * compiled policy decided. Open decisions have none.
 *
 * @example
 * caseIdsOf(compile(parking)({ visit: { on: "2026-11-21" } })); // { minutes: ["P-1"] }
 */
export function caseIdsOf(decision: Decision): Readonly<Record<string, readonly string[]>> {
  if (decision instanceof CompiledDecision) return Remembering.memoryOf(decision).why.ids;
  const entries = decision.because ?? [];
  return Object.fromEntries(entries.map(({ decision: name, cases }) => [name, cases.map(({ id }) => id)]));
}

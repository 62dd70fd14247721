import { Remembering } from "../facts-behind.js";
import type { CompiledDecision } from "./compiled-decision.js";

/** The ids of the cases that made each decision, the internal ones too: as `evaluate` gives them. */
export function caseIdsIn(decision: CompiledDecision): Readonly<Record<string, readonly string[]>> {
  const { segment, frame } = Remembering.memoryOf(decision);
  return segment.caseIds(frame);
}

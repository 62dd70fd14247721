import type { Condition } from "../../../language/condition.js";
import type { SegmentWords } from "./segment-words.js";

/** A reason of the policy, and a condition under which it has it; absent: always. */
export interface ReasonCase {
  readonly reason: string;
  readonly condition: Condition | undefined;
}

/** What the reasons of a segment follow from, case by case; nothing where only the whole policy can tell. */
export function reasonCases(words: SegmentWords): readonly ReasonCase[] | undefined {
  const table = words.tableOf("refusals");
  if (!table || "is" in table || table.hitPolicy !== "collect") return undefined;
  const cases: ReasonCase[] = [];
  for (const { when: condition, then } of table.cases) {
    if (!Array.isArray(then) || !words.factsIn(condition)) return undefined;
    for (const reason of then as readonly string[]) cases.push({ reason, condition });
  }
  return cases;
}

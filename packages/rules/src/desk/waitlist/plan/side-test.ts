import { holds, type FactReader, type Value } from "../../../engine/evaluate.js";
import type { Condition } from "../../../language/condition.js";
import type { Waitlist } from "../read-waitlist.js";
import type { ListedItems } from "../read-lists.js";
import type { Policy } from "../../../language/policy.js";
import type { SegmentWords } from "./segment-words.js";

/** Whether a condition holds for an item of a list: always, never, or by its number. */
export type SideTest = boolean | ((item: number) => boolean);

export function passes(test: SideTest, item: number): boolean {
  return typeof test === "boolean" ? test : test(item);
}

/**
 * Conditions that read one list and the moment of the offer, all of them to hold. What reads one fact is decided
 * once for each of its distinct values.
 */
export function sideTest(
  { offer }: Pick<Waitlist<Policy>, "offer">,
  words: SegmentWords,
  items: ListedItems,
  conditions: readonly Condition[],
): SideTest {
  const known = (path: string): Value => offer.get(path) as Value;
  const tests = conditions.map((condition): SideTest => {
    const [fact, another] = (words.factsIn(condition) ?? []).filter((path) => items.columns.has(path));
    if (fact === undefined) return holds(condition, words.reader(known));
    const column = items.columns.get(fact);
    if (another !== undefined || !column) {
      return (item) =>
        holds(
          condition,
          words.reader((path) => items.columns.get(path)?.valueOf(item) ?? known(path)),
        );
    }
    const table = byValue(column.values, fact, known, (read) => holds(condition, words.reader(read)));
    if (!table.includes(false)) return true;
    return table.includes(true) && ((item) => table[column.codes[item] ?? 0] === true);
  });
  if (tests.includes(false)) return false;
  const open = tests.filter((test) => typeof test !== "boolean");
  const [only, another] = open;
  if (!only) return true;
  return another ? allOf(open) : only;
}

function allOf(tests: readonly ((item: number) => boolean)[]): SideTest {
  return (item) => {
    for (const test of tests) if (!test(item)) return false;
    return true;
  };
}

/** An answer for each distinct value of a fact. */
export function byValue<Answer>(
  values: readonly Value[],
  fact: string,
  others: FactReader,
  answer: (read: FactReader) => Answer,
): readonly Answer[] {
  return values.map((value) => answer((path) => (path === fact ? value : others(path))));
}

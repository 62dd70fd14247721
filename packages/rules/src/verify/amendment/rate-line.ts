import { compareStarts } from "../../engine/timeline.js";
import type { RateDeclaration, RateRow } from "../../language/rate.js";

/** The rows of a rate that can give a key its value: its own, and those that stand for it among others. */
export function rowsForKey(rate: RateDeclaration, key: readonly string[]): readonly RateRow[] {
  const rows: readonly RateRow[] = rate.rows;
  return rows.filter((row) => (row.for ?? []).every((part, index) => part === key[index]));
}

/** The row that gives a key its value on a day: the one with the longest key, then the latest. */
export function rowOn(rows: readonly RateRow[], day: string): RateRow | undefined {
  return rows
    .filter((row) => compareStarts(row.from, day) <= 0)
    .toSorted((left, right) => lengthOf(left) - lengthOf(right) || compareStarts(left.from, right.from))
    .at(-1);
}

/** The first day after a day on which a key gets its value from another row than before. */
export function nextRow(rows: readonly RateRow[], day: string): RateRow | undefined {
  const now = rowOn(rows, day);
  return rows
    .filter((row) => compareStarts(day, row.from) < 0 && (!now || lengthOf(row) >= lengthOf(now)))
    .toSorted((left, right) => compareStarts(left.from, right.from))[0];
}

export function lengthOf({ for: key = [] }: RateRow): number {
  return key.length;
}

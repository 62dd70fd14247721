import { compareStarts, dayAfter } from "../../engine/timeline.js";
import type { RateDeclaration, RateRow, Rates } from "../../language/rate.js";
import type { RateChange } from "./amendment.js";
import { citesOf } from "./own-document.js";
import type { Planned } from "./plan-changes.js";
import { lengthOf, rowOn, rowsForKey } from "./rate-line.js";

type Changes = readonly [Planned<RateChange>, ...Planned<RateChange>[]];

/** The rates of a policy with rows for the days of each change, and with the issued value again after them. */
export function changeRates(rates: Rates, planned: readonly Planned<RateChange>[]): Rates {
  const byKey = new Map<string, Changes>();
  for (const one of planned) {
    const key = JSON.stringify([one.change.rate, one.change.for ?? []]);
    byKey.set(key, [...(byKey.get(key) ?? []), one] as unknown as Changes);
  }
  const changed = new Map(Object.entries(rates));
  for (const changes of byKey.values()) {
    const { rate } = changes[0].change;
    const [issued, soFar] = [rates[rate], changed.get(rate)];
    if (issued && soFar) changed.set(rate, withRows(soFar, issued, changes));
  }
  return Object.fromEntries(changed);
}

function withRows(soFar: RateDeclaration, issued: RateDeclaration, changes: Changes): RateDeclaration {
  const key = changes[0].change.for ?? [];
  const rows = rowsForKey(issued, key);
  const named = key.length === 0 ? {} : { for: key };
  const added = daysOf(rows, key, changes).flatMap((day): readonly RateRow[] => {
    // Of two amendments the one given later has the last word.
    const change = changes.findLast(({ from, to }) => from <= day && (to === null || day <= to));
    if (change) {
      const { value, cites } = change.change;
      return [{ ...named, from: day, value, cites: citesOf(change.amendment, cites) }];
    }
    const row = rowOn(rows, day);
    const stands = !row || (lengthOf(row) === key.length && row.from === day);
    return stands ? [] : [{ ...named, from: day, value: row.value, cites: row.cites }];
  });
  const isReplaced = (row: RateRow): boolean =>
    lengthOf(row) === key.length && rows.includes(row) && added.some(({ from }) => from === row.from);
  const all: readonly RateRow[] = soFar.rows;
  return {
    ...soFar,
    rows: [...all.filter((row) => !isReplaced(row)), ...added],
  } as unknown as RateDeclaration;
}

/** The days on which a key needs a row: where a change begins or has ended, and where it shared a row with others. */
function daysOf(rows: readonly RateRow[], key: readonly string[], changes: Changes): readonly string[] {
  const cuts = changes.flatMap(({ from, to }) => [from, ...(to === null ? [] : [dayAfter(to)])]);
  const first = cuts.toSorted()[0] ?? "";
  const shared = rows.flatMap((row) => {
    const isOwn = lengthOf(rowOn(rows, row.from) ?? row) === key.length;
    return isOwn || compareStarts(row.from, first) <= 0 ? [] : [row.from];
  });
  const within = (day: string): boolean =>
    changes.some(({ from, to }) => from < day && (to === null || day <= to));
  return [...new Set([...cuts, ...shared.filter((day) => !within(day))])].toSorted();
}

import { compareStarts, dayAfter } from "../../engine/timeline.js";
import type { Edition } from "../../language/edition.js";
import type { Findings } from "../../language/findings.js";
import { changeTables } from "./change-tables.js";
import type { Plan } from "./plan-changes.js";

/**
 * The editions of a policy with copies of those that are changed: one from the first day of a change on, the edition
 * as it was issued again from the day after its last.
 */
export function changeEditions(
  findings: Findings,
  editions: readonly Edition[],
  planned: Plan["cases"],
): readonly Edition[] {
  return editions.flatMap((edition) => {
    const own = planned.filter(({ issued }) => issued === edition);
    if (own.length === 0) return [edition];
    const cuts = own.flatMap(({ from, to }) => [from, ...(to === null ? [] : [dayAfter(to)])]);
    const starts = [...new Set([edition.inForceFrom, ...cuts])].toSorted(compareStarts);
    return starts.filter(isBeforeEndOf(edition, editions)).map((start): Edition => {
      const inForce = own.filter(
        ({ from, to }) => from <= start && (to === null || start <= to) && start !== "open",
      );
      const tables = inForce.reduce((all, one) => changeTables(findings, all, one), edition.tables);
      const repeats = start === edition.inForceFrom ? {} : { repeats: edition.inForceFrom };
      return { ...edition, inForceFrom: start, ...repeats, tables };
    });
  });
}

function isBeforeEndOf(edition: Edition, editions: readonly Edition[]): (start: string) => boolean {
  const later = editions
    .map(({ inForceFrom }) => inForceFrom)
    .filter((start) => compareStarts(edition.inForceFrom, start) < 0);
  return (start) => later.every((end) => compareStarts(start, end) < 0);
}

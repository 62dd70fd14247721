import { horizonOf, lastFreshDay } from "../engine/freshness.js";
import type { Duration } from "../calendar/term.js";
import type { Policy } from "../language/policy.js";
import { rowsOf } from "../language/table-rows.js";
import type { Finding } from "./finding.js";

/** Sources that were last compared with the data too long before a day, and the editions and rates that rest on them. */
export function staleSources(policy: Policy, on: string, horizon: Duration | undefined): readonly Finding[] {
  const term = horizonOf(policy, horizon);
  return Object.entries(policy.sources).flatMap(([id, { checkedOn }]) => {
    const related = restingOn(policy, id);
    if (related.length === 0 || lastFreshDay(checkedOn, term) >= on) return [];
    return [{ code: "source-stale", at: id, days: { from: checkedOn, to: on }, related } as const];
  });
}

function restingOn(policy: Policy, id: string): readonly string[] {
  const isCited = (cites: readonly { readonly document: string }[] = []): boolean =>
    cites.some(({ document }) => document === id);
  return [
    ...policy.editions
      .filter(({ source, tables, remarks = [] }) =>
        [{ cites: [source] }, ...tables.flatMap(rowsOf), ...remarks].some(({ cites }) => isCited(cites)),
      )
      .map(({ inForceFrom }) => inForceFrom),
    ...Object.entries(policy.rates).flatMap(([name, { rows }]) =>
      rows.some(({ cites }) => isCited(cites)) ? [`rate.${name}`] : [],
    ),
  ];
}

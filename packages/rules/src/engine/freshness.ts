import { dayFromIso, isoFromDay } from "../calendar/civil-day.js";
import { addTerm, termFromDuration, type Duration, type Term } from "../calendar/term.js";
import type { Source } from "../language/citation.js";
import type { Policy } from "../language/policy.js";
import { GuichetError, problemAt } from "../language/problem.js";
import type { Freshness } from "./decision.js";

/** How long a comparison with a source stays fresh unless the caller says otherwise. */
export const aYear: Term = { months: 12, days: 0 };

/** The horizon a caller asks for. Errors: `horizon-refused` for what is no duration. */
export function horizonOf(policy: Policy, duration: Duration | undefined): Term {
  if (duration === undefined) return aYear;
  const term = termFromDuration(duration);
  if (term) return term;
  const problem = problemAt(
    "horizon-refused",
    `${policy.id}, horizon`,
    "not a duration",
    'write one like "P1Y"',
  );
  throw new GuichetError("horizon-refused", [problem]);
}

/** The worst of the sources that were used: the edition's, and those the reasons cite. */
export function worstOf(
  used: readonly Pick<Source, "checkedOn" | "dated">[],
): Pick<Freshness, "checkedOn" | "dated"> {
  let checkedOn = used[0]?.checkedOn ?? "";
  let isDated = true;
  for (const source of used) {
    if (source.checkedOn < checkedOn) checkedOn = source.checkedOn;
    isDated &&= source.dated;
  }
  return { checkedOn, dated: isDated };
}

/** How fresh the sources that were used are on a day. */
export function freshnessOf(
  used: readonly Pick<Source, "checkedOn" | "dated">[],
  governingDate: string | null,
  horizon: Term,
): Freshness {
  const worst = worstOf(used);
  return {
    ...worst,
    stale: governingDate === null ? null : lastFreshDay(worst.checkedOn, horizon) < governingDate,
  };
}

/** Throws `stale-source` for callers who would rather have no answer than an old one. */
export function refuseStale(policy: Policy, freshness: Freshness | undefined): void {
  if (freshness?.stale !== true) return;
  const what = `a source used here was last compared with the data on ${freshness.checkedOn}`;
  const todo = "compare it again, or allow a longer horizon";
  throw new GuichetError("stale-source", [problemAt("stale-source", policy.id, what, todo)]);
}

/** The last day on which a comparison with a source is fresh. */
export function lastFreshDay(checkedOn: string, horizon: Term): string {
  const day = dayFromIso(checkedOn);
  return day === undefined ? checkedOn : isoFromDay(addTerm(day, horizon));
}

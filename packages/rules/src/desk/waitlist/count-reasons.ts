import type { Policy } from "../../language/policy.js";
import type { Assignment } from "./assign-slots.js";
import { objectionsTo } from "./objections-to.js";
import { ReasonTally } from "./plan/reason-tally.js";
import type { Waitlist } from "./read-waitlist.js";

/** For how many slots each reason holds, for an entry that got none. */
export type CountReasons = (entry: number) => ReadonlyMap<string, number>;

/** Counts reasons by the plan where the policy allows that, else slot by slot. */
export function reasonCounter(waitlist: Waitlist<Policy>, assignment: Assignment): CountReasons {
  let tallies: readonly (ReasonTally | undefined)[] | undefined;
  return (entry) => {
    // Made for whoever asks first: many never do.
    tallies ??= assignment.segments.map((one) => ReasonTally.of(waitlist, one));
    const own = tallies.filter((_, place) => assignment.segments[place]?.isOf(entry));
    const known = own.filter((tally) => tally !== undefined);
    return known.length === own.length
      ? countByPlan(waitlist, assignment, known, entry)
      : countOneByOne(waitlist, entry);
  };
}

function countByPlan(
  { entries, slots }: Waitlist<Policy>,
  { search, segments }: Assignment,
  tallies: readonly ReasonTally[],
  entry: number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const tally of tallies) tally.addTo(counts, entry);
  const inForce = segments.filter((one) => one.isOf(entry)).reduce((sum, one) => sum + one.slots.length, 0);
  const refused = entries.refusedSlots.get(entry);
  const others: Readonly<Record<string, number>> = {
    "not-in-force": slots.ids.length - inForce,
    "slot-refused-before": refused ? slots.ids.filter((id) => refused.has(id)).length : 0,
    // It got none: whatever suits it was gone.
    "slot-proposed-to-another": search.countSuitable(entry),
  };
  for (const [reason, count] of Object.entries(others)) if (count > 0) counts.set(reason, count);
  return counts;
}

function countOneByOne(waitlist: Waitlist<Policy>, entry: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let slot = 0; slot < waitlist.slots.ids.length; slot += 1) {
    const objections: readonly string[] = objectionsTo(waitlist, entry, slot);
    const reasons = objections.length > 0 ? objections : ["slot-proposed-to-another"];
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

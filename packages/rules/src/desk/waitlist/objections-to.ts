import { evaluate, type FactReader } from "../../engine/evaluate.js";
import { segmentOn } from "../../engine/timeline.js";
import type { Policy } from "../../language/policy.js";
import type { Waitlist } from "./read-waitlist.js";
import type { RefusalOf } from "./waitlist-policy.js";

/**
 * A reason against an offer, whatever the rest of the list is: one of the policy's; the day of the slot lies before
 * its first edition; it says no without a reason; the person turned the slot down.
 */
export type Objection<P extends Policy> =
  RefusalOf<P> | "not-in-force" | "not-offerable" | "slot-refused-before";

/**
 * Every reason against offering a slot to an entry, in the order of the policy; none when it suits. The policy
 * decides; to what it says comes only what the person said of this very slot.
 */
export function objectionsTo<P extends Policy>(
  waitlist: Waitlist<P>,
  entry: number,
  slot: number,
): readonly Objection<P>[] {
  const refused = refusalsOf(waitlist, entry, slot);
  return wasRefused(waitlist, entry, slot) ? [...refused, "slot-refused-before"] : refused;
}

/** Whether the person turned the slot down. */
export function wasRefused({ entries, slots }: Waitlist<Policy>, entry: number, slot: number): boolean {
  return entries.refusedSlots.get(entry)?.has(slots.ids[slot] ?? "") ?? false;
}

/** What the policy reads of an offer. */
export function factsOfOffer(
  { offer, entries, slots }: Waitlist<Policy>,
  entry: number,
  slot: number,
): FactReader {
  return (path) => {
    const value =
      slots.columns.get(path)?.valueOf(slot) ?? entries.columns.get(path)?.valueOf(entry) ?? offer.get(path);
    if (value === undefined)
      throw new TypeError(`"${path}" is no fact of an offer: the policy was not checked`);
    return value;
  };
}

function refusalsOf<P extends Policy>(
  waitlist: Waitlist<P>,
  entry: number,
  slot: number,
): readonly Objection<P>[] {
  const { policy } = waitlist;
  const read = factsOfOffer(waitlist, entry, slot);
  const segment = segmentOn(policy, read(policy.datedBy) as string);
  if (!segment) return ["not-in-force"];
  const { values } = evaluate(policy, segment, read);
  if (values["offerable"] === true) return [];
  const refusals = values["refusals"] as readonly RefusalOf<P>[];
  // An amended policy may withhold a slot without a reason of its own.
  return refusals.length > 0 ? refusals : ["not-offerable"];
}

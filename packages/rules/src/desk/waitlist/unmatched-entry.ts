import { computedWhenRead } from "../../engine/computed-when-read.js";
import type { Policy } from "../../language/policy.js";
import type { WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { objectionsTo, type Objection } from "./objections-to.js";
import type { ListedEntry, Waitlist } from "./read-waitlist.js";

/** Why an entry is without a proposal: what speaks against its slots, who has them, or that there is none. */
export type UnmatchedReason<P extends Policy = WaitlistOffer> =
  Objection<P> | "slot-proposed-to-another" | "no-slots";

/** A reason, and how many of all slots it holds for. A slot counts once for each of its reasons. */
export interface ReasonCount<P extends Policy = WaitlistOffer> {
  readonly reason: UnmatchedReason<P>;
  readonly slots: number;
}

/** An entry without a proposal. */
export interface UnmatchedEntry<P extends Policy = WaitlistOffer> {
  /** The id of the entry. */
  readonly entry: string;
  /** Never empty: every slot has a reason. Those that hold for most slots first. Worked out when first read. */
  readonly reasons: readonly ReasonCount<P>[];
}

/** An entry that got no slot, with its reasons. */
export function unmatchedEntry<P extends Policy>(
  waitlist: Waitlist<P>,
  entry: ListedEntry,
): UnmatchedEntry<P> {
  const unmatched = { entry: entry.id };
  computedWhenRead(unmatched, "reasons", () => reasonsFor(waitlist, entry));
  return unmatched as UnmatchedEntry<P>;
}

function reasonsFor<P extends Policy>(waitlist: Waitlist<P>, entry: ListedEntry): readonly ReasonCount<P>[] {
  if (waitlist.slots.length === 0) return [{ reason: "no-slots", slots: 0 }];
  const counts = new Map<UnmatchedReason<P>, number>();
  for (const slot of waitlist.slots) {
    const objections = objectionsTo(waitlist, entry, slot);
    // It got none: whatever suits it was gone.
    const reasons: readonly UnmatchedReason<P>[] =
      objections.length > 0 ? objections : ["slot-proposed-to-another"];
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, slots]) => ({ reason, slots }))
    .sort((left, right) => right.slots - left.slots || (left.reason < right.reason ? -1 : 1));
}

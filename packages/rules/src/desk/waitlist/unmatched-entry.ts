import { computedWhenRead } from "../../engine/computed-when-read.js";
import type { Policy } from "../../language/policy.js";
import type { WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import type { CountReasons } from "./count-reasons.js";
import type { Objection } from "./objections-to.js";
import type { Waitlist } from "./read-waitlist.js";

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
  { entries, slots }: Waitlist<P>,
  entry: number,
  countReasons: CountReasons,
): UnmatchedEntry<P> {
  const unmatched = { entry: entries.ids[entry] ?? "" };
  computedWhenRead(unmatched, "reasons", () => {
    if (slots.ids.length === 0) return [{ reason: "no-slots", slots: 0 }];
    return [...countReasons(entry)]
      .map(([reason, count]) => ({ reason, slots: count }))
      .sort((left, right) => right.slots - left.slots || (left.reason < right.reason ? -1 : 1));
  });
  return unmatched as UnmatchedEntry<P>;
}

import type { Policy } from "../../../language/policy.js";
import type { Waitlist } from "../read-waitlist.js";
import { planSegment } from "./segment-plan.js";
import { SegmentSearch } from "./segment-search.js";
import type { WaitlistSegment } from "./waitlist-segments.js";

/** Looks for slots that suit an entry, in the order of the list: by day, time and id. */
export class SlotSearch {
  private readonly parts: readonly { readonly of: WaitlistSegment; readonly search: SegmentSearch }[];

  /** Indexes the slots as the policy lets them be found, each segment of its calendar by a plan of its own. */
  constructor(waitlist: Waitlist<Policy>, segments: readonly WaitlistSegment[]) {
    this.parts = segments.map((of) => {
      const plan = planSegment(waitlist.policy, of.segment);
      return { of, search: new SegmentSearch(waitlist, plan, of.slots) };
    });
  }

  /** The first slot that suits and is not taken: in `taken`, one that is has 1. */
  firstLeft(entry: number, taken: Uint8Array): number | undefined {
    // Where slots say which segment they are in, the segments follow each other as their days do.
    for (const { of, search } of this.parts) {
      const slot = of.isOf(entry) ? search.firstLeft(entry, taken) : undefined;
      if (slot !== undefined) return slot;
    }
    return undefined;
  }

  /** How many slots suit, taken or not. */
  countSuitable(entry: number): number {
    const own = this.parts.filter(({ of }) => of.isOf(entry));
    return own.reduce((count, { search }) => count + search.countSuitable(entry), 0);
  }
}

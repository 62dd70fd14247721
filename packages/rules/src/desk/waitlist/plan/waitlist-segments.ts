import { segmentOn, segmentsOf, type Segment } from "../../../engine/timeline.js";
import type { Policy } from "../../../language/policy.js";
import { compareIds } from "../compare-ids.js";
import type { ListedItems } from "../read-lists.js";
import type { Waitlist } from "../read-waitlist.js";
import { passes, type SideTest } from "./side-test.js";
import { numbersOf, rankByFact, sortedBy, slotsWhere, type Ranking } from "./ranking.js";

/** One segment of the policy's calendar, with what of a waitlist is decided in it. */
export interface WaitlistSegment {
  readonly segment: Segment;
  /** In the order of the list: by day, time and id. */
  readonly slots: Uint32Array;
  /** Whether offers to this entry are decided in it. */
  readonly isOf: (entry: number) => boolean;
}

/**
 * The segments that a waitlist needs, in their order. As a rule the day of a slot says which segment it is in; a
 * clinic's policy may go by a day of the entry, or by the day of the offer.
 */
export function waitlistSegments(waitlist: Waitlist<Policy>): readonly WaitlistSegment[] {
  const { policy, entries, offer, slots } = waitlist;
  const inOrder = slotsInOrder(waitlist);
  const ofOffer = segmentOn(policy, (offer.get(policy.datedBy) ?? "") as string);
  return segmentsOf(policy).flatMap((segment) => {
    const isOfSlot = isIn(policy, slots, segment);
    const isOfEntry = isIn(policy, entries, segment);
    if (isOfSlot === undefined && isOfEntry === undefined && segment !== ofOffer) return [];
    const own =
      isOfSlot === undefined || isOfSlot === true
        ? inOrder
        : slotsWhere(inOrder, (slot) => passes(isOfSlot, slot));
    return own.length === 0
      ? []
      : [{ segment, slots: own, isOf: (entry) => passes(isOfEntry ?? true, entry) }];
  });
}

/** Whether an item is in a segment, where the items of this list say so. */
function isIn(policy: Policy, { columns }: ListedItems, segment: Segment): SideTest | undefined {
  const column = columns.get(policy.datedBy);
  if (!column) return undefined;
  const isInside = column.values.map((day) => segmentOn(policy, day as string) === segment);
  return !isInside.includes(false) || ((item) => isInside[column.codes[item] ?? 0] === true);
}

function slotsInOrder({ slots: { columns, ids, idsAscend } }: Waitlist<Policy>): Uint32Array {
  const [day, time] = ["slot.day", "slot.time"].map((path) => columns.get(path));
  if (!day || !time) throw new TypeError("a slot has a day and a time");
  const [byDay, byTime] = [rankByFact(day), rankByFact(time)];
  const inOrder = [byTime, byDay].reduce(sortedBy, numbersOf(ids));
  return idsAscend ? inOrder : withTiesById(inOrder, [byDay, byTime], ids);
}

/** Puts slots of one day and time in the order of their ids. */
function withTiesById(slots: Uint32Array, ranks: readonly Ranking[], ids: readonly string[]): Uint32Array {
  const agree = (one = 0, other = 0) => ranks.every(({ rankOf }) => rankOf[one] === rankOf[other]);
  let from = 0;
  for (let end = 1; end <= slots.length; end += 1) {
    if (end < slots.length && agree(slots[from], slots[end])) continue;
    slots.subarray(from, end).sort((left, right) => compareIds(ids, left, right));
    from = end;
  }
  return slots;
}

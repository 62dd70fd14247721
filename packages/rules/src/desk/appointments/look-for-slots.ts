import { dayFromIso, lastDay } from "../../calendar/civil-day.js";
import { computedWhenRead } from "../../engine/computed-when-read.js";
import type { Policy } from "../../language/policy.js";
import { waitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { layOutSlots, type LaidOutSlot, type SlotStart } from "./lay-out-slots.js";
import { reasonsIn, type ReasonSet } from "./reason-set.js";
import { rostersOf } from "./rosters.js";
import type { Search } from "./search.js";
import { dayGroupOf, slotReasonsBy } from "./slot-reasons.js";
import { dayGroups, plainSlot, type DayGroup, type FoundSlot, type RefusedSlot } from "./slot.js";

/** Every slot that was looked at: to be had, or refused. */
export interface SlotsFound {
  /** The free slots that meet the wish, in its order: its kinds of days, then the day, the moment, the practitioner. */
  readonly slots: readonly FoundSlot[];
  /** All others, by day, moment and practitioner. Made when first read. */
  readonly refused: readonly RefusedSlot[];
}

/** Looks at the slots of the service, on the days of the wish and on the same and the next day. */
export function lookForSlots(search: Search, policy: Policy = waitlistOffer): SlotsFound {
  const order = [...(search.wish.days ?? dayGroups)];
  const look = slotsOf(search, policy);
  const byGroup: Readonly<Record<DayGroup, FoundSlot[]>> = {
    "same-day": [],
    "next-day": [],
    "other-day": [],
  };
  look((start, slot, reasons) => {
    if (reasons === 0) byGroup[dayGroupOf(start.day, search.wishedOn)].push(slotAt(start, slot, search));
  });
  const found: Pick<SlotsFound, "slots"> = { slots: order.flatMap((group) => byGroup[group]) };
  computedWhenRead(found, "refused", () => {
    const refused: RefusedSlot[] = [];
    look((start, slot, reasons) => {
      if (reasons === 0) return;
      refused.push({ slot: plainSlot(slotAt(start, slot, search)), reasons: reasonsIn(reasons) });
    });
    return refused;
  });
  return found as SlotsFound;
}

type See = (start: SlotStart, slot: LaidOutSlot, reasons: ReasonSet) => void;

/** Shows the slots that are looked at, by day, moment and practitioner, as often as one asks. */
function slotsOf(search: Search, policy: Policy): (see: See) => void {
  const { service, stretchesOf } = search;
  const rosters = rostersOf(search);
  const days = daysLookedAt(search);
  const reasonsOn = slotReasonsBy(search, policy);
  return (see) => {
    for (const day of days) {
      const reasonsAt = reasonsOn(day);
      for (const start of layOutSlots(day, stretchesOf(day), rosters, service.durationMinutes)) {
        const reasonsOf = reasonsAt(start);
        for (const slot of start.slots) see(start, slot, reasonsOf(slot));
      }
    }
  };
}

// Written out: half a million objects made by spreading cost ten times as much.
function slotAt(
  { startsAt, day, iso, time }: SlotStart,
  { practitioner }: LaidOutSlot,
  search: Search,
): FoundSlot {
  const { id: service, specialty, durationMinutes } = search.service;
  return {
    id: `${practitioner}@${startsAt}`,
    practitioner,
    specialty,
    service,
    startsAt,
    day: iso,
    time,
    durationMinutes,
    group: dayGroupOf(day, search.wishedOn),
  };
}

// The desk is asked about the same and the next day first, whatever the wish.
function daysLookedAt({ wish, wishedOn }: Search): readonly number[] {
  const [from, to] = [dayFromIso(wish.from) ?? 0, dayFromIso(wish.to) ?? 0];
  const wished = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const near = [wishedOn, wishedOn + 1].filter((day) => (day < from || day > to) && day <= lastDay);
  return [...wished, ...near].sort((left, right) => left - right);
}

import { dayFromIso, lastDay } from "../../calendar/civil-day.js";
import { busyTimesOf } from "./busy-times.js";
import { layOutSlots } from "./lay-out-slots.js";
import type { Search } from "./search.js";
import { dayGroupOf, reasonsAgainst } from "./slot-reasons.js";
import { dayGroups, type FoundSlot, type RefusedSlot } from "./slot.js";

/** Every slot that was looked at: to be had, or refused. */
export interface SlotsFound {
  /** The free slots that meet the wish, in its order: its kinds of days, then the day, the moment, the practitioner. */
  readonly slots: readonly FoundSlot[];
  /** All others, by day, moment and practitioner. */
  readonly refused: readonly RefusedSlot[];
}

/** Looks at the slots of the service, on the days of the wish and on the same and the next day. */
export function lookForSlots(search: Search): SlotsFound {
  const { schedule, service, wish, wishedOn } = search;
  const busy = new Map(schedule.practitioners.map((one) => [one.id, busyTimesOf(one, schedule.zone)]));
  const slots: FoundSlot[] = [];
  const refused: RefusedSlot[] = [];
  for (const laidOut of layOutSlots(schedule, service, daysLookedAt(search))) {
    const { slot, day } = laidOut;
    const reasons = reasonsAgainst(laidOut, busy.get(slot.practitioner) ?? idle, search);
    if (reasons.length === 0) slots.push({ ...slot, group: dayGroupOf(day, wishedOn) });
    else refused.push({ slot, reasons });
  }
  const order = wish.days ?? dayGroups;
  return { slots: order.flatMap((group) => slots.filter((slot) => slot.group === group)), refused };
}

const idle = { booked: [], absent: [] };

// The desk is asked about the same and the next day first, whatever the wish.
function daysLookedAt({ wish, wishedOn }: Search): readonly number[] {
  const [from, to] = [dayFromIso(wish.from) ?? 0, dayFromIso(wish.to) ?? 0];
  const wished = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const near = [wishedOn, wishedOn + 1].filter((day) => (day < from || day > to) && day <= lastDay);
  return [...wished, ...near].sort((left, right) => left - right);
}

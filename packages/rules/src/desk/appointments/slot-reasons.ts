import { weekdayOfDay, weekdays } from "../../calendar/civil-day.js";
import type { BusyTimes } from "./busy-times.js";
import { meets } from "./intervals.js";
import type { LaidOutSlot } from "./lay-out-slots.js";
import type { Search } from "./search.js";
import { slotReasons, type DayGroup, type SlotReason } from "./slot.js";

/** Every reason why a slot is not to be had, in declared order; none for a free slot that meets the wish. */
export function reasonsAgainst(laidOut: LaidOutSlot, busy: BusyTimes, search: Search): readonly SlotReason[] {
  const { slot, day, from, to } = laidOut;
  const { wish, at, wishedOn } = search;
  const holds: Record<SlotReason, boolean> = {
    "slot-not-free": meets(busy.booked, from, to),
    "slot-in-the-past": from <= at,
    "other-practitioner": wish.practitioner !== "any" && slot.practitioner !== wish.practitioner,
    "outside-dates": slot.day < wish.from || slot.day > wish.to,
    "other-weekday": !(wish.weekdays ?? weekdays).includes(weekdays[weekdayOfDay(day)] ?? "monday"),
    "outside-hours": slot.time < (wish.earliestTime ?? "00:00") || slot.time >= (wish.latestTime ?? "24:00"),
    "practitioner-absent": meets(busy.absent, from, to),
    "clock-change": laidOut.yields,
    "day-not-wanted": wish.days !== undefined && !wish.days.includes(dayGroupOf(day, wishedOn)),
  };
  return slotReasons.filter((reason) => holds[reason]);
}

/** Which of the days one can wish for a day is. */
export function dayGroupOf(day: number, wishedOn: number): DayGroup {
  if (day === wishedOn) return "same-day";
  return day === wishedOn + 1 ? "next-day" : "other-day";
}

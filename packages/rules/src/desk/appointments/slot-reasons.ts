import { isoFromDay } from "../../calendar/civil-day.js";
import type { Policy } from "../../language/policy.js";
import { meets } from "./intervals.js";
import type { LaidOutSlot, SlotStart } from "./lay-out-slots.js";
import { reasonWhere, type ReasonSet } from "./reason-set.js";
import type { Search } from "./search.js";
import { dayGroups, type DayGroup } from "./slot.js";
import { wishReasonsBy } from "./wish-reasons.js";

/**
 * Every reason why slots are not to be had: first for a day, then for a moment of it, then for a slot, so that each
 * is decided once for all slots that have it.
 *
 * The policy says what is not as wished for. That a slot is taken or has started is in the schedule, to the moment:
 * in an hour that comes twice the policy would have the clock's word only.
 */
export function slotReasonsBy(
  search: Search,
  policy: Policy,
): (day: number) => (start: SlotStart) => (slot: LaidOutSlot) => ReasonSet {
  const { at, wish, wishedOn } = search;
  const wanted = new Set(wish.days ?? dayGroups);
  const wishReasonsOn = wishReasonsBy(search, policy);
  return (day) => {
    const iso = isoFromDay(day);
    const wishReasons = wishReasonsOn(iso);
    const isWanted = wanted.has(dayGroupOf(day, wishedOn));
    const ofDay = wishReasons.by("day", iso) | reasonWhere(!isWanted, "day-not-wanted");
    return ({ from, to, time }) => {
      const ofStart = ofDay | wishReasons.by("time", time) | reasonWhere(from <= at, "slot-in-the-past");
      return ({ roster: { practitioner, booked, absent }, yields }) =>
        ofStart |
        wishReasons.by("practitioner", practitioner) |
        wishReasons.byAll({ day: iso, time, practitioner }) |
        reasonWhere(meets(booked, from, to), "slot-not-free") |
        reasonWhere(meets(absent, from, to), "practitioner-absent") |
        reasonWhere(yields, "clock-change");
    };
  };
}

/** Which of the days one can wish for a day is. */
export function dayGroupOf(day: number, wishedOn: number): DayGroup {
  if (day === wishedOn) return "same-day";
  return day === wishedOn + 1 ? "next-day" : "other-day";
}

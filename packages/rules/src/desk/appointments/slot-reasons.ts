import { isoFromDay } from "../../calendar/civil-day.js";
import type { Policy } from "../../language/policy.js";
import type { LaidOutSlot, SlotStart } from "./lay-out-slots.js";
import { reasonWhere, type ReasonSet } from "./reason-set.js";
import type { Search } from "./search.js";
import { dayGroups, type DayGroup } from "./slot.js";
import { wishReasonsBy } from "./wish-reasons.js";

/**
 * Every reason why slots are not to be had: first for a day, then for a moment of it, then for a slot, so that each
 * is decided once for all slots that have it.
 *
 * The policy says what is not as wished for. That a slot is taken or has started is told by the moment: in an hour
 * that comes twice the policy would have the clock's word only.
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
    const ofWish = wishReasonsOn(iso);
    const isWanted = wanted.has(dayGroupOf(day, wishedOn));
    const ofDay = ofWish.by("day", iso) | reasonWhere(!isWanted, "day-not-wanted");
    return ({ from, time }) => {
      const ofStart = ofDay | ofWish.by("time", time) | reasonWhere(from <= at, "slot-in-the-past");
      return ({ practitioner, reasons }) =>
        reasons |
        ofStart |
        ofWish.by("practitioner", practitioner) |
        ofWish.byAll({ day: iso, time, practitioner });
    };
  };
}

/** Which of the days one can wish for a day is. */
export function dayGroupOf(day: number, wishedOn: number): DayGroup {
  if (day === wishedOn) return "same-day";
  return day === wishedOn + 1 ? "next-day" : "other-day";
}

import { dayFromIso, isoFromDay, minutesFromTime, timeFromMinutes } from "@guichet/rules/calendar";
import type { EndTime, WorkingHours } from "@guichet/rules/desk";
import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { cutAtEvery, joinedStretches, type Stretch } from "./joined-stretches.js";

/** The hours of a day as MEDOTS writes them: `09:00-14:00`. */
export interface DayRanges {
  readonly day: string;
  readonly ranges: readonly string[];
}

/**
 * The hours of one practitioner. Ranges that meet become one, and a range that ends before it starts goes on until
 * that time of the next day. A text that is no range says nothing, and nobody works by it.
 */
export function workingHours(days: readonly DayRanges[]): readonly WorkingHours[] {
  const read = days.flatMap(({ day, ranges }) => ranges.flatMap((range) => minutesOf(day, range) ?? []));
  return joinedStretches(read)
    .flatMap((stretch) => cutAtEvery(dayMinutes, stretch))
    .map(hoursOn);
}

/** Minutes since 1970 on the clinic's clock. */
function minutesOf(day: string, range: string): Stretch | undefined {
  const [, start = "", end = ""] = /^\s*(\d\d:\d\d)\s*-\s*(\d\d:\d\d)\s*$/.exec(range) ?? [];
  const midnight = (dayFromIso(day) ?? NaN) * dayMinutes;
  const from = minutesFromTime(start) ?? NaN;
  const to = end === "24:00" ? dayMinutes : (minutesFromTime(end) ?? NaN);
  if (Number.isNaN(midnight + from + to) || from === to) return undefined;
  return { from: midnight + from, to: midnight + to + (to < from ? dayMinutes : 0) };
}

function hoursOn({ from, to }: Stretch): WorkingHours {
  const number = Math.floor(from / dayMinutes);
  const day = isoFromDay(number);
  const end = to - number * dayMinutes;
  return {
    // The one day is named by `since` and `until`.
    weekdays: anyWeekday,
    from: timeFromMinutes(from - number * dayMinutes),
    to: end === dayMinutes ? "24:00" : (timeFromMinutes(end) satisfies EndTime),
    since: day,
    until: day,
  };
}

const dayMinutes = 1440;

const anyWeekday = waitlistOffer.facts.entry.weekdays.values;

import { dayFromIso, isoFromDay, weekdayOfDay, weekdays, type IsoDay } from "../../calendar/civil-day.js";
import type { ClinicCalendar } from "./read-assembly.js";

/** The days from one to another, both included, on which the clinic works; none when they are reversed. */
export function openDays(calendar: ClinicCalendar, from: IsoDay, to: IsoDay): readonly IsoDay[] {
  const first = dayFromIso(from) ?? 0;
  const length = (dayFromIso(to) ?? 0) - first + 1;
  const closed = new Set(calendar.closedDays);
  const works = (day: number): boolean => {
    const weekday = weekdays[weekdayOfDay(day)];
    return weekday !== undefined && calendar.openWeekdays.includes(weekday) && !closed.has(isoFromDay(day));
  };
  return Array.from({ length: Math.max(length, 0) }, (_, index) => first + index)
    .filter(works)
    .map(isoFromDay);
}

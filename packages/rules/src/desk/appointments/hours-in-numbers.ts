import { dayFromIso, weekdays } from "../../calendar/civil-day.js";
import { minutesFromTime } from "../../calendar/time-of-day.js";
import type { Period } from "./period-slots.js";
import { minutesToEnd, type WorkingHours } from "./schedule.js";

/** Working hours in numbers: minutes since midnight, weekdays from 0 for Monday, days since 1970. */
export interface HoursInNumbers extends Period {
  readonly weekdays: ReadonlySet<number>;
  readonly since: number;
  readonly until: number;
}

export function hoursInNumbers(hours: WorkingHours): HoursInNumbers {
  return {
    from: minutesFromTime(hours.from) ?? 0,
    to: minutesToEnd(hours.to) ?? 0,
    weekdays: new Set(hours.weekdays.map((weekday) => weekdays.indexOf(weekday))),
    since: hours.since === undefined ? -Infinity : (dayFromIso(hours.since) ?? 0),
    until: hours.until === undefined ? Infinity : (dayFromIso(hours.until) ?? 0),
  };
}

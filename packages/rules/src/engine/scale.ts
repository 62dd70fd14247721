import { dayFromIso, firstDay, isoFromDay, lastDay } from "../calendar/civil-day.js";
import { calendarPeriod } from "../calendar/term.js";
import { minutesFromTime, timeFromMinutes } from "../calendar/time-of-day.js";

/** An ordered kind as whole numbers: days, minutes, integers and minor units all live on one line. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  /** Bounds below or above these are only where the machine stops, moved by comparisons: shown as unbounded. */
  readonly openBelow: number;
  readonly openAbove: number;
  place(value: unknown): number;
  value(at: number): number | string;
}

interface Declared {
  readonly kind: string;
  readonly min?: number;
  readonly max?: number;
}

/** No source speaks of the first or the last 400 years of the calendar. */
const days: Scale = {
  least: firstDay,
  most: lastDay,
  openBelow: firstDay + calendarPeriod,
  openAbove: lastDay - calendarPeriod,
  place: (value) => dayFromIso(String(value)) ?? NaN,
  value: isoFromDay,
};

const times: Scale = {
  least: 0,
  most: 1439,
  openBelow: -Infinity,
  openAbove: Infinity,
  place: (value) => minutesFromTime(String(value)) ?? NaN,
  value: timeFromMinutes,
};

/** Half of the largest number: no count and no amount gets there. */
const openNumber = 2 ** 52;

/** The scale of a declaration, or `undefined` for kinds without an order. */
export function scaleOf(declared: Declared): Scale | undefined {
  switch (declared.kind) {
    case "date":
      return days;
    case "time":
      return times;
    case "integer":
    case "amount":
      return {
        least: declared.min ?? Number.MIN_SAFE_INTEGER,
        most: declared.max ?? Number.MAX_SAFE_INTEGER,
        openBelow: -openNumber,
        openAbove: openNumber,
        place: Number,
        value: (at) => at,
      };
    default:
      return undefined;
  }
}

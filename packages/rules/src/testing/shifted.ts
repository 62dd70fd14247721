import { dayFromIso, isoFromDay } from "../calendar/civil-day.js";
import { termFromDuration } from "../calendar/term.js";
import { minutesFromTime, timeFromMinutes } from "../calendar/time-of-day.js";

/** A number, day or time one step earlier and one later; nothing for a text of another kind. */
export function shifted(value: unknown): readonly (number | string)[] {
  if (typeof value === "number") return [value - 1, value + 1];
  if (typeof value !== "string") return [];
  const day = dayFromIso(value);
  if (day !== undefined) return [isoFromDay(day - 1), isoFromDay(day + 1)];
  const minutes = minutesFromTime(value);
  if (minutes === undefined) return [];
  return [minutes - 1, minutes + 1].filter((at) => at >= 0 && at < 1440).map(timeFromMinutes);
}

/** A term one day longer, and one unit shorter: `P2M` becomes `P2M1D` and `P1M`. */
export function shiftedTerm(duration: string): readonly string[] {
  const term = termFromDuration(duration);
  if (!term) return [];
  const { months, days } = term;
  const shorter = days > 0 ? { months, days: days - 1 } : { months: months - 1, days };
  return [{ months, days: days + 1 }, ...(shorter.months < 0 ? [] : [shorter])].map(durationOf);
}

function durationOf({ months, days }: { readonly months: number; readonly days: number }): string {
  const text = `${months > 0 ? `${months}M` : ""}${days > 0 ? `${days}D` : ""}`;
  return text === "" ? "P0D" : `P${text}`;
}

/** Whether a literal is a day. */
export function isDay(value: unknown): boolean {
  return typeof value === "string" && dayFromIso(value) !== undefined;
}

import { dayNumber, lastDay } from "./civil-day.js";

type Unit = "D" | "W" | "M" | "Y";

/** An ISO 8601 duration in years, months, weeks and days: `P8D`, `P2M`, `P1Y6M`. */
export type Duration = `P${number}${Unit}` | `P${number}${Unit}${number}${Unit}`;

/** A duration as whole months, then whole days: the months are added first. */
export interface Term {
  readonly months: number;
  readonly days: number;
}

const durationForm = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** The term a duration stands for, or `undefined` when the text is not a duration (or is empty: `P`). */
export function termFromDuration(text: string): Term | undefined {
  const parts = durationForm.exec(text);
  if (!parts || text === "P") return undefined;
  const [years, months, weeks, days] = parts.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return { months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0) };
}

/**
 * The day on which a term ends. Months end on the same day number, or on the last day of a month that has
 * none: 31 January + 1 month is 28 or 29 February. Past 9999-12-31 the calendar ends, and so does the term.
 */
export function addTerm(day: number, { months, days }: Term): number {
  return addMonthsAndDays(day, months, days);
}

/** The same of a term in its parts: where many are added, an object for each would be most of what is allocated. */
export function addMonthsAndDays(day: number, months: number, days: number): number {
  return Math.min(addMonths(day, months) + days, lastDay);
}

/** Days in 400 years: after them months, leap days and weekdays repeat. */
export const calendarPeriod = 146097;

const monthsInPeriod = 4800;
const periodStart = dayNumber(2000, 1, 1);

/**
 * The days from the start of a period to each of its months, and to its end, as they are first asked for: a look-up is
 * five times faster.
 */
let monthStarts: Int32Array | undefined;

function addMonths(day: number, months: number): number {
  if (months === 0) return day;
  const period = Math.floor((day - periodStart) / calendarPeriod);
  const inPeriod = day - periodStart - period * calendarPeriod;
  // Starts lie at most three days from where months of equal length would: the estimate is one off at most.
  let month = Math.floor(inPeriod / (calendarPeriod / monthsInPeriod));
  if (startOf(month) > inPeriod) month -= 1;
  else if (startOf(month + 1) <= inPeriod) month += 1;
  const end = month + months;
  const periods = Math.floor(end / monthsInPeriod);
  const endMonth = end - periods * monthsInPeriod;
  const start = startOf(endMonth);
  const dayInMonth = Math.min(inPeriod - startOf(month), startOf(endMonth + 1) - start - 1);
  return periodStart + (period + periods) * calendarPeriod + start + dayInMonth;
}

function startOf(month: number): number {
  monthStarts ??= new Int32Array(monthsInPeriod + 1);
  const known = monthStarts[month] ?? 0;
  if (known !== 0) return known;
  return (monthStarts[month] = dayNumber(2000 + Math.floor(month / 12), (month % 12) + 1, 1) - periodStart);
}

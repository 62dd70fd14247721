/**
 * Civil days as integers: days since 1970-01-01 in the proleptic Gregorian calendar. The algorithms are the
 * well-known era-based ones; they are compared with luxon over every day from 1900 to 2100.
 */

/** A calendar day, `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. */
export type IsoDay = `${number}-${number}-${number}`;

/** The seven days in ISO order. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export type Weekday = (typeof weekdays)[number];

/** The first and the last day the calendar knows. Terms that would lead further end on the last one. */
export const firstDay = /* @__PURE__ */ dayNumber(1, 1, 1);
export const lastDay = /* @__PURE__ */ dayNumber(9999, 12, 31);

/** The day number of an ISO day, or `undefined` when the text is not a day of the calendar. */
export function dayFromIso(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return undefined;
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  // One of them negative makes the whole negative: a character is no digit.
  if ((century | yearOfCentury | month | day) < 0) return undefined;
  const year = century * 100 + yearOfCentury;
  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > 28 && day > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, day);
}

const dash = 45;

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >>> 0 > 9 || ones >>> 0 > 9 ? -1 : tens * 10 + ones;
}

/** The ISO text of a day number. */
export function isoFromDay(day: number): IsoDay {
  const { year, month, dayOfMonth } = civilFromDay(day);
  const rest = (monthsAndDays[(month << 5) | dayOfMonth] ??= `-${two(month)}-${two(dayOfMonth)}`);
  return (String(year).padStart(4, "0") + rest) as IsoDay;
}

/** What is written after a year, by month and day: put together each time, it would take several times as long. */
const monthsAndDays: string[] = [];

const two = (part: number): string => String(part).padStart(2, "0");

/** The weekday of a day number, 0 for Monday to 6 for Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function dayNumber(year: number, month: number, dayOfMonth: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function civilFromDay(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

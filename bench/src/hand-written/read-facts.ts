// What a careful developer writes once by hand, for speed: the same acceptance as the library, wrong facts give nothing.

export type Raw = Readonly<Record<string, unknown>>;

/**
 * An object with as many names as it should have: where each of them then has a right value, no other name is left.
 * Facts that only a prototype carries count as its own here, which the library does not do.
 */
export function objectOf(raw: unknown, names: number): Raw | undefined {
  if (typeof raw !== "object" || raw === null || kindOf.call(raw) !== "[object Object]") return undefined;
  let count = 0;
  for (const _ in raw) count += 1;
  return count === names ? (raw as Raw) : undefined;
}

const kindOf = Object.prototype.toString;

const dash = 45;

/** A day of the calendar as the number yyyymmdd, or 0. */
export function dayOf(raw: unknown): number {
  if (typeof raw !== "string" || raw.length !== 10) return 0;
  if (raw.charCodeAt(4) !== dash || raw.charCodeAt(7) !== dash) return 0;
  const century = twoDigits(raw, 0);
  const yearOfCentury = twoDigits(raw, 2);
  const month = twoDigits(raw, 5);
  const day = twoDigits(raw, 8);
  // One of them negative makes the whole negative: a character is no digit.
  if ((century | yearOfCentury | month | day) < 0) return 0;
  const year = century * 100 + yearOfCentury;
  if (year < 1 || month < 1 || month > 12 || day < 1 || (day > 28 && day > daysIn(year, month))) return 0;
  return year * 10000 + month * 100 + day;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >>> 0 > 9 || ones >>> 0 > 9 ? -1 : tens * 10 + ones;
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isCount(raw: unknown): raw is number {
  return Number.isSafeInteger(raw) && (raw as number) >= 0;
}

/** The bits of a list of these values, each at most once, or -1. */
export function bitsOf(raw: unknown, bits: ReadonlyMap<unknown, number>): number {
  if (!Array.isArray(raw) || raw.length > bits.size) return -1;
  let found = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const bit = bits.get(raw[at]);
    if (bit === undefined || (found & bit) !== 0) return -1;
    found |= bit;
  }
  return found;
}

/** A bit for each value, the first the lowest. */
export function bitsFor(values: readonly string[]): ReadonlyMap<unknown, number> {
  return new Map(values.map((value, at) => [value, 1 << at]));
}

/** The list for each pattern of bits: an answer that is one of a few is made beforehand, and nobody may change it. */
export function listsOf(values: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 1 << values.length }, (_, bits) =>
    Object.freeze(values.filter((_value, at) => (bits & (1 << at)) !== 0)),
  );
}

export const nothing: readonly string[] = Object.freeze([]);

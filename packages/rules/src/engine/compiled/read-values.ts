import { dayFromIso } from "../../calendar/civil-day.js";
import { minutesFromTime } from "../../calendar/time-of-day.js";
import { longestText } from "../fact-lookup.js";
import { bitsPerWord } from "./frame.js";

// Each accepts exactly what `readFact` accepts; what is wrong is for the slow path to say.

/** What no day, time, number of a choice or word of a set is. */
export const wrong = -(2 ** 30);

/** The day number of an ISO day, or `wrong`. */
export function readDay(raw: unknown): number {
  return typeof raw === "string" ? (dayFromIso(raw) ?? wrong) : wrong;
}

/** The minutes of a time of day, or `wrong`. */
export function readTime(raw: unknown): number {
  return typeof raw === "string" ? (minutesFromTime(raw) ?? wrong) : wrong;
}

/** A text in its one form, or `undefined` when it is wrong. */
export function readText(raw: unknown): string | undefined {
  if (typeof raw !== "string" || raw.length > longestText) return undefined;
  const text = raw.normalize("NFC");
  return text.length > longestText ? undefined : text;
}

/** Whether a number is whole, exact and within its bounds. */
export function isWhole(raw: unknown, min: number, max: number): raw is number {
  return Number.isSafeInteger(raw) && (raw as number) >= min && (raw as number) <= max;
}

/** The bits of a list, or `wrong`. */
export function readBits(raw: unknown, ids: ReadonlyMap<unknown, number>): number {
  if (!Array.isArray(raw)) return wrong;
  const { length } = raw;
  if (length > ids.size) return wrong;
  let bits = 0;
  for (let index = 0; index < length; index += 1) {
    if (!Object.hasOwn(raw, index)) return wrong;
    const id = ids.get(raw[index]);
    if (id === undefined || (bits & (1 << id)) !== 0) return wrong;
    bits |= 1 << id;
  }
  return bits;
}

/** The words of a list of many values, or `undefined` when it is wrong. */
export function readWords(
  raw: unknown,
  ids: ReadonlyMap<unknown, number>,
  count: number,
): readonly number[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  const { length } = raw;
  if (length > ids.size) return undefined;
  const words = new Array<number>(count).fill(0);
  for (let index = 0; index < length; index += 1) {
    const id = Object.hasOwn(raw, index) ? ids.get(raw[index]) : undefined;
    if (id === undefined) return undefined;
    const at = Math.floor(id / bitsPerWord);
    const [word, bit] = [words[at] ?? 0, 1 << (id % bitsPerWord)];
    if ((word & bit) !== 0) return undefined;
    words[at] = word | bit;
  }
  return words;
}

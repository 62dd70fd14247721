import { weekdayOfDay } from "../../calendar/civil-day.js";
import { addMonthsAndDays } from "../../calendar/term.js";
import { isObjectOfFacts } from "./fact-names.js";
import { bitsPerWord, groundOf } from "./frame.js";
import { isWhole, readBits, readDay, readText, readTime, readWords, wrong } from "./read-values.js";
import { dayOrNone, numberOrNone, timeOrNone } from "./show.js";

// The functions that generated code calls, the same whether it was made a moment ago or ahead of time. A module imports
// those it calls: what no policy of a page calls is not in the page.

export { isObjectOfFacts, groundOf };
export { isWhole, readBits, readDay, readText, readTime, readWords, wrong };
export { dayOrNone, numberOrNone, timeOrNone };

/** A day so many months and days later. */
export function plus(day: number, months: number, days: number): number {
  return addMonthsAndDays(day, months, days);
}

/** The same of a day that may be none. */
export function plusOrNone(day: number, months: number, days: number): number {
  return Number.isNaN(day) ? NaN : plus(day, months, days);
}

/** The number of a day's weekday. */
export function weekdayOf(day: number): number {
  return weekdayOfDay(day);
}

/** Whether a set, held in words, has the value of this number. */
export function holds(words: readonly number[], id: number): boolean {
  return (((words[Math.floor(id / bitsPerWord)] ?? 0) >>> (id % bitsPerWord)) & 1) === 1;
}

/** All of them by name. Listed by hand: bundlers keep all of a module whose namespace is used. */
export const tools = {
  dayOrNone,
  groundOf,
  holds,
  isObjectOfFacts,
  isWhole,
  numberOrNone,
  plus,
  plusOrNone,
  readBits,
  readDay,
  readText,
  readTime,
  readWords,
  timeOrNone,
  weekdayOf,
  wrong,
};

import { firstDay, lastDay } from "../calendar/civil-day.js";
import { addTerm, type Term } from "../calendar/term.js";

/**
 * What has been added to a fact: nothing, or terms one after the other. As a function from days to days it never
 * falls, and that alone makes the bounds in `feasibility.ts` exact.
 */
export type Offset = readonly Term[];

export const noOffset: Offset = [];

/** Adds a term at the end; whole days are merged, months are not (31 January + 1 month + 1 month is not + 2). */
export function extendOffset(offset: Offset, term: Term): Offset {
  if (term.months === 0 && term.days === 0) return offset;
  const last = offset.at(-1);
  if (last && term.months === 0) {
    return [...offset.slice(0, -1), { months: last.months, days: last.days + term.days }];
  }
  return [...offset, term];
}

export function offsetKey(offset: Offset): string {
  return offset.map((term) => `${term.months}M${term.days}D`).join("+");
}

export function applyOffset(offset: Offset, at: number): number {
  let end = at;
  for (const term of offset) end = addTerm(end, term);
  return end;
}

/** The shortest and the longest an offset can be, in days. */
export function lengthOf(offset: Offset): { readonly least: number; readonly most: number } {
  let [least, most] = [0, 0];
  for (const { months, days } of offset) {
    const years = Math.floor(months / 12);
    least += years * 365 + (months % 12) * 28 + days;
    most += years * 366 + (months % 12) * 31 + days;
  }
  return { least, most };
}

/** The smallest value that reaches `target` once the offset is added; beyond the calendar where none does. */
export function smallestReaching(offset: Offset, target: number): number {
  if (offset.length === 0) return target;
  if (target > lastDay) return lastDay + 1;
  const { least, most } = lengthOf(offset);
  let [low, high] = [Math.max(target - most, firstDay), Math.min(target - least, lastDay)];
  if (high < low) return low;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (applyOffset(offset, middle) >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The largest value that stays at or below `target` once the offset is added. */
export function largestWithin(offset: Offset, target: number): number {
  if (offset.length === 0) return target;
  // The calendar ends on its last day, so every start fits below it.
  return target >= lastDay ? lastDay : smallestReaching(offset, target + 1) - 1;
}

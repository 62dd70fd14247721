import { bitsPerWord } from "../compiled/frame.js";
import { addTerm } from "../../calendar/term.js";
import { weekdayOfDay } from "../../calendar/civil-day.js";
import type { Term, Test } from "./plan.js";

/** Tests and terms, worked out at once where nothing in them can vary. */
export const always: Test = { is: "truth", truth: true };
export const never: Test = { is: "truth", truth: false };

export function constant(value: boolean | number | string): Term {
  return { is: "constant", value };
}

export function truth(value: boolean): Test {
  return value ? always : never;
}

export function not(part: Test): Test {
  if (part.is === "truth") return truth(!part.truth);
  return part.is === "not" ? part.part : { is: "not", part };
}

export function allOf(parts: readonly Test[]): Test {
  return joined("all", parts, false);
}

export function anyOf(parts: readonly Test[]): Test {
  return joined("any", parts, true);
}

/** What settles the whole cuts off what comes after it, as it does where conditions are evaluated in order. */
function joined(is: "all" | "any", parts: readonly Test[], settles: boolean): Test {
  const kept: Test[] = [];
  for (const part of parts) {
    if (part.is !== "truth") kept.push(part);
    else if (part.truth === settles) return truth(settles);
  }
  const [only] = kept;
  if (only === undefined) return truth(!settles);
  return kept.length === 1 ? only : { is, parts: kept };
}

/** Whether two values are the same; `none` where both may be none. */
export function same(left: Term, right: Term, none: boolean): Test {
  if (left.is === "constant" && right.is === "constant") return truth(Object.is(left.value, right.value));
  if (left.is === "constant") return same(right, left, none);
  if (right.is === "constant") {
    if (Number.isNaN(right.value)) return none ? { is: "none", term: left } : never;
    if (typeof right.value === "boolean" && left.is === "slot") {
      return right.value ? { is: "slot", slot: left.slot } : not({ is: "slot", slot: left.slot });
    }
    return { is: "same", left, right, none: false };
  }
  return { is: "same", left, right, none };
}

export function less(left: Term, right: Term, orSame: boolean): Test {
  if (left.is === "constant" && right.is === "constant") {
    return truth(orSame ? left.value <= right.value : left.value < right.value);
  }
  const isNone = [left, right].some((term) => term.is === "constant" && Number.isNaN(term.value));
  return isNone ? never : { is: "less", left, right, orSame };
}

/** Whether a set, in words, holds a numbered value. */
export function holdsId(words: readonly Term[], id: Term): Test {
  if (words.every((word) => word.is === "constant" && word.value === 0)) return never;
  if (id.is !== "constant") return { is: "holds", words, id };
  const at = Number(id.value);
  const word = words[Math.floor(at / bitsPerWord)];
  if (at < 0 || word === undefined) return never;
  if (word.is === "constant") return truth((Number(word.value) & (1 << (at % bitsPerWord))) !== 0);
  return { is: "holds", words, id };
}

export function without(left: Term, right: Term): Term {
  if (right.is === "constant" && right.value === 0) return left;
  if (left.is === "constant" && right.is === "constant") {
    return constant(Number(left.value) & ~Number(right.value));
  }
  return { is: "without", left, right };
}

export function plusTerm(day: Term, months: number, days: number, mayBeNone: boolean): Term {
  if (day.is !== "constant") return { is: "plus", day, months, days, mayBeNone };
  return Number.isNaN(day.value) ? day : constant(addTerm(Number(day.value), { months, days }));
}

export function weekday(day: Term, ids: readonly number[]): Term {
  if (day.is !== "constant") return { is: "weekday", day, ids };
  return constant(ids[weekdayOfDay(Number(day.value))] ?? NaN);
}

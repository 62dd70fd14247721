import { bitsPerWord, type Frame, type Held } from "../compiled/frame.js";
import { weekdayOfDay } from "../../calendar/civil-day.js";
import { addTerm } from "../../calendar/term.js";
import type { Term, Test } from "./plan.js";

export type Check = (frame: Frame) => boolean;
export type Read = (frame: Frame) => Held;

/** A test as a closure. The shapes that make up most policies have one of their own: it is half as long a way. */
export function checkOf(test: Test): Check {
  switch (test.is) {
    case "truth":
      return test.truth ? () => true : () => false;
    case "slot": {
      const { slot } = test;
      return (frame) => frame[slot] === true;
    }
    case "not": {
      const { part } = test;
      if (part.is === "slot") return (frame) => frame[part.slot] === false;
      const check = checkOf(part);
      return (frame) => !check(frame);
    }
    case "all":
      return every(test.parts.map(checkOf));
    case "any": {
      const fails = every(test.parts.map((part) => checkOf({ is: "not", part })));
      return (frame) => !fails(frame);
    }
    case "same":
      return sameOf(test);
    case "none": {
      const read = readOf(test.term);
      return (frame) => Number.isNaN(read(frame));
    }
    case "less":
      return lessOf(test);
    case "holds":
      return holdsOf(test);
  }
}

/** One call inside the other: a list of checks would be gone through each time. */
function every(checks: readonly Check[]): Check {
  return checks.reduceRight((rest, check) => (frame) => check(frame) && rest(frame));
}

function sameOf({ left, right, none }: Extract<Test, { readonly is: "same" }>): Check {
  if (left.is === "slot" && right.is === "constant") {
    const { slot } = left;
    const { value } = right;
    return (frame) => frame[slot] === value;
  }
  const [one, other] = [readOf(left), readOf(right)];
  return none ? (frame) => Object.is(one(frame), other(frame)) : (frame) => one(frame) === other(frame);
}

function lessOf({ left, right, orSame }: Extract<Test, { readonly is: "less" }>): Check {
  if (left.is === "slot" && right.is === "slot") {
    const one = left.slot;
    const other = right.slot;
    return orSame
      ? (frame) => (frame[one] as number) <= (frame[other] as number)
      : (frame) => (frame[one] as number) < (frame[other] as number);
  }
  const [one, other] = [readOf(left) as NumberAt, readOf(right) as NumberAt];
  return orSame ? (frame) => one(frame) <= other(frame) : (frame) => one(frame) < other(frame);
}

type NumberAt = (frame: Frame) => number;

function holdsOf({ words, id }: Extract<Test, { readonly is: "holds" }>): Check {
  const [only] = words;
  if (id.is === "constant") {
    const at = Number(id.value);
    const word = words[Math.floor(at / bitsPerWord)] ?? { is: "constant", value: 0 };
    const bit = 1 << (at % bitsPerWord);
    if (word.is === "slot") return (frame) => ((frame[word.slot] as number) & bit) !== 0;
    const read = readOf(word) as NumberAt;
    return (frame) => (read(frame) & bit) !== 0;
  }
  if (only?.is === "constant" && words.length === 1 && id.is === "slot") {
    const bits = Number(only.value);
    const { slot } = id;
    return (frame) => ((bits >>> (frame[slot] as number)) & 1) === 1;
  }
  const reads = words.map((word) => readOf(word) as NumberAt);
  const at = readOf(id) as NumberAt;
  return (frame) => {
    const value = at(frame);
    const word = reads[Math.floor(value / bitsPerWord)];
    return word !== undefined && ((word(frame) >>> (value % bitsPerWord)) & 1) === 1;
  };
}

/** A term as a closure. */
export function readOf(term: Term): Read {
  switch (term.is) {
    case "constant": {
      const { value } = term;
      return () => value;
    }
    case "slot": {
      const { slot } = term;
      return (frame) => frame[slot];
    }
    case "rate": {
      const { values, width } = term;
      const [outer, inner] = term.keys.map((key) => readOf(key) as NumberAt);
      if (!outer) return () => values[0];
      return inner
        ? (frame) => values[outer(frame) * width + inner(frame)]
        : (frame) => values[outer(frame) * width];
    }
    case "plus": {
      const day = readOf(term.day) as NumberAt;
      const { months, days, mayBeNone } = term;
      const added = { months, days };
      if (!mayBeNone) return (frame) => addTerm(day(frame), added);
      return (frame) => {
        const start = day(frame);
        return Number.isNaN(start) ? NaN : addTerm(start, added);
      };
    }
    case "weekday": {
      const day = readOf(term.day) as NumberAt;
      const { ids } = term;
      return (frame) => ids[weekdayOfDay(day(frame))];
    }
    case "without": {
      const [left, right] = [readOf(term.left) as NumberAt, readOf(term.right) as NumberAt];
      return (frame) => left(frame) & ~right(frame);
    }
  }
}

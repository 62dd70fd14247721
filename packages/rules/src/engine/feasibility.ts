import { weekdayOfDay } from "../calendar/civil-day.js";
import { calendarPeriod } from "../calendar/term.js";
import type { Below, SlotTerm, Test } from "./bounds.js";
import type { FactTerm } from "./leaf.js";
import { applyOffset, largestWithin, lengthOf, offsetKey, smallestReaching } from "./offset.js";
import { narrowBounds } from "./narrow-bounds.js";
import { textsAgree, type TextAssumption } from "./text-feasibility.js";
import type { Variable } from "./variables.js";

/** One stretch of values an ordered fact may have, or the value it has. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * What has been assumed about ordered facts and texts on one path of a diagram, and whether values exist that
 * meet all of it.
 *
 * Every assumption about ordered facts is a bound between two of them (through offsets, which never fall) or a
 * test of one. Such constraints are closed under minimum and maximum: if two solutions meet them, so do their
 * smallest and their largest values fact by fact. So narrowing each fact to the bounds the others leave decides
 * exactly whether a solution exists, and both ends of each interval that remains belong to one. That holds for
 * cycles of comparisons too; only there the narrowing may creep day by day, and `hasEndlessCycle` cuts it short.
 */
export class Feasibility {
  readonly #slots: ReadonlyMap<string, number>;
  readonly #low: readonly number[];
  readonly #high: readonly number[];
  readonly #belows: readonly Below[];
  readonly #tests: readonly Test[];
  readonly #texts: readonly TextAssumption[];
  #key: string | undefined;

  private constructor(
    slots: ReadonlyMap<string, number>,
    low: readonly number[],
    high: readonly number[],
    belows: readonly Below[],
    tests: readonly Test[],
    texts: readonly TextAssumption[],
  ) {
    this.#slots = slots;
    this.#low = low;
    this.#high = high;
    this.#belows = belows;
    this.#tests = tests;
    this.#texts = texts;
  }

  /** The same for the same assumptions. */
  get key(): string {
    if (this.#key === undefined) {
      const assumed = [...this.#belows, ...this.#tests, ...this.#texts].map((one) => one.key);
      this.#key = `${this.#low.join()}|${this.#high.join()}|${[...new Set(assumed)].sort().join("&")}`;
    }
    return this.#key;
  }

  /** Nothing assumed yet: the interval of every ordered fact, and the texts that are known. */
  static from(intervals: ReadonlyMap<string, Interval>, texts: ReadonlyMap<string, string>): Feasibility {
    const ends = [...intervals.values()];
    return new Feasibility(
      new Map([...intervals.keys()].map((fact, slot) => [fact, slot])),
      ends.map((end) => end.low),
      ends.map((end) => end.high),
      [],
      [],
      [...texts].map(([text, word]) => ({ key: `${text}=${JSON.stringify(word)}`, text, word })),
    );
  }

  /** What remains once a variable has one of the values from `first` to `last`; `undefined` when nothing does. */
  assume(
    variable: Variable,
    first: number,
    last: number,
    named: (fact: string) => string,
  ): Feasibility | undefined {
    switch (variable.kind) {
      case "cut": {
        const slot = this.#slot(named(variable.fact));
        const low = variable.starts[first - 1] ?? -Infinity;
        const high = (variable.starts[last] ?? Infinity) - 1;
        return this.#within(slot, low, high);
      }
      case "order": {
        if (first !== last) return this;
        const [left, right] = [this.#term(variable.left, named), this.#term(variable.right, named)];
        return first === 1 ? this.#below(left, right, 1) : this.#below(right, left, 0);
      }
      case "weekday": {
        const { slot, offset } = this.#term(variable.term, named);
        const about = `weekday ${offsetKey(offset)}`;
        const look = (at: number): number => weekdayOfDay(applyOffset(offset, at));
        const repeats = offset.every((term) => term.months === 0) ? 7 : calendarPeriod;
        const within = repeats + lengthOf(offset).most;
        const key = `${about} ${slot} ${first}-${last}`;
        return this.#met({ key, slot, about, look, first, last, repeats, within });
      }
      case "word": {
        const text = named(variable.fact);
        const word = first === last ? variable.words[first] : undefined;
        if (word !== undefined) return this.#withText({ key: `${text}=${JSON.stringify(word)}`, text, word });
        if (first === 0 && last === variable.words.length) return this;
        const not = last === variable.words.length ? variable.words : [];
        return this.#withText({ key: `${text} other ${JSON.stringify(not)}`, text, not });
      }
      case "same": {
        if (first !== last) return this;
        const [text, other] = [named(variable.left), named(variable.right)];
        return this.#withText({
          key: `${text}${first === 1 ? "=" : "#"}${other}`,
          text,
          other,
          same: first === 1,
        });
      }
      default:
        return this;
    }
  }

  /** What remains once one term, or a fixed place, lies strictly before another. */
  assumeLess(
    left: FactTerm | number,
    right: FactTerm | number,
    leftName: string,
    rightName: string,
  ): Feasibility | undefined {
    if (typeof left === "number" && typeof right === "number") return left < right ? this : undefined;
    if (typeof left === "number") {
      const { offset } = right as FactTerm;
      return this.#within(this.#slot(rightName), smallestReaching(offset, left + 1), Infinity);
    }
    if (typeof right === "number") {
      return this.#within(this.#slot(leftName), -Infinity, largestWithin(left.offset, right - 1));
    }
    return this.#below(
      { slot: this.#slot(leftName), offset: left.offset },
      { slot: this.#slot(rightName), offset: right.offset },
      1,
    );
  }

  /** The smallest and the largest value a fact can still have; both occur. */
  interval(fact: string): Interval {
    const slot = this.#slot(fact);
    return { low: this.#low[slot] ?? -Infinity, high: this.#high[slot] ?? Infinity };
  }

  #slot(name: string): number {
    const slot = this.#slots.get(name);
    if (slot === undefined) throw new RangeError(`there is no ordered fact ${name}`);
    return slot;
  }

  #term(term: FactTerm, named: (fact: string) => string): SlotTerm {
    return { slot: this.#slot(named(term.fact)), offset: term.offset };
  }

  #withText(assumption: TextAssumption): Feasibility | undefined {
    const texts = [...this.#texts, assumption];
    if (!textsAgree(texts)) return undefined;
    return new Feasibility(this.#slots, this.#low, this.#high, this.#belows, this.#tests, texts);
  }

  #below(left: SlotTerm, right: SlotTerm, gap: 0 | 1): Feasibility | undefined {
    if (left.slot !== right.slot) {
      // The bounds decide most comparisons: a known fact has one value.
      const reach = (term: SlotTerm, ends: readonly number[]): number =>
        applyOffset(term.offset, ends[term.slot] ?? 0);
      if (reach(left, this.#low) + gap > reach(right, this.#high)) return undefined;
      if (reach(left, this.#high) + gap <= reach(right, this.#low)) return this;
    }
    const [leftKey, rightKey] = [offsetKey(left.offset), offsetKey(right.offset)];
    const key = `${left.slot}+${leftKey}${gap === 1 ? "<" : "<="}${right.slot}+${rightKey}`;
    if (left.slot === right.slot) {
      const look = (at: number): number =>
        applyOffset(right.offset, at) - applyOffset(left.offset, at) >= gap ? 1 : 0;
      const longest = Math.max(lengthOf(left.offset).most, lengthOf(right.offset).most);
      const test = { key, slot: left.slot, about: `${leftKey}+${gap} ${rightKey}`, look, first: 1, last: 1 };
      return this.#met({ ...test, repeats: calendarPeriod, within: calendarPeriod + longest });
    }
    const belows = [...this.#belows, { key, left, right, gap }];
    return this.#narrowed([...this.#low], [...this.#high], belows, this.#tests);
  }

  #met(test: Test): Feasibility | undefined {
    return this.#narrowed([...this.#low], [...this.#high], this.#belows, [...this.#tests, test]);
  }

  /** What remains once a fact lies within bounds. */
  #within(slot: number, from: number, to: number): Feasibility | undefined {
    const [low, high] = [this.#low[slot] ?? -Infinity, this.#high[slot] ?? Infinity];
    if (from <= low && high <= to) return this;
    if (to < low || high < from) return undefined;
    return this.#narrowed(
      this.#low.with(slot, Math.max(low, from)),
      this.#high.with(slot, Math.min(high, to)),
      this.#belows,
      this.#tests,
    );
  }

  #narrowed(
    low: number[],
    high: number[],
    belows: readonly Below[],
    tests: readonly Test[],
  ): Feasibility | undefined {
    if (belows.length + tests.length > 0 && !narrowBounds(low, high, belows, tests)) return undefined;
    return new Feasibility(this.#slots, low, high, belows, tests, this.#texts);
  }
}

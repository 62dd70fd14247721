import { describe, expect, it } from "vitest";
import {
  allOf,
  always,
  anyOf,
  constant,
  holdsId,
  less,
  never,
  not,
  plusTerm,
  same,
  truth,
  weekday,
  without,
} from "./fold.js";
import type { Term, Test } from "./plan.js";

const slot: Term = { is: "slot", slot: 1 };
const other: Term = { is: "slot", slot: 2 };
const [three, four, none] = [constant(3), constant(4), constant(NaN)];

describe("a condition is worked out at once", () => {
  it("where it is a truth, or turned round twice", () => {
    expect([truth(true), truth(false), not(always), not(never)]).toEqual([always, never, never, always]);
    expect(not(slotTest(3))).toEqual({ is: "not", part: slotTest(3) });
    expect(not(not(slotTest(3)))).toEqual(slotTest(3));
  });

  it("as far as its parts are truths", () => {
    const [one, two] = [slotTest(3), slotTest(4)];
    expect(allOf([])).toBe(always);
    expect(anyOf([])).toBe(never);
    expect(allOf([always, one])).toEqual(one);
    expect(anyOf([one, never])).toEqual(one);
    expect(allOf([one, never, two])).toBe(never);
    expect(anyOf([one, always, two])).toBe(always);
    expect(allOf([one, always, two])).toEqual({ is: "all", parts: [one, two] });
    expect(anyOf([never, one, two])).toEqual({ is: "any", parts: [one, two] });
    expect(allOf([always, always])).toBe(always);
    expect(anyOf([never])).toBe(never);
  });

  it("where both sides are known, none being the same as none and nothing else", () => {
    expect(same(three, three, false)).toBe(always);
    expect(same(three, four, false)).toBe(never);
    expect(same(none, none, false)).toBe(always);
    expect(same(three, none, true)).toBe(never);
    expect([less(three, four, false), less(four, three, false), less(three, three, false)]).toEqual([
      always,
      never,
      never,
    ]);
    expect([less(three, four, true), less(four, three, true), less(three, three, true)]).toEqual([
      always,
      never,
      always,
    ]);
    expect([less(none, three, true), less(slot, none, true), less(none, slot, false)]).toEqual([
      never,
      never,
      never,
    ]);
  });

  it("where one side is none, or a truth", () => {
    expect(same(slot, none, true)).toEqual({ is: "none", term: slot });
    expect(same(none, slot, true)).toEqual({ is: "none", term: slot });
    expect(same(slot, none, false)).toBe(never);
    expect(same(slot, constant(true), false)).toEqual({ is: "slot", slot: 1 });
    expect(same(constant(false), slot, false)).toEqual({ is: "not", part: { is: "slot", slot: 1 } });
    const rate: Term = { is: "rate", name: "x", values: [1], keys: [], width: 1 };
    expect(same(rate, constant(true), false)).toEqual({
      is: "same",
      left: rate,
      right: constant(true),
      none: false,
    });
  });

  it("no further than it can be", () => {
    expect(same(three, slot, true)).toEqual({ is: "same", left: slot, right: three, none: false });
    expect(same(slot, other, true)).toEqual({ is: "same", left: slot, right: other, none: true });
    expect(same(slot, other, false)).toEqual({ is: "same", left: slot, right: other, none: false });
    for (const orSame of [true, false]) {
      expect(less(three, slot, orSame)).toEqual({ is: "less", left: three, right: slot, orSame });
      expect(less(slot, three, orSame)).toEqual({ is: "less", left: slot, right: three, orSame });
    }
  });
});

describe("whether a set holds a value is worked out at once", () => {
  const words = [constant(0b1010), constant(0b1)];

  it("where the set or the value is known", () => {
    const held = (value: number, of: readonly Term[] = words) => holdsId(of, constant(value));
    expect([0, 1, 3, 31, 32].map((value) => held(value))).toEqual([never, always, always, always, never]);
    // A value that is not among those of the set, and one beyond its words.
    expect([held(-1), held(62), held(-1, [slot])]).toEqual([never, never, never]);
    expect(holdsId([constant(0), constant(0)], slot)).toBe(never);
    expect(holdsId([], slot)).toBe(never);
  });

  it("no further than it can be", () => {
    expect(holdsId(words, slot)).toEqual({ is: "holds", words, id: slot });
    expect(holdsId([constant(0), constant(1)], slot).is).toBe("holds");
    expect(holdsId([constant(0), slot], constant(32))).toEqual({
      is: "holds",
      words: [constant(0), slot],
      id: constant(32),
    });
    expect(holdsId([constant(0), slot], constant(3))).toBe(never);
    expect(holdsId([slot], constant(0))).toEqual({ is: "holds", words: [slot], id: constant(0) });
  });
});

describe("a term is worked out at once", () => {
  it("where what is taken away is nothing, or both sides are known", () => {
    expect(without(slot, constant(0))).toBe(slot);
    expect(without(constant(0b111), constant(0b010))).toEqual(constant(0b101));
    expect(without(constant(0), slot)).toEqual({ is: "without", left: constant(0), right: slot });
    expect(without(slot, three)).toEqual({ is: "without", left: slot, right: three });
  });

  it("where the day is known, or known to be none", () => {
    // 30 January 2026, a friday.
    const day = constant(20483);
    expect(plusTerm(day, 1, 0, false)).toEqual(constant(20512));
    expect(plusTerm(day, 0, 2, false)).toEqual(constant(20485));
    expect(plusTerm(none, 1, 0, true)).toBe(none);
    expect(plusTerm(slot, 1, 2, true)).toEqual({
      is: "plus",
      day: slot,
      months: 1,
      days: 2,
      mayBeNone: true,
    });
    const ids = [10, 11, 12, 13, 14, 15, 16];
    expect(weekday(day, ids)).toEqual(constant(14));
    expect(weekday(slot, ids)).toEqual({ is: "weekday", day: slot, ids });
  });
});

function slotTest(at: number): Test {
  return { is: "slot", slot: at };
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalOf, grossOf, isCount, isCurrency, largestAmount, percentOf } from "./money.js";

const amount = fc.bigInt({ min: 0n, max: largestAmount });
const percent = fc.integer({ min: 0, max: 100 });

describe("a percentage", () => {
  it.each([
    [49n, 1, 0n],
    [50n, 1, 1n],
    [149n, 1, 1n],
    [150n, 1, 2n],
    [7n, 7, 0n],
    [8n, 7, 1n],
    [10_000n, 7, 700n],
    [10_000n, 0, 0n],
    [largestAmount, 100, largestAmount],
    [largestAmount, 7, 630_503_947_831_869n],
  ])("of %i at %i %% is %i: a half goes up", (of, at, is) => {
    expect(percentOf(of, at)).toBe(is);
  });

  it("is never half a unit away from the exact share, except above it", () => {
    fc.assert(
      fc.property(amount, percent, (of, at) => {
        const off = percentOf(of, at) * 100n - of * BigInt(at);
        expect(off > -50n && off <= 50n).toBe(true);
      }),
    );
  });

  it("never falls when the amount or the percentage grows, and never exceeds the amount", () => {
    fc.assert(
      fc.property(amount, amount, percent, percent, (one, other, low, high) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const [few, many] = [Math.min(low, high), Math.max(low, high)];
        expect(percentOf(less, few) <= percentOf(more, few)).toBe(true);
        expect(percentOf(more, few) <= percentOf(more, many)).toBe(true);
        expect(percentOf(more, many) <= more).toBe(true);
      }),
    );
  });
});

describe("an amount", () => {
  it("is exact where a number would not be", () => {
    expect(grossOf(Number.MAX_SAFE_INTEGER, 3)).toBe(27_021_597_764_222_973n);
    expect(grossOf(0, 5)).toBe(0n);
    expect(grossOf(12)).toBe(12n);
  });

  it.each([
    [0, 0, true],
    [-1, 0, false],
    [0, 1, false],
    [1, 1, true],
    [1.5, 0, false],
    [Number.MAX_SAFE_INTEGER, 0, true],
    [Number.MAX_SAFE_INTEGER + 1, 0, false],
    ["1", 0, false],
    [null, 0, false],
  ])("%s counts from %i: %s", (value, least, is) => {
    expect(isCount(value, least)).toBe(is);
  });
});

describe("a currency", () => {
  it.each(["RUB", "EUR", "JPY", "BHD", "MGA"])("%s is known", (code) => {
    expect(isCurrency(code)).toBe(true);
  });

  it.each(["rub", "RUR", "XXX", "", "default", "constructor", "__proto__"])("%j is not", (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(decimalOf(1n, code)).toBeUndefined();
  });

  it.each([
    ["RUB", 5n, "0.05"],
    ["RUB", 10_000n, "100.00"],
    ["JPY", 10_000n, "10000"],
    ["BHD", 10_000n, "10.000"],
    ["MGA", 1n, "0.2"],
    ["MGA", 9_300n, "1860.0"],
    ["EUR", largestAmount, "90071992547409.91"],
  ])("writes amounts in %s to the last digit", (code, of, text) => {
    expect(decimalOf(of, code)?.text).toBe(text);
  });
});

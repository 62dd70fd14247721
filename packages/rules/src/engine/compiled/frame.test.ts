import { describe, expect, it } from "vitest";
import { groundOf } from "./frame.js";

describe("the number of a fact among the grounds", () => {
  it("is its own for every value, for none, and for what is unknown", () => {
    const numbers = [groundOf(0), groundOf(1), groundOf(30), groundOf(NaN), groundOf(undefined)];
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(Int32Array.from(numbers)).toEqual(Int32Array.of(0, 1, 30, -2, -1));
  });
});

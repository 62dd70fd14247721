import { describe, expect, it } from "vitest";
import { Combinations } from "./combinations.js";

describe("items kept by whole numbers", () => {
  it("are found by the numbers, whatever becomes of the list they were kept by", () => {
    const kept = new Combinations<object>(2);
    const key = Int32Array.of(1, 2);
    const item = {};
    expect(kept.get(key)).toBeUndefined();
    expect(kept.keep(key, item)).toBe(item);
    key[1] = 3;
    expect(kept.get(Int32Array.of(1, 2))).toBe(item);
    expect(kept.get(key)).toBeUndefined();
  });

  it("are others for another order, and for numbers that amount to the same", () => {
    // 31 times the first and the second are the same of some of these.
    const keys = [
      [0, 0, 0],
      [0, 0, 31],
      [0, 1, 0],
      [1, 0, 0],
      [0, 2, -31],
      [1, 2, 0],
      [2, 1, 0],
      [-1, -1, -1],
      [-2147483648, 2147483647, 0],
    ].map((parts) => Int32Array.from(parts));
    const kept = new Combinations<string>(3);
    for (const key of keys) kept.keep(key, key.join());
    for (const key of keys) expect(kept.get(key)).toBe(key.join());
  });

  it("are one where there is nothing to tell them by", () => {
    const kept = new Combinations<string>(0);
    const key = new Int32Array();
    expect(kept.get(key)).toBeUndefined();
    kept.keep(key, "only");
    expect(kept.get(key)).toBe("only");
  });

  it("are 4,096 at most: what comes after them is not kept", () => {
    const kept = new Combinations<number>(1);
    for (let at = 1; at <= 4097; at += 1) expect(kept.keep(Int32Array.of(at), at)).toBe(at);
    for (let at = 1; at <= 4096; at += 1) expect(kept.get(Int32Array.of(at))).toBe(at);
    expect(kept.get(Int32Array.of(4097))).toBeUndefined();
  });
});

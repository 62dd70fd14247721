import { describe, expect, it } from "vitest";
import { Combinations } from "./combinations.js";

describe("items kept by whole numbers", () => {
  it("are made once for a key, whatever becomes of the list they were asked for by", () => {
    const kept = new Combinations<object>();
    const key = [1, 2];
    const item = kept.get(key, () => ({}));
    expect(kept.get([1, 2], () => expect.fail("made again"))).toBe(item);
    key[1] = 3;
    expect(kept.get([1, 2], () => expect.fail("made again"))).toBe(item);
    expect(kept.get(key, () => ({ made: true }))).toEqual({ made: true });
  });

  it("are others for another length, another order, and for numbers that amount to the same", () => {
    const kept = new Combinations<string>();
    // 31 times the first and the second are the same of some of these.
    const keys = [
      [],
      [0],
      [1],
      [0, 0],
      [0, 31],
      [1, 0],
      [2, -31],
      [1, 2],
      [2, 1],
      [1, 2, 0],
      [-1],
      [30, 0, 1],
    ];
    for (const key of keys) kept.get(key, () => key.join());
    for (const key of keys) expect(kept.get(key, () => expect.fail("made again"))).toBe(key.join());
  });

  it("are 4,096 at most: what comes after them is made each time", () => {
    const kept = new Combinations<number>();
    let made = 0;
    const get = (at: number): number => kept.get([at], () => (made += 1));
    for (let at = 1; at <= 4096; at += 1) expect(get(at)).toBe(at);
    expect([get(1), get(4096)]).toEqual([1, 4096]);
    expect([get(4097), get(4097), get(1)]).toEqual([4097, 4098, 1]);
  });
});

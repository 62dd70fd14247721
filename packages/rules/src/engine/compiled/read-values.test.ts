import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../calendar/civil-day.js";
import { isWhole, readBits, readDay, readText, readTime, readWords, wrong } from "./read-values.js";

describe("a day", () => {
  it("is read where the calendar has it, on both sides of every month, year and century", () => {
    const days = [
      ...["0001-01-01", "0000-12-31", "9999-12-31", "1970-01-01", "2026-01-00", "2026-00-01", "2026-13-01"],
      ...["2026-12-31", "2026-12-32", "2026-01-31", "2026-04-30", "2026-04-31", "2026-02-28", "2026-02-29"],
      ...["2024-02-29", "2024-02-30", "1900-02-29", "2000-02-29", "2100-02-28", "2100-02-29", "0099-03-01"],
    ];
    for (const day of days) expect(readDay(day), day).toBe(dayFromIso(day) ?? wrong);
    expect(readDay("2026-01-28")).toBe(20481);
  });

  it("is wrong in any other form", () => {
    const proper = "2026-11-21";
    const others = [":", "/", " ", "-", "0", "9", "a"];
    for (let at = 0; at < proper.length; at += 1) {
      for (const other of others) {
        const text = proper.slice(0, at) + other + proper.slice(at + 1);
        expect(readDay(text), text).toBe(dayFromIso(text) ?? wrong);
      }
    }
    for (const raw of [
      "2026-11-211",
      "2026-11-2",
      "",
      "02026-11-2",
      20481,
      null,
      undefined,
      ["2026-11-21"],
    ]) {
      expect(readDay(raw)).toBe(wrong);
    }
  });
});

describe("a time", () => {
  it("is read from midnight to the last minute of the day", () => {
    expect(["00:00", "00:01", "09:59", "10:00", "23:59"].map(readTime)).toEqual([0, 1, 599, 600, 1439]);
  });

  it("is wrong in any other form", () => {
    for (const raw of ["24:00", "23:60", "9:00", "09:00:00", "", 600, null, undefined, ["10:00"]]) {
      expect(readTime(raw)).toBe(wrong);
    }
  });
});

describe("a text", () => {
  it("is read in its one form", () => {
    expect(readText("Zoe\u0301")).toBe("Zo\u00e9");
    expect(readText("")).toBe("");
  });

  it("has 1,000 characters at most, before and after", () => {
    expect(readText("a".repeat(1000))).toHaveLength(1000);
    expect(readText("a".repeat(1001))).toBeUndefined();
    // This character is two in its one form; composed, two are one.
    expect(readText("\u0958".repeat(500))).toHaveLength(1000);
    expect(readText("\u0958".repeat(501))).toBeUndefined();
    expect(readText("e\u0301".repeat(501))).toBeUndefined();
  });

  it("is nothing else", () => {
    for (const raw of [1, null, undefined, ["a"], {}]) expect(readText(raw)).toBeUndefined();
  });
});

describe("a whole number", () => {
  it("lies between its bounds, which it may be", () => {
    expect([-1, 0, 1, 12, 13].map((raw) => isWhole(raw, 0, 12))).toEqual([false, true, true, true, false]);
  });

  it("is whole, exact and a number", () => {
    for (const raw of [0.5, NaN, Infinity, 2 ** 53, "3", null, undefined, 3n, [3]]) {
      expect(isWhole(raw, -Infinity, Infinity)).toBe(false);
    }
    expect(isWhole(2 ** 53 - 1, -Infinity, Infinity)).toBe(true);
    expect(isWhole(-0, 0, 12)).toBe(true);
  });
});

describe.each([
  { what: "in one word", read: (raw: unknown, ids: Ids) => readBits(raw, ids), missing: wrong, held: bits },
  {
    what: "in words",
    read: (raw: unknown, ids: Ids) => readWords(raw, ids, 2),
    missing: undefined,
    held: words,
  },
])("a set, $what,", ({ read, missing, held }) => {
  const ids: Ids = new Map([
    ["a", 0],
    ["b", 3],
    ["c", 30],
  ]);

  it("holds what is listed, in any order, or nothing", () => {
    expect(read([], ids)).toEqual(held(0));
    expect(read(["a"], ids)).toEqual(held(1));
    expect(read(["c", "a"], ids)).toEqual(held(2 ** 30 + 1));
    expect(read(["b", "c", "a"], ids)).toEqual(held(2 ** 30 + 9));
  });

  it("is wrong where something is repeated, strange or left out, or it is no list", () => {
    const holed = Object.assign(new Array<string>(2), { 1: "a" });
    const lists = [["a", "a"], ["c", "b", "c"], ["d"], ["a", "b", "c", "a"], [null], new Array(1), holed];
    for (const raw of [...lists, "a", undefined, null, { 0: "a", length: 1 }, new Set(["a"])]) {
      expect(read(raw, ids)).toBe(missing);
    }
  });
});

describe("a set of many values", () => {
  it("has each value in its word", () => {
    const ids = new Map(Array.from({ length: 64 }, (_, at) => [`v${at}`, at]));
    expect(readWords(["v0", "v30", "v31", "v61", "v62"], ids, 3)).toEqual([2 ** 30 + 1, 2 ** 30 + 1, 1]);
    expect(readWords(["v62", "v63", "v62"], ids, 3)).toBeUndefined();
  });
});

type Ids = ReadonlyMap<unknown, number>;

function bits(held: number): unknown {
  return held;
}

function words(held: number): unknown {
  return [held, 0];
}

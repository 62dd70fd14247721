import { describe, expect, it } from "vitest";
import { hold } from "../compile/hold.js";
import type { Enumeration, Shape } from "./frame.js";
import { listerOf, manyListerOf, showerOf } from "./show.js";

const numbered = (values: readonly string[], words = 1): Enumeration => ({
  // Numbers of others stand before theirs, and theirs are turned.
  ids: new Map(values.map((value, at) => [value, values.length - at])),
  words,
});
const many = Array.from({ length: 40 }, (_, at) => `v${at}`);

describe("what is held", () => {
  it.each<{
    readonly shape: Shape;
    readonly values: readonly (boolean | number | string | readonly string[])[];
  }>([
    { shape: { is: "boolean" }, values: [true, false] },
    { shape: { is: "text" }, values: ["", "none", "Zo\u00e9"] },
    { shape: { is: "number" }, values: [0, -4, 700, "none"] },
    { shape: { is: "day" }, values: ["2026-11-21", "0001-01-01", "none"] },
    { shape: { is: "time" }, values: ["00:00", "23:59", "none"] },
    { shape: { is: "choice", values: ["a", "b"], enumeration: numbered(["a", "b"]) }, values: ["a", "b"] },
    {
      shape: { is: "set", values: ["a", "b"], enumeration: numbered(["a", "b"]) },
      values: [[], ["a"], ["b"], ["a", "b"]],
    },
    {
      shape: { is: "set", values: many, enumeration: numbered(many, 2) },
      values: [[], ["v0"], ["v39"], ["v9", "v10"], many],
    },
  ])("as $shape.is is written out as it was", ({ shape, values }) => {
    const show = showerOf({ name: "x", slot: 2, shape, mayBeNone: true });
    for (const value of values) expect(show(["before", true, ...hold(value, shape), "after"])).toEqual(value);
  });

  it("is none where a choice has no such number", () => {
    const enumeration = numbered(["a"]);
    const show = showerOf({
      name: "x",
      slot: 0,
      shape: { is: "choice", values: ["a"], enumeration },
      mayBeNone: true,
    });
    expect(show([7])).toBe("none");
  });
});

describe("a list of values", () => {
  const values = Array.from({ length: 13 }, (_, at) => `v${at}`);
  const ids = new Map(values.map((value, at) => [value, at]));

  it("is in declared order, shared, and nobody may change it", () => {
    const list = listerOf(values, ids);
    expect(list(0b101)).toEqual(["v0", "v2"]);
    for (const bits of [0, 5, 1023, 1024, 8191]) {
      expect(list(bits)).toBe(list(bits));
      expect(Object.isFrozen(list(bits))).toBe(true);
    }
  });

  it("is kept for 1,024 sets of many values, and for all of few", () => {
    const list = listerOf(values, ids);
    for (let bits = 1024; bits < 2048; bits += 1) list(bits);
    expect(list(2047)).toBe(list(2047));
    expect(list(2048)).not.toBe(list(2048));
    expect(list(2048)).toEqual(["v11"]);
    expect(list(1023)).toBe(list(1023));
  });

  it("in several words is in declared order, and nobody may change it", () => {
    const lists = manyListerOf(many, new Map(many.map((value, at) => [value, at])));
    expect(lists([2 ** 30, 3])).toEqual(["v30", "v31", "v32"]);
    expect(Object.isFrozen(lists([0, 0]))).toBe(true);
  });
});

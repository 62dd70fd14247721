import { describe, expect, it } from "vitest";
import { FactNames, isObjectOfFacts } from "./fact-names.js";

describe("the names of an object of facts", () => {
  it("are all there in the declared order, or in the order in which they came last", () => {
    const names = new FactNames(["on", "by", "hours"]);
    const turned = { hours: 1, on: 2, by: 3 };
    expect(names.areAllOf({ on: 1, by: 2, hours: 3 })).toBe(true);
    expect(names.areAllOf(turned)).toBe(false);
    expect(names.pick(turned)).toEqual([2, 3, 1]);
    expect(names.areAllOf(turned)).toBe(true);
    expect(names.areAllOf({ on: 1, by: 2, hours: 3 })).toBe(false);
  });

  it("are not all there where one is missing, strange or inherited, and then the order stays", () => {
    const names = new FactNames(["on", "by"]);
    const inherited = Object.assign(Object.create({ by: 2 }) as object, { on: 1 });
    for (const facts of [
      { on: 1 },
      { by: 1 },
      {},
      { on: 1, by: 2, more: 3 },
      { on: 1, more: 2 },
      inherited,
    ]) {
      expect(names.areAllOf(facts)).toBe(false);
    }
    expect(names.pick({ by: 2 })).toEqual([undefined, 2]);
    expect(names.pick(inherited)).toEqual([1, undefined]);
    expect(names.pick({})).toEqual([undefined, undefined]);
    expect(names.pick({ on: 1, more: 2 })).toBeUndefined();
    expect(names.areAllOf({ on: 1, by: 2 })).toBe(true);
  });

  it("of no facts are all there in an object without any", () => {
    expect(new FactNames([]).areAllOf({})).toBe(true);
    expect(new FactNames([]).areAllOf({ on: 1 })).toBe(false);
  });
});

describe("an object of facts", () => {
  it("is a plain object, with or without a prototype", () => {
    class Facts {
      readonly on = 1;
    }
    for (const facts of [{}, Object.create(null), new Facts()]) expect(isObjectOfFacts(facts)).toBe(true);
  });

  it("is nothing that keeps what it holds elsewhere", () => {
    for (const other of [
      null,
      undefined,
      1,
      "on",
      [],
      new Map(),
      new Date(),
      Promise.resolve(),
      () => ({}),
    ]) {
      expect(isObjectOfFacts(other)).toBe(false);
    }
  });
});

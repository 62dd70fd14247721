import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyPlain, unreadable } from "./copy-plain.js";
import { GuichetError } from "./problem.js";

const whats = (data: unknown) => copyPlain(data).notPlain.map(({ path, what }) => [path.join("."), what]);

describe("copyPlain", () => {
  it("copies all that JSON can carry, and finds nothing wrong with it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const { copy, notPlain } = copyPlain(data);
        expect(notPlain).toEqual([]);
        expect(JSON.stringify(copy)).toBe(JSON.stringify(data));
      }),
    );
  });

  it("keeps what somebody calls __proto__ as an ordinary property", () => {
    const { copy } = copyPlain(JSON.parse('{"__proto__":{"admin":true}}'));
    expect(Object.keys(copy as object)).toEqual(["__proto__"]);
    expect((copy as Record<string, unknown>)["admin"]).toBeUndefined();
  });

  it.each([
    [() => 1, "a function"],
    [Symbol("s"), "a symbol"],
    [1n, "a bigint"],
    [undefined, "undefined"],
    [Number.NaN, "a number that is not finite"],
    [-Infinity, "a number that is not finite"],
    [new Date(0), "an object that is not plain, as a Date or a class instance"],
    [/x/, "an object that is not plain, as a Date or a class instance"],
    [new Map(), "an object that is not plain, as a Date or a class instance"],
    [new GuichetError("policy-refused", []), "an object that is not plain, as a Date or a class instance"],
    [Object.create({ title: "inherited" }), "an object that is not plain, as a Date or a class instance"],
    [new (class List extends Array {})(), "an object that is not plain, as a Date or a class instance"],
    [new Uint8Array(1), "an object that is not plain, as a Date or a class instance"],
    [{ [Symbol("s")]: 1 }, "an object with a symbol as a key"],
    [
      {
        get title() {
          return "x";
        },
      },
      'an object whose property "title" is computed or hidden',
    ],
    [
      Object.defineProperty({}, "title", { value: 1 }),
      'an object whose property "title" is computed or hidden',
    ],
    [new Array(3), "a list with holes or with properties of its own"],
    [Object.assign([1], { title: 1 }), "a list with holes or with properties of its own"],
  ])("refuses %s with its path", (value, what) => {
    const { copy, notPlain } = copyPlain({ a: [1, { b: value }] });
    expect(notPlain).toEqual([{ path: ["a", 1, "b"], what }]);
    expect(copy).toEqual({ a: [1, { b: unreadable }] });
  });

  it("refuses a list of four thousand million holes at once", () => {
    expect(whats(new Array(4_000_000_000))).toEqual([
      ["", "a list with holes or with properties of its own"],
    ]);
  });

  it("refuses a proxy that refuses to be read", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(whats({ a: proxy })).toEqual([["a", "an object that cannot be read"]]);
  });

  it("refuses data that contains itself, and keeps what is only shared", () => {
    const cycle: { self?: unknown } = {};
    cycle.self = [cycle];
    expect(whats(cycle)).toEqual([["self.0", "the data contains itself"]]);
    const shared = { a: 1 };
    const { copy, notPlain } = copyPlain([shared, shared]);
    expect(notPlain).toEqual([]);
    expect((copy as unknown[])[0]).toBe((copy as unknown[])[1]);
  });

  it("accepts objects without a prototype", () => {
    expect(whats(Object.assign(Object.create(null), { a: 1 }))).toEqual([]);
  });

  it("reads what is deeper than any policy neither in full nor by recursion", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 1_000_000; depth += 1) deep = [deep];
    expect(whats(deep)).toEqual([]);
    let copy: unknown = copyPlain(deep).copy;
    let depth = 0;
    for (; Array.isArray(copy); copy = copy[0]) depth += 1;
    expect([depth, copy]).toEqual([1001, unreadable]);
  });
});

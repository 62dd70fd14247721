import fc from "fast-check";
import { expect, it } from "vitest";
import { freezeDeeply } from "./freeze-deeply.js";

it("freezes every part of any plain data, and changes nothing in it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      const before = JSON.stringify(data);
      expect(freezeDeeply(data)).toBe(data);
      expect(JSON.stringify(data)).toBe(before);
      expect(partsOf(data).every((part) => Object.isFrozen(part))).toBe(true);
    }),
  );
});

it("freezes what lies in something frozen before", () => {
  const inner = { a: 1 };
  freezeDeeply(Object.freeze({ inner }));
  expect(Object.isFrozen(inner)).toBe(true);
});

it("freezes lists of 300,000 and depths of 100,000 without running out of stack", () => {
  const wide = Array.from({ length: 300_000 }, () => ({}));
  let deep: unknown = { bottom: true };
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  freezeDeeply([wide, deep]);
  expect(wide.every((part) => Object.isFrozen(part))).toBe(true);
});

it("ends on data that contains itself", () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  expect(Object.isFrozen(freezeDeeply(cycle))).toBe(true);
});

function partsOf(data: unknown): unknown[] {
  return typeof data === "object" && data !== null ? [data, ...Object.values(data).flatMap(partsOf)] : [];
}

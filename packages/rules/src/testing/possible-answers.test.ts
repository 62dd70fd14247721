import { expect, it } from "vitest";
import { isWithin, type Possible } from "./possible-answers.js";

const rows: readonly (readonly [now: Possible, was: Possible, within: boolean])[] = [
  [{ only: 3 }, { only: 3 }, true],
  [{ only: 4 }, { only: 3 }, false],
  [{ oneOf: [true, false] }, { only: true }, false],
  [{ only: "car" }, { oneOf: ["car", "van"] }, true],
  [{ only: "bicycle" }, { oneOf: ["car", "van"] }, false],
  [{ oneOf: ["car", "bicycle"] }, { oneOf: ["car", "van"] }, false],
  [{ only: ["a"] }, { certain: ["a"], possible: ["b"] }, true],
  [{ only: ["b"] }, { certain: ["a"], possible: ["b"] }, false],
  [{ certain: ["a"], possible: ["c"] }, { certain: ["a"], possible: ["b"] }, false],
  [{ certain: ["a", "b"], possible: [] }, { certain: ["a"], possible: ["b"] }, true],
  [{ only: 5 }, { from: 3, to: 5 }, true],
  [{ only: 6 }, { from: 3, to: 5 }, false],
  [{ only: "none" }, { from: 3, to: 5 }, false],
  [{ only: "none" }, { from: 3, to: 5, none: true }, true],
  [{ from: 3, to: 4 }, { from: 3, to: null }, true],
  [{ from: 2, to: 4 }, { from: 3, to: null }, false],
  [{ from: 3, to: null }, { from: 3, to: 5 }, false],
  [{ from: null, to: 5 }, { from: 3, to: null }, false],
  [{ from: 3, to: 4, none: true }, { from: 3, to: 5 }, false],
];

it.each(rows)("%j after %j: %s", (now, was, within) => {
  expect(isWithin(now, was)).toBe(within);
});

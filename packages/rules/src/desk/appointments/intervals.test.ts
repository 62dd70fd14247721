import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, meets, mergeIntervals, type Interval } from "./intervals.js";

const anyInterval = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([one, other]): Interval => ({ from: Math.min(one, other), to: Math.max(one, other) }));
const anyIntervals = fc.array(anyInterval, { maxLength: 8 });

/** The whole numbers in some intervals. */
const pointsIn = (intervals: readonly Interval[]): readonly number[] =>
  Array.from({ length: 61 }, (_, point) => point).filter((point) =>
    intervals.some(({ from, to }) => from <= point && point < to),
  );

describe("merged intervals", () => {
  it("hold the same time, in order, and do not touch", () => {
    fc.assert(
      fc.property(anyIntervals, (intervals) => {
        const merged = mergeIntervals(intervals);
        expect(pointsIn(merged)).toEqual(pointsIn(intervals));
        merged.forEach(({ from, to }, index) => {
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThan(merged[index + 1]?.from ?? Infinity);
        });
      }),
    );
  });

  it("meet and cover a time as their points do", () => {
    fc.assert(
      fc.property(anyIntervals, anyInterval, (intervals, { from, to }) => {
        fc.pre(from < to);
        const merged = mergeIntervals(intervals);
        const asked = pointsIn([{ from, to }]);
        const held = pointsIn(intervals);
        expect(meets(merged, from, to)).toBe(asked.some((point) => held.includes(point)));
        expect(covers(merged, from, to)).toBe(asked.every((point) => held.includes(point)));
      }),
    );
  });
});

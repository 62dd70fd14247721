import { fc, test } from "@fast-check/vitest";
import { millisFromInstant } from "@guichet/rules/calendar";
import { describe, expect, it } from "vitest";
import { busyTimes } from "./busy-times.js";
import type { Stretch } from "./joined-stretches.js";

const minute = 60_000;
const day = 1440 * minute;
const inMinutes = (taken: readonly Stretch[]): readonly (readonly [number, number])[] =>
  busyTimes(taken).map(({ startsAt, durationMinutes }) => {
    const from = (millisFromInstant(startsAt) ?? NaN) / minute;
    return [from, from + durationMinutes];
  });

describe("taken times", () => {
  it("become one where they overlap, and where they touch", () => {
    const taken = [
      { from: 30 * minute, to: 60 * minute },
      { from: 0, to: 31 * minute },
      { from: 60 * minute, to: 90 * minute },
      { from: 91 * minute, to: 92 * minute },
    ];
    expect(inMinutes(taken)).toEqual([
      [0, 90],
      [91, 92],
    ]);
  });

  it("of more than a day become several appointments", () => {
    expect(inMinutes([{ from: day - minute, to: 3 * day }])).toEqual([
      [1439, 1440],
      [1440, 2880],
      [2880, 4320],
    ]);
  });

  it("have ids of their own", () => {
    const taken = [0, 2, 4].map((from) => ({ from: from * minute, to: (from + 1) * minute }));
    expect(new Set(busyTimes(taken).map(({ id }) => id)).size).toBe(3);
  });

  const stretch = fc
    .tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 4000 }))
    .map(([from, length]) => ({ from: from * minute, to: (from + length) * minute }));

  test.prop([fc.array(stretch), fc.integer({ min: -6000, max: 10_000 })])(
    "take a minute exactly where one of them does",
    (taken, at) => {
      const isTaken = taken.some(({ from, to }) => from <= at * minute && at * minute < to);
      expect(inMinutes(taken).some(([from, to]) => from <= at && at < to)).toBe(isTaken);
    },
  );
});

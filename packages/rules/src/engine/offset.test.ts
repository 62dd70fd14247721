import { describe, expect, it } from "vitest";
import { dayFromIso, firstDay, isoFromDay, lastDay } from "../calendar/civil-day.js";
import { termFromDuration } from "../calendar/term.js";
import {
  applyOffset,
  extendOffset,
  largestWithin,
  lengthOf,
  noOffset,
  offsetKey,
  smallestReaching,
  type Offset,
} from "./offset.js";

const chains = [
  [],
  ["P2D"],
  ["P8D"],
  ["P1M"],
  ["P2M"],
  ["P1M", "P1M"],
  ["P1M1D"],
  ["P1M", "P30D"],
  ["P2D", "P1M"],
  ["P1Y"],
  ["P5Y"],
  ["P1Y", "P1M"],
];
/** Month ends, a leap day, and the February of a year that has none, though it is divisible by four. */
const windows = ["2024-01-25", "2023-01-25", "2024-02-20", "1900-02-20", "2023-12-20"];

describe("what is added to a day", () => {
  it.each(chains.map((chain) => [chain]))("as %j is undone exactly", (chain) => {
    const offset = offsetOf(chain);
    const { least, most } = lengthOf(offset);
    for (const window of windows) {
      const start = dayOf(window) - 5;
      // Every value that could reach the targets is tried.
      const values = Array.from({ length: 50 + most - least }, (_, index) => start + index);
      for (let target = start + most; target < start + most + 40; target += 1) {
        const reaching = values.find((at) => applyOffset(offset, at) >= target);
        const within = values.findLast((at) => applyOffset(offset, at) <= target);
        expect(smallestReaching(offset, target), `smallest reaching ${isoFromDay(target)}`).toBe(reaching);
        expect(largestWithin(offset, target), `largest within ${isoFromDay(target)}`).toBe(within);
      }
    }
  });

  it("is never shorter or longer than its length", () => {
    for (const chain of chains) {
      const offset = offsetOf(chain);
      const { least, most } = lengthOf(offset);
      for (let day = dayOf("1896-01-01"); day < dayOf("1906-01-01"); day += 1) {
        const length = applyOffset(offset, day) - day;
        if (length < least || length > most)
          expect.fail(`${chain.join()} has ${length} days from ${isoFromDay(day)}`);
      }
    }
  });

  it("is as short as its months and years can be, and as long", () => {
    const lengths = (...durations: readonly string[]) => Object.values(lengthOf(offsetOf(durations)));
    expect(lengthOf(noOffset)).toEqual({ least: 0, most: 0 });
    expect(lengths("P9D")).toEqual([9, 9]);
    expect(lengths("P1M")).toEqual([28, 31]);
    expect(lengths("P11M3D")).toEqual([311, 344]);
    expect(lengths("P1Y")).toEqual([365, 366]);
    expect(lengths("P2Y1M", "P1M")).toEqual([786, 794]);
  });

  it("has a name that says each of its terms", () => {
    expect(offsetKey(offsetOf(["P1M3D", "P2Y"]))).toBe("1M3D+24M0D");
    expect(offsetKey(noOffset)).toBe("");
  });

  it("leads nowhere past the end of the calendar", () => {
    const month = offsetOf(["P1M"]);
    expect(smallestReaching(month, lastDay)).toBe(dayOf("9999-11-30") + 1);
    expect(smallestReaching(month, lastDay + 1)).toBeGreaterThan(lastDay);
    expect(largestWithin(month, lastDay)).toBe(lastDay);
    expect(largestWithin(month, lastDay - 1)).toBe(dayOf("9999-11-30"));
  });

  it("leaves nothing below the first day", () => {
    expect(smallestReaching(offsetOf(["P1M"]), firstDay)).toBe(firstDay);
    expect(largestWithin(offsetOf(["P1M"]), firstDay)).toBe(firstDay - 1);
  });

  it("joins whole days, and months never", () => {
    expect(offsetOf(["P1M", "P2D", "P1W"])).toEqual([{ months: 1, days: 9 }]);
    expect(offsetOf(["P1M", "P1M"])).toHaveLength(2);
    expect(offsetKey(offsetOf(["P1M", "P1M"]))).not.toBe(offsetKey(offsetOf(["P2M"])));
    expect(offsetOf(["P0D"])).toEqual(noOffset);
  });
});

function offsetOf(durations: readonly string[]): Offset {
  return durations.reduce(
    (offset, duration) => extendOffset(offset, termFromDuration(duration) ?? expect.fail(duration)),
    noOffset,
  );
}

function dayOf(iso: string): number {
  return dayFromIso(iso) ?? expect.fail(`${iso} is no day`);
}

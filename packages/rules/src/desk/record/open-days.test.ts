import { describe, expect, it } from "vitest";
import { openDays } from "./open-days.js";

// 2026-11-23 is a Monday.
const calendar = { openWeekdays: ["monday", "tuesday", "saturday"], closedDays: ["2026-11-24"] } as const;

describe("the open days of a clinic", () => {
  it("are its weekdays between two days, both included, without the closed ones", () => {
    expect(openDays(calendar, "2026-11-21", "2026-11-30")).toEqual([
      "2026-11-21",
      "2026-11-23",
      "2026-11-28",
      "2026-11-30",
    ]);
    expect(openDays(calendar, "2026-11-22", "2026-11-29")).toEqual(["2026-11-23", "2026-11-28"]);
  });

  it("can be one, and can be none", () => {
    expect(openDays(calendar, "2026-11-23", "2026-11-23")).toEqual(["2026-11-23"]);
    expect(openDays(calendar, "2026-11-24", "2026-11-27")).toEqual([]);
    expect(openDays({ openWeekdays: [] }, "2026-11-23", "2026-11-29")).toEqual([]);
  });

  it("are none from a day to an earlier one", () => {
    expect(openDays(calendar, "2026-11-30", "2026-11-23")).toEqual([]);
  });
});

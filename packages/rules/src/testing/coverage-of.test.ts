import { describe, expect, it } from "vitest";
import { coverageOf } from "./coverage-of.js";
import { openingHours } from "./opening-hours.fixture.js";
import { visitorParking } from "./visitor-parking.js";

const at = (hour: number, on = "2026-01-01", staff = false) => ({ facts: { visit: { on, hour }, staff } });

describe("the coverage of cases", () => {
  it("is nothing where there is no case, and everything is named", () => {
    const { cases, boundaries, days, missing } = coverageOf(openingHours, []);
    expect([cases, boundaries, days]).toEqual([
      { of: 4, shown: 0, percent: 0 },
      { of: 4, shown: 0, percent: 0 },
      { of: 1, shown: 0, percent: 0 },
    ]);
    expect(missing).toEqual([
      { what: "case", edition: "2026-01-01", id: "OH-1" },
      { what: "case", edition: "2026-01-01", id: "OH-2" },
      { what: "case", edition: "2026-01-01", id: "OH-3" },
      { what: "case", edition: "2026-01-01", id: "OH-4" },
      { what: "boundary", edition: "2026-01-01", fact: "visit.hour", value: "7" },
      { what: "boundary", edition: "2026-01-01", fact: "visit.hour", value: "8" },
      { what: "boundary", edition: "2026-01-01", fact: "visit.hour", value: "19" },
      { what: "boundary", edition: "2026-01-01", fact: "visit.hour", value: "20" },
      { what: "day", day: "2026-01-01" },
    ]);
  });

  it("is full where each case takes part and each threshold is met from both sides", () => {
    const { missing, boundaries } = coverageOf(openingHours, [at(7), at(8), at(19), at(20)]);
    expect(missing).toEqual([]);
    expect(boundaries).toEqual({ of: 4, shown: 4, percent: 100 });
  });

  it("is rounded down", () => {
    const on = (day: string) => ({ facts: { visit: { on: day } } });
    const { days } = coverageOf(visitorParking, [on("2024-06-30"), on("2024-07-01")]);
    expect(days).toEqual({ of: 7, shown: 2, percent: 28 });
  });

  it("takes a threshold as met only in the edition that has it", () => {
    const { boundaries } = coverageOf(openingHours, [at(7), at(8), at(19, "2025-01-01")]);
    expect(boundaries).toEqual({ of: 4, shown: 2, percent: 50 });
  });

  it("counts the days on which an edition or a rate begins, and the days before them", () => {
    const { missing } = coverageOf(visitorParking, []);
    expect(missing.flatMap((one) => (one.what === "day" ? [one.day] : []))).toEqual([
      "2024-01-01",
      "2024-06-30",
      "2024-07-01",
      "2025-02-28",
      "2025-03-01",
      "2025-06-30",
      "2025-07-01",
    ]);
  });

  it("takes cases of which not everything is known", () => {
    const { cases } = coverageOf(openingHours, [{ facts: { visit: { on: "2026-01-01", hour: 20 } } }]);
    expect(cases.shown).toBeGreaterThanOrEqual(2);
  });
});

import { fc, test } from "@fast-check/vitest";
import { isoFromDay, timeFromMinutes } from "@guichet/rules/calendar";
import { findSlots } from "@guichet/rules/desk";
import { describe, expect, it } from "vitest";
import { workingHours, type DayRanges } from "./working-hours.js";

const monday = "2026-03-02";
const written = (days: readonly DayRanges[]): readonly string[] =>
  workingHours(days).map(({ since, from, to }) => `${since ?? ""} ${from}-${to}`);

describe("hours as MEDOTS writes them", () => {
  it("are hours of that one day", () => {
    expect(workingHours([{ day: monday, ranges: ["09:00-13:00"] }])).toEqual([
      expect.objectContaining({ from: "09:00", to: "13:00", since: monday, until: monday }),
    ]);
  });

  it("become one where they meet, and stay two where they do not", () => {
    expect(written([{ day: monday, ranges: ["12:00-15:00", "09:00-12:00", "16:00-17:00"] }])).toEqual([
      `${monday} 09:00-15:00`,
      `${monday} 16:00-17:00`,
    ]);
  });

  it.each([
    ["22:00-24:00", [`${monday} 22:00-24:00`]],
    ["22:00-00:00", [`${monday} 22:00-24:00`]],
    ["22:00-02:00", [`${monday} 22:00-24:00`, "2026-03-03 00:00-02:00"]],
    ["09:00-09:00", []],
    ["9-13", []],
    ["09:00-25:00", []],
    ["", []],
  ])("read %j as the hours it says", (range, expected) => {
    expect(written([{ day: monday, ranges: [range] }])).toEqual(expected);
  });

  const minutes = fc.integer({ min: 0, max: 1439 }).map(timeFromMinutes);
  const range = fc.tuple(minutes, minutes).map(([from, to]) => `${from}-${to}`);
  const days = fc.uniqueArray(
    fc.record({ day: fc.integer({ min: 20_000, max: 20_004 }), ranges: fc.array(range) }),
    {
      selector: ({ day }) => day,
    },
  );

  test.prop([days])("are a schedule the desk accepts, whatever they say", (given) => {
    const hours = workingHours(given.map(({ day, ranges }) => ({ day: isoFromDay(day), ranges })));
    const schedule = {
      zone: "Europe/Paris",
      clinicAddress: "1 rue Exemple",
      services: [{ id: "check-up", specialty: "dentistry", durationMinutes: 30 }],
      practitioners: [
        { id: "1", fullName: "Dr Ada Exemple", specialties: ["dentistry"], workingHours: hours },
      ],
    };
    const wish = {
      service: "check-up",
      practitioner: "any",
      from: isoFromDay(20_000),
      to: isoFromDay(20_004),
    };
    const at = `${isoFromDay(19_999)}T12:00Z`;
    expect(() => findSlots({ at, schedule, wish })).not.toThrow();
  });
});

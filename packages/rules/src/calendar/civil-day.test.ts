import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  civilFromDay,
  dayFromIso,
  dayNumber,
  daysInMonth,
  firstDay,
  isoFromDay,
  lastDay,
  weekdayOfDay,
} from "./civil-day.js";

describe("civil days", () => {
  it("are those of luxon on every day from 1900 to 2100", { timeout: 300_000 }, () => {
    const last = DateTime.utc(2100, 12, 31).toMillis();
    let day = dayNumber(1900, 1, 1);
    for (let moment = DateTime.utc(1900, 1, 1).toMillis(); moment <= last; moment += 86_400_000) {
      const expected = DateTime.fromMillis(moment, { zone: "utc" });
      const iso = expected.toISODate();
      const civil = { year: expected.year, month: expected.month, dayOfMonth: expected.day };
      if (iso === null) expect.fail("luxon has no such day");
      if (isoFromDay(day) !== iso) expect.fail(`${iso} is printed as ${isoFromDay(day)}`);
      if (dayFromIso(iso) !== day) expect.fail(`${iso} is not read as it was printed`);
      if (weekdayOfDay(day) !== expected.weekday - 1) expect.fail(`${iso} falls on another weekday`);
      if (daysInMonth(civil.year, civil.month) !== expected.daysInMonth)
        expect.fail(`the month of ${iso} is longer`);
      if (dayNumber(civil.year, civil.month, civil.dayOfMonth) !== day)
        expect.fail(`${iso} has another number`);
      expect(civilFromDay(day)).toEqual(civil);
      day += 1;
    }
    expect(isoFromDay(day - 1)).toBe("2100-12-31");
  });

  it("reach from the first day of year 1 to the last of 9999", () => {
    expect(isoFromDay(firstDay)).toBe("0001-01-01");
    expect(isoFromDay(lastDay)).toBe("9999-12-31");
    expect(dayFromIso("0001-01-01")).toBe(firstDay);
    expect(dayFromIso("9999-12-31")).toBe(lastDay);
    expect(dayFromIso("0000-12-31")).toBeUndefined();
    const years = ["0099-12-31", "0999-12-31", "1000-01-01", "9999-01-01"];
    expect(years.map((year) => isoFromDay(dayFromIso(year) ?? 0))).toEqual(years);
  });

  it.each(["2024-02-29", "2000-02-29", "2023-02-28", "2023-12-31"])("know %s", (iso) => {
    expect(dayFromIso(iso)).toBeDefined();
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2024-02-30",
    "2024-04-31",
    "2024-00-10",
    "2024-13-01",
    "2024-01-00",
    "2024-1-1",
    "24-01-01",
    "2024-01-01T00:00",
    " 2024-01-01",
    "10000-01-01",
    "2024/01-01",
    "2024-01/01",
    "2024-0١-01",
    "2024-01-:1",
    "2024-01-1/",
    "-024-01-01",
    "",
  ])("refuse %j", (text) => {
    expect(dayFromIso(text)).toBeUndefined();
  });

  it("count weekdays from Monday, also before 1970", () => {
    expect(weekdayOfDay(dayNumber(1970, 1, 1))).toBe(3);
    expect(weekdayOfDay(dayNumber(1969, 12, 29))).toBe(0);
    expect(weekdayOfDay(firstDay)).toBe(0);
  });
});

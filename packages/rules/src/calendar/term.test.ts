import { DateTime, Duration as LuxonDuration } from "luxon";
import { describe, expect, it } from "vitest";
import { dayFromIso, dayNumber, firstDay, isoFromDay, lastDay } from "./civil-day.js";
import { addTerm, calendarPeriod, termFromDuration, type Term } from "./term.js";

const inUse = ["P2D", "P8D", "P1M", "P2M", "P5Y"];
const others = ["P1D", "P1W", "P30D", "P11M", "P1Y", "P1Y6M", "P1M1D"];

describe("the day on which a term ends", () => {
  it.each([...inUse, ...others])(
    "is that of luxon for %s, from every day from 1900 to 2100",
    { timeout: 300_000 },
    (duration) => {
      const term = termOf(duration);
      const added = LuxonDuration.fromISO(duration);
      const last = DateTime.utc(2100, 12, 31).toMillis();
      let day = dayNumber(1900, 1, 1);
      for (let moment = DateTime.utc(1900, 1, 1).toMillis(); moment <= last; moment += 86_400_000) {
        const expected = DateTime.fromMillis(moment, { zone: "utc" }).plus(added).toISODate();
        const found = isoFromDay(addTerm(day, term));
        if (found !== expected)
          expect.fail(`${isoFromDay(day)} and ${duration} is ${found}, not ${String(expected)}`);
        day += 1;
      }
    },
  );

  it.each([
    ["2024-01-30", "P1M", "2024-02-29"],
    ["2024-01-31", "P1M", "2024-02-29"],
    ["2023-01-28", "P1M", "2023-02-28"],
    ["2023-01-31", "P1M", "2023-02-28"],
    ["2024-02-29", "P1Y", "2025-02-28"],
    ["2024-02-29", "P4Y", "2028-02-29"],
    ["1896-02-29", "P4Y", "1900-02-28"],
    ["2024-02-29", "P1M", "2024-03-29"],
    ["2024-12-31", "P2M", "2025-02-28"],
    ["2024-01-31", "P1M1D", "2024-03-01"],
    ["2024-02-27", "P2D", "2024-02-29"],
    ["2023-02-27", "P2D", "2023-03-01"],
  ])("from %s, %s later, is %s", (from, duration, expected) => {
    expect(isoFromDay(addTerm(dayOf(from), termOf(duration)))).toBe(expected);
  });

  it("is the last of the calendar where the term leads past it", () => {
    expect(addTerm(lastDay, termOf("P1D"))).toBe(lastDay);
    expect(addTerm(lastDay - 1, termOf("P1D"))).toBe(lastDay);
    expect(addTerm(dayOf("9999-12-01"), termOf("P1M"))).toBe(lastDay);
    expect(addTerm(firstDay, termOf("P999Y"))).toBe(dayOf("1000-01-01"));
  });

  it("never falls as the first day rises, and repeats after 400 years", () => {
    for (const term of [...inUse, ...others].map(termOf)) {
      for (let day = dayNumber(1999, 1, 1); day < dayNumber(2005, 1, 1); day += 1) {
        const end = addTerm(day, term);
        if (end > addTerm(day + 1, term)) expect.fail(`the term falls after ${isoFromDay(day)}`);
        if (end + calendarPeriod !== addTerm(day + calendarPeriod, term)) expect.fail(`no repetition`);
      }
    }
  });
});

describe("a duration", () => {
  it.each([
    ["P8D", { months: 0, days: 8 }],
    ["P2W", { months: 0, days: 14 }],
    ["P2M", { months: 2, days: 0 }],
    ["P1Y6M", { months: 18, days: 0 }],
    ["P1Y2M3W4D", { months: 14, days: 25 }],
    ["P0D", { months: 0, days: 0 }],
  ])("%s is read as months, then days", (text, term) => {
    expect(termFromDuration(text)).toEqual(term);
  });

  it.each(["P", "", "8D", "P8", "PT8H", "P1D1M", "P-1D", "P1.5D", "P1000Y", "P100000D", " P1D"])(
    "is not read from %j",
    (text) => {
      expect(termFromDuration(text)).toBeUndefined();
    },
  );
});

function termOf(duration: string): Term {
  return termFromDuration(duration) ?? expect.fail(`${duration} is no duration`);
}

function dayOf(iso: string): number {
  return dayFromIso(iso) ?? expect.fail(`${iso} is no day`);
}

import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay, weekdayOfDay } from "../../calendar/civil-day.js";
import { stretchesOf } from "../../calendar/day-stretches.js";
import { timeFromMinutes } from "../../calendar/time-of-day.js";
import { slotsOfPeriod, type Period } from "./period-slots.js";

const lengths = [15, 30, 45, 60, 90, 120];
const night: Period = { from: 0, to: 6 * 60 };

const slotsOn = (day: string, zone: string, length: number, period: Period = night) =>
  slotsOfPeriod(stretchesOf(dayFromIso(day) ?? 0, zone), period, length);

/** `01:00+01:00`; in brackets where it yields. */
const written = (day: string, zone: string, length: number, period: Period = night) =>
  slotsOn(day, zone, length, period).map(({ startsAt, yields }) => {
    const shown = DateTime.fromMillis(startsAt, { zone }).toFormat("HH:mmZZ");
    return yields ? `(${shown})` : shown;
  });

describe("hours on an ordinary day", () => {
  it("hold slots one after the other", () => {
    expect(written("2026-03-02", "Europe/Paris", 30, { from: 540, to: 630 })).toEqual([
      "09:00+01:00",
      "09:30+01:00",
      "10:00+01:00",
    ]);
  });

  it("hold no slot that would end after them", () => {
    expect(written("2026-03-02", "Europe/Paris", 30, { from: 540, to: 629 })).toHaveLength(2);
    expect(written("2026-03-02", "Europe/Paris", 30, { from: 540, to: 569 })).toEqual([]);
  });

  it("may last until the end of the day", () => {
    expect(written("2026-03-02", "Europe/Paris", 60, { from: 1380, to: 1440 })).toEqual(["23:00+01:00"]);
  });
});

describe("Europe/Paris, 29 March 2026: at two the clock is put forward to three", () => {
  it.each([
    [60, ["00:00+01:00", "01:00+01:00", "03:00+02:00", "04:00+02:00", "05:00+02:00"]],
    [
      45,
      [
        "00:00+01:00",
        "00:45+01:00",
        "(01:30+01:00)",
        "03:00+02:00",
        "03:45+02:00",
        "04:30+02:00",
        "05:15+02:00",
      ],
    ],
    [90, ["00:00+01:00", "(01:30+01:00)", "03:00+02:00", "04:30+02:00"]],
    [120, ["00:00+01:00", "04:00+02:00"]],
  ])("slots of %i minutes start when the clock shows it", (length, expected) => {
    expect(written("2026-03-29", "Europe/Paris", length)).toEqual(expected);
  });

  it("a slot that would end after the hours yields", () => {
    expect(written("2026-03-29", "Europe/Paris", 90, { from: 0, to: 180 })).toEqual([
      "00:00+01:00",
      "(01:30+01:00)",
    ]);
  });

  it("no slot starts in the hour that is left out", () => {
    expect(written("2026-03-29", "Europe/Paris", 30, { from: 120, to: 180 })).toEqual([]);
  });
});

describe("Europe/Paris, 25 October 2026: at three the clock is put back to two", () => {
  it.each([
    [
      60,
      [
        "00:00+02:00",
        "01:00+02:00",
        "02:00+02:00",
        "02:00+01:00",
        "03:00+01:00",
        "04:00+01:00",
        "05:00+01:00",
      ],
    ],
    [90, ["00:00+02:00", "01:30+02:00", "03:00+01:00", "04:30+01:00"]],
    [120, ["00:00+02:00", "(02:00+02:00)", "02:00+01:00", "04:00+01:00"]],
  ])("slots of %i minutes start whenever the clock shows it", (length, expected) => {
    expect(written("2026-10-25", "Europe/Paris", length)).toEqual(expected);
  });

  it("hours that end in the repeated hour end each time, and start again", () => {
    expect(written("2026-10-25", "Europe/Paris", 30, { from: 60, to: 150 })).toEqual([
      "01:00+02:00",
      "01:30+02:00",
      "02:00+02:00",
      "02:00+01:00",
    ]);
    expect(written("2026-10-25", "Europe/Paris", 60, { from: 90, to: 150 })).toEqual(["01:30+02:00"]);
  });
});

describe("Europe/Moscow", () => {
  it("puts the clock forward for the last time on 27 March 2011", () => {
    expect(written("2011-03-27", "Europe/Moscow", 60)).toEqual([
      "00:00+03:00",
      "01:00+03:00",
      "03:00+04:00",
      "04:00+04:00",
      "05:00+04:00",
    ]);
  });

  it("puts it back for good on 26 October 2014", () => {
    expect(written("2014-10-26", "Europe/Moscow", 60)).toEqual([
      "00:00+04:00",
      "01:00+04:00",
      "01:00+03:00",
      "02:00+03:00",
      "03:00+03:00",
      "04:00+03:00",
      "05:00+03:00",
    ]);
  });

  it("had summers before 2011, and none since", () => {
    expect(written("2010-07-01", "Europe/Moscow", 60, { from: 540, to: 600 })).toEqual(["09:00+04:00"]);
    expect(written("2010-12-01", "Europe/Moscow", 60, { from: 540, to: 600 })).toEqual(["09:00+03:00"]);
    expect(written("2012-12-01", "Europe/Moscow", 60, { from: 540, to: 600 })).toEqual(["09:00+04:00"]);
    expect(written("2026-07-01", "Europe/Moscow", 60, { from: 540, to: 600 })).toEqual(["09:00+03:00"]);
  });
});

const lastSunday = (year: number, month: string): string => {
  let day = dayFromIso(`${year}-${month}-31`) ?? 0;
  while (weekdayOfDay(day) !== 6) day -= 1;
  return isoFromDay(day);
};
const years = Array.from({ length: 16 }, (_, index) => 2020 + index);
const onDays = (days: readonly string[], zone: string) => days.map((day) => [day, zone] as const);
const switches = [
  ...onDays(
    years.flatMap((year) => [lastSunday(year, "03"), lastSunday(year, "10")]),
    "Europe/Paris",
  ),
  ...onDays(
    ["2009-03-29", "2009-10-25", "2010-03-28", "2010-10-31", "2011-03-27", "2014-10-26"],
    "Europe/Moscow",
  ),
];

describe.each(switches)("on %s in %s", (day, zone) => {
  const ordinary = (length: number) => slotsOn("2026-06-01", "Etc/UTC", length).map(({ minute }) => minute);

  it("the clock does change", () => {
    expect(stretchesOf(dayFromIso(day) ?? 0, zone)).toHaveLength(2);
  });

  it.each(lengths)("no slot of %i minutes shifts, comes twice or is lost", (length) => {
    const slots = slotsOn(day, zone, length);
    expect(new Set(slots.map(({ startsAt }) => startsAt)).size).toBe(slots.length);
    for (const { startsAt, minute } of slots) {
      const shown = DateTime.fromMillis(startsAt, { zone }).toFormat("yyyy-MM-dd HH:mm");
      expect(shown).toBe(`${day} ${timeFromMinutes(minute)}`);
    }
    const expected = ordinary(length).flatMap((minute) => {
      const clock = DateTime.fromISO(`${day}T${timeFromMinutes(minute)}`, { zone });
      const shown = clock.toFormat("HH:mm") === timeFromMinutes(minute);
      return shown ? clock.getPossibleOffsets().map((moment) => moment.toMillis()) : [];
    });
    expect(slots.map(({ startsAt }) => startsAt)).toEqual(expected.sort((left, right) => left - right));
  });
});

describe("the slots of hours", () => {
  const anyHours = fc
    .tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 96 }))
    .map(([one, other]) => ({ from: Math.min(one, other) * 15, to: Math.max(one, other) * 15 }));
  const anyNight = fc.constantFrom(
    ...switches,
    ["2006-10-28", "America/St_Johns"] as const,
    ["2018-02-17", "America/Sao_Paulo"] as const,
  );
  const anyLength = fc.oneof(fc.constantFrom(...lengths), fc.integer({ min: 5, max: 300 }));

  it("never overlap and never leave the hours, unless they yield", () => {
    fc.assert(
      fc.property(anyNight, anyHours, anyLength, ([day, zone], hours, length) => {
        const kept = slotsOn(day, zone, length, hours).filter(({ yields }) => !yields);
        kept.forEach(({ startsAt }, index) => {
          expect(startsAt + length * 60_000).toBeLessThanOrEqual(kept[index + 1]?.startsAt ?? Infinity);
          expect(staysWithin(startsAt, length, day, zone, hours)).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  it("yield only where they must: no other choice keeps more", () => {
    fc.assert(
      fc.property(anyNight, anyHours, anyLength, ([day, zone], hours, length) => {
        const slots = slotsOn(day, zone, length, hours);
        // From the front, over all that stay within the hours: another way to a choice that cannot be larger.
        let [largest, busyUntil] = [0, -Infinity];
        for (const { startsAt } of slots) {
          if (startsAt < busyUntil || !staysWithin(startsAt, length, day, zone, hours)) continue;
          largest += 1;
          busyUntil = startsAt + length * 60_000;
        }
        expect(slots.filter(({ yields }) => !yields)).toHaveLength(largest);
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether the clock shows one of the hours in every minute of a slot. */
function staysWithin(startsAt: number, length: number, day: string, zone: string, hours: Period): boolean {
  return Array.from({ length }, (_, index) => startsAt + index * 60_000).every((moment) => {
    const clock = DateTime.fromMillis(moment, { zone });
    const minute = clock.hour * 60 + clock.minute;
    return clock.toISODate() === day && hours.from <= minute && minute < hours.to;
  });
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "./civil-day.js";
import { endOf, stretchesOf } from "./day-stretches.js";
import { timeFromMinutes } from "./time-of-day.js";
import { momentsAt } from "./zones.js";

const hour = 60;
const stretchesOn = (day: string, zone: string) =>
  stretchesOf(dayFromIso(day) ?? 0, zone).map(({ from, to }) => [from, to]);

describe("the stretches of a day", () => {
  it.each([
    ["an ordinary day", "2026-03-28", "Europe/Paris", [[0, 24 * hour]]],
    [
      "the clock put forward at two",
      "2026-03-29",
      "Europe/Paris",
      [
        [0, 2 * hour],
        [3 * hour, 24 * hour],
      ],
    ],
    [
      "the clock put back at three",
      "2026-10-25",
      "Europe/Paris",
      [
        [0, 3 * hour],
        [2 * hour, 24 * hour],
      ],
    ],
    [
      "Moscow's last summer time",
      "2011-03-27",
      "Europe/Moscow",
      [
        [0, 2 * hour],
        [3 * hour, 24 * hour],
      ],
    ],
    ["Moscow without a switch since", "2012-03-25", "Europe/Moscow", [[0, 24 * hour]]],
    [
      "Moscow's return to winter time",
      "2014-10-26",
      "Europe/Moscow",
      [
        [0, 2 * hour],
        [hour, 24 * hour],
      ],
    ],
    [
      "half an hour",
      "2024-10-06",
      "Australia/Lord_Howe",
      [
        [0, 2 * hour],
        [2.5 * hour, 24 * hour],
      ],
    ],
    ["a day without its first hour", "2018-11-04", "America/Sao_Paulo", [[hour, 24 * hour]]],
    [
      "a day whose last hour comes twice",
      "2018-02-17",
      "America/Sao_Paulo",
      [
        [0, 24 * hour],
        [23 * hour, 24 * hour],
      ],
    ],
    [
      "a minute that comes twice around another day",
      "2006-10-29",
      "America/St_Johns",
      [
        [0, 1],
        [0, 24 * hour],
      ],
    ],
    ["a day a zone left out", "2011-12-30", "Pacific/Apia", []],
  ])("are right for %s", (_, day, zone, expected) => {
    expect(stretchesOn(day, zone)).toEqual(expected);
  });

  it("hold exactly the moments at which the clock shows a time", () => {
    const zone = fc.constantFrom(
      "Europe/Paris",
      "Europe/Moscow",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Africa/Cairo",
    );
    const day = fc.integer({ min: dayFromIso("2000-01-01") ?? 0, max: dayFromIso("2036-01-01") ?? 0 });
    fc.assert(
      fc.property(
        zone,
        fc.oneof(day, switchDay),
        fc.integer({ min: 0, max: 1439 }),
        (inZone, onDay, minute) => {
          const found = stretchesOf(onDay, inZone)
            .filter(({ from, to }) => from <= minute && minute < to)
            .map(({ startsAt, from }) => startsAt + (minute - from) * 60_000);
          expect(found).toEqual(momentsAt({ day: isoFromDay(onDay), time: timeFromMinutes(minute) }, inZone));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("follow each other without a hole or an overlap, from the first day of a year to the last", () => {
    for (const zone of ["Europe/Paris", "Europe/Moscow", "Africa/Cairo"]) {
      const [first = 0, last = 0] = [dayFromIso("2010-01-01"), dayFromIso("2014-12-31")];
      let end = stretchesOf(first, zone)[0]?.startsAt;
      for (let day = first; day <= last; day += 1) {
        for (const stretch of stretchesOf(day, zone)) {
          expect(stretch.startsAt, `${zone}, ${isoFromDay(day)}`).toBe(end);
          end = endOf(stretch);
        }
      }
    }
  });
});

/** A day on which one of the zones changed its clock. */
const switchDay = fc
  .constantFrom(
    ...["2026-03-29", "2026-10-25", "2011-03-27", "2010-10-31", "2014-10-26", "2006-10-29", "2006-04-02"],
    ...["2024-10-06", "2024-04-07", "2024-04-26", "2024-10-31", "2010-08-10", "2010-09-09"],
  )
  .map((day) => dayFromIso(day) ?? 0);

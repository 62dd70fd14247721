import fc from "fast-check";
import { DateTime, FixedOffsetZone } from "luxon";
import { describe, expect, it } from "vitest";
import { clockAt, instantFromMillis, isZone, millisFromInstant, momentsAt, offsetAt } from "./zones.js";

const zones = [
  "Europe/Paris",
  "Europe/Moscow",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
];
const moments = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });

describe("zones", () => {
  it.each(["Europe/Paris", "Europe/Moscow", "Etc/UTC", "America/Argentina/Buenos_Aires"])(
    "know %s",
    (zone) => {
      expect(isZone(zone)).toBe(true);
    },
  );

  it.each(["UTC", "+03:00", "Mars/Olympus", "CET", "", "Europe/", "local"])("do not know %j", (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});

describe("a moment", () => {
  it.each([
    ["2026-03-29T01:00:00Z", Date.UTC(2026, 2, 29, 1)],
    ["2026-03-29T03:00+02:00", Date.UTC(2026, 2, 29, 1)],
    ["2026-03-28T19:30-05:30", Date.UTC(2026, 2, 29, 1)],
    ["2026-03-29T01:00:00.5Z", Date.UTC(2026, 2, 29, 1, 0, 0, 500)],
    ["2024-02-29T00:00Z", Date.UTC(2024, 1, 29)],
    ["0001-01-01T00:00Z", -62_135_596_800_000],
    ["9999-12-31T23:59:59Z", Date.UTC(9999, 11, 31, 23, 59, 59)],
  ])("is read from %s", (text, millis) => {
    expect(millisFromInstant(text)).toBe(millis);
  });

  it.each([
    ["an hour 24", "2026-03-29T24:00Z"],
    ["a minute 60", "2026-03-29T10:60Z"],
    ["a leap second", "2016-12-31T23:59:60Z"],
    ["30 February", "2026-02-30T10:00Z"],
    ["29 February of a common year", "2026-02-29T10:00Z"],
    ["the year 0", "0000-01-01T00:00Z"],
    ["a moment before the first year in UTC", "0001-01-01T00:00+01:00"],
    ["a moment after the last year in UTC", "9999-12-31T23:59-01:00"],
    ["no offset", "2026-03-29T10:00"],
    ["an offset of hours alone", "2026-03-29T10:00+02"],
    ["an offset no clock has", "2026-03-29T10:00+15:00"],
    ["no time", "2026-03-29"],
    ["a blank for the T", "2026-03-29 10:00Z"],
    ["something before it", " 2026-03-29T10:00Z"],
    ["something behind it", "2026-03-29T10:00Z\n"],
  ])("is not read from %s", (_, text) => {
    expect(millisFromInstant(text)).toBeUndefined();
  });

  it("is the one luxon reads, and is written and read back", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -14 * 60, max: 14 * 60 }), (minute, east) => {
        const millis = minute * 60_000;
        const offset = FixedOffsetZone.instance(east);
        const text = DateTime.fromMillis(millis, { zone: offset }).toISO() ?? "";
        expect(millisFromInstant(text)).toBe(millis);
        expect(millisFromInstant(instantFromMillis(millis))).toBe(millis);
        expect(instantFromMillis(millis)).toBe(new Date(millis).toISOString().replace(".000Z", "Z"));
      }),
    );
  });

  it("is written to the second, before 1970 too", () => {
    expect(instantFromMillis(1999)).toBe("1970-01-01T00:00:01Z");
    expect(instantFromMillis(-1)).toBe("1969-12-31T23:59:59Z");
  });
});

describe("the clock of a zone", () => {
  it("shows no time between two and three while it is put forward", () => {
    expect(momentsAt({ day: "2026-03-29", time: "01:59" }, "Europe/Paris")).toEqual([
      Date.UTC(2026, 2, 29, 0, 59),
    ]);
    expect(momentsAt({ day: "2026-03-29", time: "02:00" }, "Europe/Paris")).toEqual([]);
    expect(momentsAt({ day: "2026-03-29", time: "02:59" }, "Europe/Paris")).toEqual([]);
    expect(momentsAt({ day: "2026-03-29", time: "03:00" }, "Europe/Paris")).toEqual([
      Date.UTC(2026, 2, 29, 1),
    ]);
  });

  it("shows the hour from two to three twice while it is put back", () => {
    expect(momentsAt({ day: "2026-10-25", time: "01:59" }, "Europe/Paris")).toHaveLength(1);
    expect(momentsAt({ day: "2026-10-25", time: "02:00" }, "Europe/Paris")).toEqual([
      Date.UTC(2026, 9, 25, 0),
      Date.UTC(2026, 9, 25, 1),
    ]);
    expect(momentsAt({ day: "2026-10-25", time: "03:00" }, "Europe/Paris")).toHaveLength(1);
  });

  it("is four hours ahead of UTC in Moscow from 2011 to 2014, and three before and after", () => {
    expect(offsetAt(Date.UTC(2011, 2, 26, 22, 59), "Europe/Moscow")).toBe(180);
    expect(offsetAt(Date.UTC(2011, 2, 26, 23), "Europe/Moscow")).toBe(240);
    expect(offsetAt(Date.UTC(2014, 9, 25, 21, 59), "Europe/Moscow")).toBe(240);
    expect(offsetAt(Date.UTC(2014, 9, 25, 22), "Europe/Moscow")).toBe(180);
  });

  it("is the one luxon reads, also before there were zones, and asked again", () => {
    const anyMoment = fc.integer({ min: Date.UTC(1850, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });
    fc.assert(
      fc.property(anyMoment, fc.constantFrom(...zones), (minute, zone) => {
        const read = DateTime.fromMillis(minute * 60_000, { zone });
        const clock = { day: read.toFormat("yyyy-MM-dd"), time: read.toFormat("HH:mm") };
        const shown = DateTime.fromISO(`${clock.day}T${clock.time}`, { zone });
        const same = shown
          .getPossibleOffsets()
          .filter((moment) => moment.toFormat("yyyy-MM-dd'T'HH:mm:ss") === `${clock.day}T${clock.time}:00`);
        for (let asked = 1; asked <= 2; asked += 1) {
          expect(clockAt(minute * 60_000, zone)).toEqual(clock);
          const moments = momentsAt(clockAt(minute * 60_000, zone), zone);
          expect(moments).toEqual(same.map((moment) => moment.toMillis()).sort((a, b) => a - b));
        }
      }),
    );
  });

  it("shows at each moment what leads back to that moment", () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones, "Pacific/Apia"), (minute, zone) => {
        expect(momentsAt(clockAt(minute * 60_000, zone), zone)).toContain(minute * 60_000);
      }),
    );
  });
});

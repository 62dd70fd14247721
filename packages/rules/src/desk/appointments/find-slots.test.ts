import { describe, expect, it } from "vitest";
import { weekdays } from "../../calendar/civil-day.js";
import { ada, ben, cleo, clinic, clinicOf, monday, mondayAtEight, wish } from "./clinic.fixture.js";
import { findSlots, type FindSlotsInput } from "./find-slots.js";
import type { Practitioner } from "./schedule.js";
import type { Wish } from "./wish.js";

const input: FindSlotsInput = { at: mondayAtEight, schedule: clinicOf(ada), wish };

/** `2026-03-02 09:00 ada`, or with the reasons. */
const found = (more: Partial<FindSlotsInput> = {}) =>
  findSlots({ ...input, ...more }).slots.map(
    ({ day, time, practitioner }) => `${day} ${time} ${practitioner}`,
  );
const refused = (more: Partial<FindSlotsInput> = {}) =>
  Object.fromEntries(
    findSlots({ ...input, ...more }).refused.map(({ slot, reasons }) => [
      `${slot.day} ${slot.time}`,
      reasons,
    ]),
  );
const wishing = (more: Partial<Wish>): Partial<FindSlotsInput> => ({ wish: { ...wish, ...more } });
const withAda = (more: Partial<Practitioner>): Partial<FindSlotsInput> => ({
  schedule: clinicOf({ ...ada, ...more }),
});

describe("free slots", () => {
  it("come with everything that is known of them", () => {
    expect(findSlots(input).slots[0]).toEqual({
      id: "ada@2026-03-02T06:00:00Z",
      practitioner: "ada",
      specialty: "dentistry",
      service: "check-up",
      startsAt: "2026-03-02T06:00:00Z",
      day: monday,
      time: "09:00",
      durationMinutes: 30,
      group: "same-day",
    });
  });

  it("stand in the order of time, and at one moment in the order of the practitioners' ids", () => {
    const schedule = { ...clinic, practitioners: [ben, cleo, ada] };
    expect(found({ schedule, wish: { ...wish, to: monday } })).toEqual([
      "2026-03-02 09:00 ada",
      "2026-03-02 09:00 ben",
      "2026-03-02 09:30 ada",
      "2026-03-02 09:30 ben",
    ]);
  });

  it("are those of the same day, then of the next day, then of other days", () => {
    expect(findSlots(input).slots.map(({ group }) => group)).toEqual([
      ...["same-day", "same-day", "next-day", "next-day", "other-day", "other-day"],
    ]);
  });

  it("stand in the order of the days wished for", () => {
    expect(found(wishing({ days: ["other-day", "same-day"] }))).toEqual([
      "2026-03-04 09:00 ada",
      "2026-03-04 09:30 ada",
      "2026-03-02 09:00 ada",
      "2026-03-02 09:30 ada",
    ]);
  });

  it("are counted from the day it is at the clinic, not in UTC", () => {
    const at = "2026-03-02T22:00:00Z";
    expect(findSlots({ ...input, at }).slots.map(({ day, group }) => `${day} ${group}`)).toEqual([
      "2026-03-03 same-day",
      "2026-03-03 same-day",
      "2026-03-04 next-day",
      "2026-03-04 next-day",
    ]);
  });

  it("are those of the hours that held on that day", () => {
    const workingHours = [
      { weekdays, from: "09:00", to: "09:30", until: monday },
      { weekdays, from: "14:00", to: "14:30", since: "2026-03-03", until: "2026-03-03" },
    ] as const;
    expect(found(withAda({ workingHours }))).toEqual(["2026-03-02 09:00 ada", "2026-03-03 14:00 ada"]);
  });

  it("are none where nobody gives the service", () => {
    expect(findSlots({ ...input, wish: { ...wish, service: "consultation" } })).toEqual({
      slots: [],
      refused: [],
    });
  });
});

describe("a slot is refused", () => {
  const appointmentAt = (startsAt: string, durationMinutes: number) =>
    withAda({ appointments: [{ id: "a-1", startsAt, durationMinutes }] });

  it("while an appointment takes any of its time, and no longer", () => {
    expect(refused(appointmentAt("2026-03-02T09:29:00+03:00", 1))).toMatchObject({
      "2026-03-02 09:00": ["slot-not-free"],
    });
    expect(found(appointmentAt("2026-03-02T09:29:00+03:00", 1))).toContain("2026-03-02 09:30 ada");
    expect(found(appointmentAt("2026-03-02T08:30:00+03:00", 30))).toContain("2026-03-02 09:00 ada");
    expect(found(appointmentAt("2026-03-02T09:30:00+03:00", 30))).toContain("2026-03-02 09:00 ada");
  });

  it("when it does not start after the moment", () => {
    expect(refused({ at: "2026-03-02T09:00:00+03:00" })).toMatchObject({
      "2026-03-02 09:00": ["slot-in-the-past"],
    });
    expect(found({ at: "2026-03-02T08:59:59+03:00" })).toContain("2026-03-02 09:00 ada");
  });

  it("while the practitioner is away, to the minute or for whole days", () => {
    const absent = (from: string, to: string) => withAda({ absences: [{ from, to }] });
    const away = ["practitioner-absent"];
    expect(refused(absent(monday, monday))).toMatchObject({
      "2026-03-02 09:00": away,
      "2026-03-02 09:30": away,
    });
    expect(found(absent(monday, monday))).toContain("2026-03-03 09:00 ada");
    expect(refused(absent("2026-03-02T09:59+03:00", "2026-03-03"))).toMatchObject({
      "2026-03-02 09:30": away,
      "2026-03-03 09:30": away,
    });
    expect(found(absent("2026-03-02T09:59+03:00", "2026-03-03"))).toContain("2026-03-02 09:00 ada");
    expect(found(absent("2026-03-02T09:00+03:00", "2026-03-02T09:30+03:00"))).toContain(
      "2026-03-02 09:30 ada",
    );
  });

  it("when it is with another practitioner than the one wished for", () => {
    const schedule = { ...clinic, practitioners: [ada, ben] };
    const { slots, refused } = findSlots({ ...input, schedule, wish: { ...wish, practitioner: "ben" } });
    expect(new Set(slots.map(({ practitioner }) => practitioner))).toEqual(new Set(["ben"]));
    expect(refused.map(({ slot, reasons }) => [slot.practitioner, reasons])).toEqual(
      Array.from({ length: 6 }, () => ["ada", ["other-practitioner"]]),
    );
  });

  it("on the same or the next day outside the dates", () => {
    const later = wishing({ from: "2026-03-05", to: "2026-03-06" });
    expect(refused(later)).toEqual({
      "2026-03-02 09:00": ["outside-dates"],
      "2026-03-02 09:30": ["outside-dates"],
      "2026-03-03 09:00": ["outside-dates"],
      "2026-03-03 09:30": ["outside-dates"],
    });
    expect(found(later)).toHaveLength(4);
  });

  it("on a weekday that does not suit", () => {
    expect(found(wishing({ weekdays: ["tuesday"] }))).toEqual([
      "2026-03-03 09:00 ada",
      "2026-03-03 09:30 ada",
    ]);
    expect(refused(wishing({ weekdays: ["tuesday"] }))).toMatchObject({
      "2026-03-04 09:30": ["other-weekday"],
    });
  });

  it("before the earliest time, and from the latest time on", () => {
    expect(found(wishing({ to: monday, earliestTime: "09:01" }))).toEqual(["2026-03-02 09:30 ada"]);
    expect(found(wishing({ to: monday, earliestTime: "09:30" }))).toEqual(["2026-03-02 09:30 ada"]);
    expect(found(wishing({ to: monday, latestTime: "09:30" }))).toEqual(["2026-03-02 09:00 ada"]);
    expect(found(wishing({ to: monday, latestTime: "09:31" }))).toHaveLength(2);
    expect(refused(wishing({ to: monday, latestTime: "09:30" }))).toMatchObject({
      "2026-03-02 09:30": ["outside-hours"],
    });
  });

  it("on a day of a kind that is not wanted", () => {
    expect(found(wishing({ days: ["next-day"] }))).toEqual(["2026-03-03 09:00 ada", "2026-03-03 09:30 ada"]);
    expect(refused(wishing({ days: ["next-day"] }))).toMatchObject({
      "2026-03-02 09:00": ["day-not-wanted"],
      "2026-03-04 09:00": ["day-not-wanted"],
    });
  });

  it("for every reason there is, in the declared order", () => {
    const schedule = {
      ...clinic,
      zone: "Europe/Paris",
      services: [{ id: "check-up", specialty: "dentistry", durationMinutes: 120 }],
      practitioners: [
        {
          ...ada,
          workingHours: [{ weekdays, from: "00:00", to: "06:00" }],
          absences: [{ from: "2026-10-25", to: "2026-10-25" }],
          appointments: [{ id: "a-1", startsAt: "2026-10-25T00:00Z", durationMinutes: 15 }],
        } satisfies Practitioner,
        ben,
      ],
    };
    const { refused } = findSlots({
      at: "2026-10-25T12:00Z",
      schedule,
      wish: {
        service: "check-up",
        practitioner: "ben",
        from: "2026-10-26",
        to: "2026-10-26",
        weekdays: ["monday"],
        earliestTime: "08:00",
        days: ["next-day"],
      },
    });
    expect(refused.find(({ slot }) => slot.id === "ada@2026-10-25T00:00:00Z")?.reasons).toEqual([
      "slot-not-free",
      "slot-in-the-past",
      "other-practitioner",
      "outside-dates",
      "other-weekday",
      "outside-hours",
      "practitioner-absent",
      "clock-change",
      "day-not-wanted",
    ]);
  });
});

describe("the night on which an hour comes twice", () => {
  const schedule = clinicOf(
    { ...ada, workingHours: [{ weekdays, from: "02:00", to: "03:00" }] },
    {
      zone: "Europe/Paris",
    },
  );
  const night = { ...wish, from: "2026-10-25", to: "2026-10-25" } as const;

  it("has slots that show the same time and are not the same", () => {
    const { slots } = findSlots({ at: "2026-10-24T10:00Z", schedule, wish: night });
    expect(slots.map(({ time, startsAt }) => `${time} ${startsAt}`)).toEqual([
      "02:00 2026-10-25T00:00:00Z",
      "02:30 2026-10-25T00:30:00Z",
      "02:00 2026-10-25T01:00:00Z",
      "02:30 2026-10-25T01:30:00Z",
    ]);
    expect(new Set(slots.map(({ id }) => id)).size).toBe(4);
  });

  it("has a slot in the past when its moment is, whatever the clock shows", () => {
    const { slots } = findSlots({ at: "2026-10-25T00:30Z", schedule, wish: night });
    expect(slots.map(({ startsAt }) => startsAt)).toEqual(["2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z"]);
  });
});

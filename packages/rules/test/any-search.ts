import fc from "fast-check";
import { dayFromIso, isoFromDay, weekdays } from "../src/calendar/civil-day.js";
import { timeFromMinutes } from "../src/calendar/time-of-day.js";
import { instantFromMillis } from "../src/calendar/zones.js";
import type { FindSlotsInput } from "../src/desk/appointments/find-slots.js";
import type { Practitioner, WorkingHours } from "../src/desk/appointments/schedule.js";
import { dayGroups } from "../src/desk/appointments/slot.js";
import type { Wish } from "../src/desk/appointments/wish.js";

/** Weeks in which clocks change, and one in which they do not; the policies are in force in all of them. */
const places = fc.constantFrom(
  { zone: "Europe/Paris", from: "2026-10-22" },
  { zone: "Europe/Paris", from: "2026-03-26" },
  { zone: "Europe/Moscow", from: "2026-03-02" },
);

const quarters = (most: number) => fc.uniqueArray(fc.integer({ min: 0, max: most }), { maxLength: 4 });

/** Hours of a day that do not overlap: every second stretch between some quarters of an hour. */
const hours = fc.tuple(quarters(96), fc.subarray([...weekdays], { minLength: 4 })).map(([marks, on]) => {
  const sorted = marks.sort((left, right) => left - right).map((mark) => mark * 15);
  return sorted.flatMap((from, index): WorkingHours[] => {
    const to = sorted[index + 1];
    if (index % 2 === 1 || to === undefined) return [];
    return [{ weekdays: on, from: timeFromMinutes(from), to: to === 1440 ? "24:00" : timeFromMinutes(to) }];
  });
});

const specialtiesOfCleo = fc.constantFrom<string[]>(["dermatology"], ["dermatology", "dentistry"]);

const anySlice = <Item>(items: readonly Item[]) =>
  fc.option(fc.subarray([...items], { minLength: 1 }), { nil: undefined, freq: 1 });

/** A moment, a schedule and a wish in one of the weeks, everything in any order. */
export const anySearch: fc.Arbitrary<FindSlotsInput> = places.chain(({ zone, from }) => {
  const first = dayFromIso(from) ?? 0;
  const day = fc.integer({ min: 0, max: 7 }).map((offset) => isoFromDay(first + offset));
  const moment = fc
    .integer({ min: 0, max: 7 * 96 })
    .map((quarter) => instantFromMillis((first * 96 + quarter) * 900_000));
  const period = fc
    .tuple(day, day)
    .map(([one, other]) => (one < other ? { start: one, end: other } : { start: other, end: one }));
  const practitioner = (
    id: string,
    specialties = fc.constant<string[]>(["dentistry"]),
  ): fc.Arbitrary<Practitioner> =>
    fc.record({
      id: fc.constant(id),
      fullName: fc.constant(`Dr ${id} Exemple`),
      specialties,
      workingHours: hours,
      absences: fc.array(
        period.map(({ start, end }) => ({ from: start, to: end })),
        { maxLength: 1 },
      ),
      appointments: fc.uniqueArray(fc.integer({ min: 0, max: 7 * 48 }), { maxLength: 12 }).map((halves) =>
        halves.map((half) => ({
          id: `at-${half}`,
          startsAt: instantFromMillis((first * 48 + half) * 1_800_000),
          durationMinutes: 25,
        })),
      ),
    });
  const wish: fc.Arbitrary<Wish> = fc
    .record({
      service: fc.constant("check-up"),
      practitioner: fc.constantFrom("any", "ada", "ben"),
      period,
      weekdays: anySlice(weekdays),
      earliestTime: fc.constantFrom(undefined, "00:00", "01:45", "09:00"),
      latestTime: fc.constantFrom(undefined, "02:30", "18:00", "23:59"),
      days: anySlice(dayGroups),
    })
    .map(({ period: { start, end }, ...others }): Wish => {
      const reversed = (others.earliestTime ?? "00:00") >= (others.latestTime ?? "24:00");
      return { ...others, from: start, to: end, ...(reversed ? { latestTime: undefined } : {}) };
    });
  return fc.record({
    at: moment,
    schedule: fc.record({
      zone: fc.constant(zone),
      clinicAddress: fc.constant("1 Example Street"),
      services: fc
        .constantFrom(15, 30, 45, 60, 90, 120)
        .map((durationMinutes) => [{ id: "check-up", specialty: "dentistry", durationMinutes }]),
      practitioners: fc
        .tuple(practitioner("ada"), practitioner("ben"), practitioner("cleo", specialtiesOfCleo))
        .chain((all) => fc.shuffledSubarray([...all], { minLength: 3 })),
    }),
    wish,
  });
});

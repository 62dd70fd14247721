import { findSlots, type Slot } from "@guichet/rules/desk";
import { describe, expect, it } from "vitest";
import type { Clinic } from "./clinic.js";
import { scheduleOf, type ScheduleSources } from "./schedule-of.js";

const clinic: Clinic = {
  clinicId: 1,
  zone: "Europe/Paris",
  address: "1 rue Exemple, 75000 Paris",
  services: [
    { id: "check-up", specialty: "Dentistry", durationMinutes: 30, appointmentTypeId: 1, entryTypeIds: [] },
  ],
  appointmentSourceId: 1,
};
const ada = {
  id: 7,
  surname: "Exemple",
  name: "Ada",
  secondName: undefined,
  specialties: [{ title: "Dentistry" }],
  appointmentDuration: 30,
};
const monday = "2026-03-02";

const slotsOf = (sources: Partial<ScheduleSources>, day = monday): readonly Slot[] => {
  const schedule = scheduleOf({ clinic, users: [ada], grid: {}, held: [], ...sources });
  const wish = { service: "check-up", practitioner: "any", from: day, to: day, days: ["other-day"] } as const;
  return findSlots({ at: "2026-02-01T08:00Z", schedule, wish: wish as never }).slots;
};
const timesOf = (sources: Partial<ScheduleSources>, day = monday): readonly string[] =>
  slotsOf(sources, day).map(({ time }) => time);
const nineToTen = { workTimes: [{ timeRange: "09:00-10:00" }], appointments: [] };

describe("the schedule of a clinic", () => {
  it("has the free time of the grid", () => {
    expect(slotsOf({ grid: { [monday]: { 7: nineToTen } } })).toMatchObject([
      { practitioner: "7", time: "09:00", startsAt: "2026-03-02T08:00:00Z" },
      { practitioner: "7", time: "09:30" },
    ]);
  });

  it("has no free time for who is not in the grid of a day", () => {
    expect(timesOf({ grid: { [monday]: { 8: nineToTen } } })).toEqual([]);
    expect(timesOf({ grid: { "2026-03-03": { 7: nineToTen } } })).toEqual([]);
  });

  it("has no free time where it is not said what is booked", () => {
    expect(timesOf({ grid: { [monday]: { 7: { workTimes: nineToTen.workTimes } } } })).toEqual([]);
  });

  it("has no free time after midnight on a day of which nothing is said", () => {
    const night = { workTimes: [{ timeRange: "23:00-01:00" }], appointments: [] };
    const tuesday = { workTimes: [], appointments: [] };
    const on = (grid: ScheduleSources["grid"]): readonly string[] => timesOf({ grid }, "2026-03-03");
    expect(on({ [monday]: { 7: night } })).toEqual([]);
    expect(on({ [monday]: { 7: night }, "2026-03-03": { 7: tuesday } })).toEqual(["00:00", "00:30"]);
  });

  it("has no free time where an appointment stands, to the minute", () => {
    const day = (time: "09:30" | "09:29", duration: number) => ({
      ...nineToTen,
      appointments: [{ time, duration }],
    });
    expect(timesOf({ grid: { [monday]: { 7: day("09:30", 30) } } })).toEqual(["09:00"]);
    expect(timesOf({ grid: { [monday]: { 7: day("09:29", 1) } } })).toEqual(["09:30"]);
    expect(timesOf({ grid: { [monday]: { 7: day("09:29", 2) } } })).toEqual([]);
  });

  it("accepts appointments that overlap, as MEDOTS does", () => {
    const appointments = [
      { time: "09:00", duration: 30 },
      { time: "09:15", duration: 10 },
    ];
    expect(timesOf({ grid: { [monday]: { 7: { ...nineToTen, appointments } } } })).toEqual(["09:30"]);
  });

  it("has no free time where something is held with us", () => {
    const held = { practitioner: "7", startsAt: "2026-03-02T08:30:00Z", endsAt: "2026-03-02T09:00:00Z" };
    expect(timesOf({ grid: { [monday]: { 7: nineToTen } }, held: [held] })).toEqual(["09:00"]);
    const another = { ...held, practitioner: "8" };
    expect(timesOf({ grid: { [monday]: { 7: nineToTen } }, held: [another] })).toEqual(["09:00", "09:30"]);
  });

  it("takes both where an appointment stands at a time that comes twice", () => {
    const autumn = "2026-10-25";
    const night = {
      workTimes: [{ timeRange: "02:00-03:30" }],
      appointments: [{ time: "02:00", duration: 30 }],
    };
    expect(timesOf({ grid: { [autumn]: { 7: night } } }, autumn)).toEqual(["02:30", "03:00"]);
  });

  it("names practitioners as the patient is told them", () => {
    const names = [
      ada,
      { ...ada, id: 8, surname: " ", name: "" },
      { ...ada, id: 9, surname: "", secondName: "Ben" },
    ];
    const { practitioners } = scheduleOf({ clinic, users: names, grid: {}, held: [] });
    expect(practitioners.map(({ fullName }) => fullName)).toEqual(["Exemple Ada", "8", "Ada Ben"]);
  });
});

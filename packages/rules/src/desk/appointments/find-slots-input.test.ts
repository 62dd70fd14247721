import { describe, expect, it } from "vitest";
import { GuichetError } from "../../language/problem.js";
import { ada, ben, clinic, clinicOf, mondayAtEight, wish } from "./clinic.fixture.js";
import { findSlots } from "./find-slots.js";
import type { Practitioner } from "./schedule.js";

const good = { at: mondayAtEight, schedule: clinic, wish };

/** `code path` of every problem. */
function problemsOf(input: unknown): readonly string[] {
  try {
    findSlots(input as never);
  } catch (error) {
    if (!GuichetError.isInstance(error) || error.code !== "input-refused") throw error;
    return error.problems.map(
      (problem) => `${problem.code} ${"path" in problem ? String(problem.path) : ""}`,
    );
  }
  return [];
}

const withAda = (more: Partial<Practitioner>) => ({ ...good, schedule: clinicOf({ ...ada, ...more }) });
const appointment = (id: string, startsAt: string, durationMinutes = 30) => ({
  id,
  startsAt,
  durationMinutes,
});

describe("findSlots refuses", () => {
  it("nothing of a good input", () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it.each<readonly [string, unknown, string]>([
    ["a moment without an offset", { ...good, at: "2026-03-02T08:00" }, "not-an-instant at"],
    [
      "a zone that does not exist",
      { ...good, schedule: { ...clinic, zone: "Mars/Olympus" } },
      "zone-unknown schedule.zone",
    ],
    ["a list for an input", [], "wrong-type "],
    ["a property it does not know", { ...good, patient: {} }, "property-unknown patient"],
    [
      "a period with from after to",
      { ...good, wish: { ...wish, to: "2026-03-01" } },
      "from-after-to wish.to",
    ],
    [
      "a period of more than a year",
      { ...good, wish: { ...wish, to: "2027-03-04" } },
      "period-too-long wish.to",
    ],
    ["a day that does not exist", { ...good, wish: { ...wish, to: "2026-02-29" } }, "not-a-date wish.to"],
    [
      "a service that is not in the schedule",
      { ...good, wish: { ...wish, service: "x" } },
      "service-unknown wish.service",
    ],
    [
      "a practitioner who is not in the schedule",
      { ...good, wish: { ...wish, practitioner: "x" } },
      "practitioner-unknown wish.practitioner",
    ],
    [
      "a practitioner of another specialty",
      { ...good, wish: { ...wish, practitioner: "cleo" } },
      "service-not-given wish.practitioner",
    ],
    [
      "no time between the times",
      { ...good, wish: { ...wish, earliestTime: "10:00", latestTime: "10:00" } },
      "no-time-between wish.latestTime",
    ],
    ["a wish for no weekday", { ...good, wish: { ...wish, weekdays: [] } }, "list-empty wish.weekdays"],
    ["a wish for no day", { ...good, wish: { ...wish, days: [] } }, "list-empty wish.days"],
    [
      "a kind of day it does not know",
      { ...good, wish: { ...wish, days: ["today"] } },
      "value-not-listed wish.days",
    ],
    [
      "a service with the id of another",
      { ...good, schedule: { ...clinic, services: [...clinic.services, ...clinic.services.slice(0, 1)] } },
      "id-repeated schedule.services[2].id",
    ],
    [
      "a practitioner with the id of another",
      { ...good, schedule: { ...clinic, practitioners: [ada, ben, ada] } },
      "id-repeated schedule.practitioners[2].id",
    ],
    ["a practitioner called any", withAda({ id: "any" }), "id-reserved schedule.practitioners[0].id"],
    [
      "hours on no weekday",
      withAda({ workingHours: [{ weekdays: [], from: "09:00", to: "10:00" }] }),
      "list-empty schedule.practitioners[0].workingHours[0].weekdays",
    ],
    [
      "hours that end when they start",
      withAda({ workingHours: [{ weekdays: ["monday"], from: "09:00", to: "09:00" }] }),
      "from-not-before-to schedule.practitioners[0].workingHours[0].to",
    ],
    [
      "hours until 24:01",
      withAda({ workingHours: [{ weekdays: ["monday"], from: "09:00", to: "24:01" }] }),
      "not-a-time schedule.practitioners[0].workingHours[0].to",
    ],
    [
      "hours from 24:00",
      withAda({ workingHours: [{ weekdays: ["monday"], from: "24:00", to: "24:00" }] }),
      "not-a-time schedule.practitioners[0].workingHours[0].from",
    ],
    [
      "hours that end before they begin to hold",
      withAda({
        workingHours: [
          { weekdays: ["monday"], from: "09:00", to: "10:00", since: "2026-03-02", until: "2026-03-01" },
        ],
      }),
      "from-after-to schedule.practitioners[0].workingHours[0].until",
    ],
    [
      "hours that overlap on a weekday",
      withAda({
        workingHours: [
          { weekdays: ["monday", "tuesday"], from: "09:00", to: "10:00" },
          { weekdays: ["tuesday"], from: "09:59", to: "11:00" },
        ],
      }),
      "hours-overlap schedule.practitioners[0].workingHours[1]",
    ],
    [
      "an absence that ends before it starts",
      withAda({ absences: [{ from: "2026-03-02", to: "2026-03-01" }] }),
      "from-after-to schedule.practitioners[0].absences[0].to",
    ],
    [
      "an absence that is neither a day nor a moment",
      withAda({ absences: [{ from: "2026-03", to: "2026-04-01" }] }),
      "not-a-moment schedule.practitioners[0].absences[0].from",
    ],
    [
      "an appointment with the id of another",
      withAda({
        appointments: [appointment("a", "2026-03-02T09:00Z"), appointment("a", "2026-03-02T10:00Z")],
      }),
      "id-repeated schedule.practitioners[0].appointments[1].id",
    ],
    [
      "an appointment that overlaps another",
      withAda({
        appointments: [appointment("a", "2026-03-02T09:29Z"), appointment("b", "2026-03-02T09:00Z")],
      }),
      "appointments-overlap schedule.practitioners[0].appointments[0]",
    ],
    [
      "an appointment of no length",
      withAda({ appointments: [appointment("a", "2026-03-02T09:00Z", 0)] }),
      "not-a-whole-number schedule.practitioners[0].appointments[0].durationMinutes",
    ],
  ])("%s", (_, input, problem) => {
    expect(problemsOf(input)).toEqual([problem]);
  });

  it.each<readonly [string, unknown]>([
    ["a period of a year", { ...good, wish: { ...wish, to: "2027-03-03" } }],
    ["a period of one day", { ...good, wish: { ...wish, to: wish.from } }],
    [
      "hours that meet, the later ones first",
      withAda({
        workingHours: [
          { weekdays: ["monday"], from: "10:00", to: "11:00" },
          { weekdays: ["monday"], from: "09:00", to: "10:00" },
        ],
      }),
    ],
    [
      "hours that meet",
      withAda({
        workingHours: [
          { weekdays: ["monday"], from: "09:00", to: "10:00" },
          { weekdays: ["monday"], from: "10:00", to: "24:00" },
        ],
      }),
    ],
    [
      "the same hours one after the other",
      withAda({
        workingHours: [
          { weekdays: ["monday"], from: "09:00", to: "10:00", until: "2026-03-01" },
          { weekdays: ["monday"], from: "09:00", to: "10:00", since: "2026-03-02" },
        ],
      }),
    ],
    [
      "appointments that meet",
      withAda({
        appointments: [appointment("a", "2026-03-02T09:30Z"), appointment("b", "2026-03-02T09:00Z")],
      }),
    ],
    ["an absence of one day", withAda({ absences: [{ from: "2026-03-02", to: "2026-03-02" }] })],
    [
      "absences that overlap",
      withAda({
        absences: [
          { from: "2026-03-02", to: "2026-03-04" },
          { from: "2026-03-03", to: "2026-03-05" },
        ],
      }),
    ],
  ])("not %s", (_, input) => {
    expect(problemsOf(input)).toEqual([]);
  });

  it("with every problem at once, the path of each, and no value", () => {
    const input = {
      at: "yesterday",
      schedule: { ...clinic, zone: "Nowhere", clinicAddress: "" },
      wish: { ...wish, from: "soon" },
    };
    expect(problemsOf(input)).toEqual([
      "not-an-instant at",
      "zone-unknown schedule.zone",
      "not-a-text schedule.clinicAddress",
      "not-a-date wish.from",
    ]);
    expect(() => findSlots(input as never)).toThrow(
      "findSlots, schedule.zone: no such zone; supply a zone of the tz database, as Europe/Paris",
    );
    expect(() => findSlots(input as never)).not.toThrow(/yesterday|Nowhere|soon/);
  });

  it("with every contradiction of schedule and wish at once", () => {
    const overlapping = [appointment("a", "2026-03-02T09:00Z"), appointment("a", "2026-03-02T09:15Z")];
    expect(
      problemsOf({
        ...withAda({ appointments: overlapping }),
        wish: { ...wish, service: "x", to: "2026-03-01" },
      }),
    ).toEqual([
      "id-repeated schedule.practitioners[0].appointments[1].id",
      "appointments-overlap schedule.practitioners[0].appointments[1]",
      "service-unknown wish.service",
      "from-after-to wish.to",
    ]);
  });
});

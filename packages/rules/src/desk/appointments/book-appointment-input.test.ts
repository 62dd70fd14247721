import { describe, expect, it } from "vitest";
import { GuichetError } from "../../language/problem.js";
import { bookAppointment } from "./book-appointment.js";
import { ada, clinic, clinicOf, mondayAtEight, wish } from "./clinic.fixture.js";

const good = { at: mondayAtEight, schedule: clinic, wish, facts: {} };
const slot = {
  id: "ada@2026-03-02T06:00:00Z",
  practitioner: "ada",
  specialty: "dentistry",
  service: "check-up",
  startsAt: "2026-03-02T06:00:00Z",
  day: "2026-03-02",
  time: "09:00",
  durationMinutes: 30,
};
const offered = { slot, offeredAt: "2026-03-02T05:00:00Z", wishedOn: "2026-03-02" };

function problemsOf(input: unknown): readonly string[] {
  try {
    bookAppointment(input as never);
  } catch (error) {
    if (!GuichetError.isInstance(error) || error.code !== "input-refused") throw error;
    return error.problems.map(
      (problem) => `${problem.code} ${"path" in problem ? String(problem.path) : ""}`,
    );
  }
  return [];
}

describe("bookAppointment refuses", () => {
  it("nothing of a good input", () => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf({ ...good, offered })).toEqual([]);
    expect(problemsOf({ ...good, chosen: slot.id })).toEqual([]);
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ["facts that are missing", { ...good, facts: undefined }, ["not-an-object facts"]],
    [
      "a fact with a value it cannot have",
      { ...good, facts: { visit: { kind: "second" } } },
      ["value-not-listed facts.visit.kind"],
    ],
    [
      "a fact the policy does not have",
      { ...good, facts: { visit: { sort: "first" } } },
      ["unknown-fact facts.visit.sort"],
    ],
    [
      "a day of the request that is not its moment's to say",
      { ...good, facts: { request: { on: "2026-03-02" } } },
      ["fact-found facts.request.on"],
    ],
    [
      "a number of free slots that is not the schedule's to say",
      { ...good, facts: { slots: { freeOnWantedDays: 1 } } },
      ["fact-found facts.slots"],
    ],
    [
      "a choice of a slot that is not looked at",
      { ...good, chosen: "ada@2026-03-09T06:00:00Z" },
      ["slot-unknown chosen"],
    ],
    [
      "a choice of a slot that has started",
      { ...good, at: "2026-03-02T09:00+03:00", chosen: slot.id },
      ["slot-in-the-past chosen"],
    ],
    ["a choice beside an offer", { ...good, chosen: slot.id, offered }, ["chosen-and-offered chosen"]],
    [
      "an offer made after the answer",
      { ...good, offered: { ...offered, offeredAt: "2026-03-02T05:00:01Z" } },
      ["offered-later offered.offeredAt"],
    ],
    [
      "an offer of a slot that had started",
      { ...good, at: "2026-03-02T07:00Z", offered: { ...offered, offeredAt: "2026-03-02T06:00:00Z" } },
      ["slot-in-the-past offered.slot.startsAt"],
    ],
    [
      "an offer in another zone's time",
      { ...good, offered: { ...offered, offeredAt: "2026-03-02T08:00:00+03:00" } },
      ["not-an-instant offered.offeredAt"],
    ],
    [
      "an offer without its slot",
      { ...good, offered: { ...offered, slot: undefined } },
      ["wrong-type offered.slot"],
    ],
  ])("%s", (_, input, problems) => {
    expect(problemsOf(input)).toEqual(problems);
  });

  it("with every problem at once, and no value", () => {
    const overlapping = [
      { id: "a-1", startsAt: "2026-03-02T09:00Z", durationMinutes: 30 },
      { id: "a-2", startsAt: "2026-03-02T09:15Z", durationMinutes: 30 },
    ];
    const input = {
      ...good,
      schedule: clinicOf({ ...ada, appointments: overlapping }),
      wish: { ...wish, practitioner: "nobody", to: "2026-03-01" },
      facts: { request: { on: "2026-03-02" } },
      offered: { ...offered, offeredAt: "2026-03-02T06:00:00Z" },
    };
    expect(problemsOf(input)).toEqual([
      "appointments-overlap schedule.practitioners[0].appointments[1]",
      "practitioner-unknown wish.practitioner",
      "from-after-to wish.to",
      "fact-found facts.request.on",
      "offered-later offered.offeredAt",
      "slot-in-the-past offered.slot.startsAt",
    ]);
    const misspelt = { ...good, at: "noon", facts: { visit: { kind: "second" } } };
    expect(problemsOf(misspelt)).toEqual(["not-an-instant at", "value-not-listed facts.visit.kind"]);
    expect(() => bookAppointment(misspelt as never)).not.toThrow(/noon|second/);
  });
});

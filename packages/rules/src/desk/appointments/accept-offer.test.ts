import { describe, expect, it } from "vitest";
import { bookAppointment } from "./book-appointment.js";
import type { BookAppointmentInput } from "./booking-input.js";
import type { BookingPlan, ProposeSlot } from "./booking-plan.js";
import { ada, ben, bookable, clinicOf, full, monday, mondayAtEight, wish } from "./clinic.fixture.js";

const input = {
  at: mondayAtEight,
  schedule: clinicOf(ada),
  wish,
  facts: bookable,
} satisfies BookAppointmentInput;
const plan = (more: Partial<BookAppointmentInput> = {}): BookingPlan =>
  bookAppointment({ ...input, ...more });

const offeredBy = (made: BookingPlan): ProposeSlot => {
  if (made.action !== "book-slot" || made.agreed) return expect.fail("nothing is offered");
  return made;
};
const atNine = "ada@2026-03-02T06:00:00Z";
const atHalfPastNine = "ada@2026-03-02T06:30:00Z";
const offered = offeredBy(plan()).offer;

describe("an offer that is accepted", () => {
  it("is booked as it was offered, until the slot starts", () => {
    const confirmed = plan({ at: "2026-03-02T08:59:59+03:00", offered });
    expect(confirmed).toMatchObject({
      action: "book-slot",
      agreed: true,
      changed: [],
      slot: offered.slot,
      offer: offered,
    });
  });

  it("is late once the slot starts: the next slot is offered", () => {
    expect(plan({ at: "2026-03-02T09:00+03:00", offered })).toMatchObject({
      agreed: false,
      changed: ["slot-in-the-past"],
      slot: { id: atHalfPastNine },
    });
  });

  it("stays good when the next day it was offered for has become the same day", () => {
    const nextDay = { ...wish, days: ["next-day"] } as const;
    const { offer } = offeredBy(plan({ wish: nextDay }));
    const at = "2026-03-03T08:00+03:00";
    expect(plan({ at, wish: nextDay, offered: offer })).toMatchObject({ agreed: true, slot: offer.slot });
    const late = plan({ at: "2026-03-03T09:00+03:00", wish: nextDay, offered: offer });
    expect(late).toMatchObject({
      agreed: false,
      slot: { day: "2026-03-03", time: "09:30" },
      offer: { wishedOn: monday },
    });
  });

  it.each<readonly [string, Partial<BookAppointmentInput>, readonly string[]]>([
    [
      "the slot is taken",
      { schedule: clinicOf({ ...ada, appointments: full.appointments.slice(0, 1) }) },
      ["slot-not-free"],
    ],
    [
      "the practitioner is away",
      { schedule: clinicOf({ ...ada, absences: [{ from: monday, to: monday }] }) },
      ["practitioner-absent"],
    ],
    [
      "both",
      {
        schedule: clinicOf({
          ...full,
          absences: [{ from: monday, to: monday }],
          appointments: full.appointments.slice(0, 1),
        }),
      },
      ["slot-not-free", "practitioner-absent"],
    ],
    [
      "the hours are others",
      {
        schedule: clinicOf({
          ...ada,
          workingHours: ada.workingHours.map((one) => ({ ...one, from: "09:10" })),
        }),
      },
      ["slot-not-in-schedule"],
    ],
    ["the practitioner has left", { schedule: clinicOf(ben) }, ["slot-not-in-schedule"]],
    [
      "the visit takes longer",
      {
        schedule: clinicOf(ada, {
          services: [{ id: "check-up", specialty: "dentistry", durationMinutes: 45 }],
        }),
      },
      ["slot-not-in-schedule"],
    ],
    ["the wish is another", { wish: { ...wish, earliestTime: "09:30" } }, ["outside-hours"]],
  ])("is not booked when %s: another slot is offered", (_, more, changed) => {
    const made = plan({ ...more, offered });
    expect(made).toMatchObject({ action: "book-slot", agreed: false, changed });
    expect(offeredBy(made).slot).not.toEqual(offered.slot);
  });

  it.each<readonly [string, Partial<BookAppointmentInput>, string, readonly string[]]>([
    [
      "nothing is free",
      { schedule: clinicOf(full) },
      "add-to-waitlist",
      ["slot-not-free", "decision-changed"],
    ],
    [
      "the patient is not registered after all",
      { facts: { ...bookable, patient: { registeredInMis: false } } },
      "register-in-mis",
      ["decision-changed"],
    ],
    [
      "it is an emergency",
      { facts: { ...bookable, visit: { emergency: true } } },
      "admit-immediately",
      ["decision-changed"],
    ],
    ["less is known", { facts: { ...bookable, patient: {} } }, "ask", ["decision-changed"]],
  ])("is not booked when %s", (_, more, action, changed) => {
    expect(plan({ ...more, offered })).toMatchObject({ action, changed });
  });

  it("is one of a slot that was chosen, too", () => {
    const chosen = plan({ chosen: atHalfPastNine });
    if (chosen.action !== "book-slot") expect.fail("nothing is booked");
    expect(plan({ offered: chosen.offer })).toMatchObject({ agreed: true, slot: { id: atHalfPastNine } });
  });
});

describe("a choice", () => {
  it("of a slot that is refused is not booked, and the plan says why", () => {
    const made = plan({
      schedule: clinicOf({ ...ada, appointments: full.appointments.slice(0, 1) }),
      chosen: atNine,
    });
    expect(made).toMatchObject({ agreed: false, changed: ["slot-not-free"], slot: { day: "2026-03-03" } });
  });

  it("does not come before the steps that come first", () => {
    const unregistered = plan({
      chosen: atNine,
      facts: { ...bookable, patient: { registeredInMis: false } },
    });
    expect(unregistered).toMatchObject({ action: "register-in-mis", changed: [] });
  });
});

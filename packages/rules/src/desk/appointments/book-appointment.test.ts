import { describe, expect, it } from "vitest";
import { bookAppointment } from "./book-appointment.js";
import type { BookAppointmentInput, BookingFacts } from "./booking-input.js";
import type { BookingPlan, ProposeSlot } from "./booking-plan.js";
import { ada, ben, bookable, clinic, clinicOf, full, monday, mondayAtEight, wish } from "./clinic.fixture.js";

const input = {
  at: mondayAtEight,
  schedule: clinicOf(ada),
  wish,
  facts: bookable,
} satisfies BookAppointmentInput;
const plan = (more: Partial<BookAppointmentInput> = {}): BookingPlan =>
  bookAppointment({ ...input, ...more });
const planOn = (changes: BookingFacts): BookingPlan => plan({ facts: { ...bookable, ...changes } });

const offeredBy = (made: BookingPlan): ProposeSlot => {
  if (made.action !== "book-slot" || made.agreed) return expect.fail("nothing is offered");
  return made;
};
const atNine = "ada@2026-03-02T06:00:00Z";
const atHalfPastNine = "ada@2026-03-02T06:30:00Z";
describe("a plan", () => {
  it("offers the first slot that meets the wish, what to tell of it, and the next ones", () => {
    const { decision, ...rest } = offeredBy(plan());
    expect(decision.outcome?.action).toBe("book-slot");
    expect(rest).toEqual({
      action: "book-slot",
      agreed: false,
      changed: [],
      slot: {
        id: atNine,
        practitioner: "ada",
        specialty: "dentistry",
        service: "check-up",
        startsAt: "2026-03-02T06:00:00Z",
        day: monday,
        time: "09:00",
        durationMinutes: 30,
      },
      offer: { slot: rest.slot, offeredAt: "2026-03-02T05:00:00Z", wishedOn: monday },
      alternatives: rest.alternatives,
      tellPatient: {
        "practitioner-full-name": "Dr Ada Exemple",
        "clinic-address": "1 Example Street",
        "appointment-date": monday,
        "appointment-time": "09:00",
      },
      zone: "Europe/Moscow",
    });
    expect(rest.alternatives.map(({ day, time }) => `${day} ${time}`)).toEqual([
      "2026-03-02 09:30",
      "2026-03-03 09:00",
      "2026-03-03 09:30",
      "2026-03-04 09:00",
      "2026-03-04 09:30",
    ]);
  });

  it("names no more than five other slots", () => {
    expect(offeredBy(plan({ schedule: { ...clinic, practitioners: [ada, ben] } })).alternatives).toHaveLength(
      5,
    );
  });

  it("books the slot that was chosen", () => {
    expect(plan({ chosen: atHalfPastNine })).toMatchObject({
      action: "book-slot",
      agreed: true,
      changed: [],
      slot: { id: atHalfPastNine },
    });
  });

  it("puts the wish on the waitlist when no slot is free", () => {
    expect(plan({ schedule: clinicOf(full) })).toMatchObject({
      action: "add-to-waitlist",
      changed: [],
      entry: {
        specialty: "dentistry",
        practitioner: "any",
        from: monday,
        to: "2026-03-04",
        weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        earliestTime: "00:00",
        latestTime: "23:59",
        durationMinutes: 30,
        state: "waiting",
        madeAt: "2026-03-02T05:00:00Z",
      },
    });
  });

  it.each([
    [["same-day"], monday, monday],
    [["next-day"], "2026-03-03", "2026-03-03"],
    [["next-day", "other-day"], "2026-03-03", "2026-03-04"],
    [["same-day", "other-day"], monday, "2026-03-04"],
  ] as const)("waits for %j from the first to the last day that is wanted", (days, from, to) => {
    const waiting = plan({ schedule: clinicOf(full), wish: { ...wish, days } });
    expect(waiting).toMatchObject({ action: "add-to-waitlist", entry: { from, to } });
  });

  it("has a patient whom the information system does not know registered first", () => {
    expect(planOn({ patient: { registeredInMis: false } }).action).toBe("register-in-mis");
  });

  it("has reception ask for documents", () => {
    const patient = { registeredInMis: true, documentsAccepted: false };
    expect(planOn({ request: { channel: "reception" }, patient }).action).toBe("ask-for-documents");
    expect(planOn({ patient }).action).toBe("book-slot");
  });

  it("refuses a channel and names those that are open", () => {
    expect(
      planOn({ request: { channel: "website" }, visit: { kind: "repeat", emergency: false } }),
    ).toMatchObject({
      action: "refuse-channel",
      permittedChannels: ["reception", "contact-centre", "practitioner"],
    });
  });

  it("admits an emergency at once, also before its kind is known and with no free slot", () => {
    const urgent = { action: "admit-immediately", alsoDo: ["call-ambulance"] };
    expect(planOn({ visit: { kind: "first", emergency: true } })).toMatchObject(urgent);
    expect(
      bookAppointment({ ...input, schedule: clinicOf(full), facts: { visit: { emergency: true } } }),
    ).toMatchObject(urgent);
  });

  it("asks for what decides, and for nothing else", () => {
    expect(planOn({ patient: {} })).toMatchObject({
      action: "ask",
      possible: ["register-in-mis", "book-slot"],
      needs: [{ fact: "patient.registeredInMis", holder: "MIS" }],
    });
    // The kind of visit still changes where it may be booked, and no longer what to do.
    const undecided = planOn({ patient: {}, visit: { emergency: false } });
    expect(undecided.action === "ask" && undecided.needs.map(({ fact }) => fact)).toEqual([
      "patient.registeredInMis",
    ]);
    const nothing = bookAppointment({ ...input, facts: {} });
    expect(nothing.action === "ask" && nothing.needs.map(({ fact }) => fact).sort()).toEqual([
      "patient.documentsAccepted",
      "patient.registeredInMis",
      "request.channel",
      "visit.emergency",
      "visit.kind",
    ]);
  });

  it("says that the rules were not in force yet, until the day they were", () => {
    const before = { ...wish, from: "2023-01-03", to: "2023-01-05" } as const;
    expect(plan({ at: "2023-01-03T20:59Z", wish: before }).action).toBe("not-in-force");
    expect(plan({ at: "2023-01-03T21:00Z", wish: before }).action).toBe("book-slot");
  });
});

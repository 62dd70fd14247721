import {
  bookAppointment,
  type BookAppointmentInput,
  type BookingFacts,
  type BookingPlan,
} from "@guichet/rules/desk";
import { describe, expect, it } from "vitest";
import type { Clinic } from "../to-facts/clinic.js";
import { stepOf } from "./step-of.js";

const clinic: Clinic = {
  clinicId: 3,
  zone: "Europe/Moscow",
  address: "1 Example Street",
  services: [
    {
      id: "check-up",
      specialty: "dentistry",
      durationMinutes: 30,
      appointmentTypeId: 11,
      entryTypeIds: [21, 22],
    },
  ],
  appointmentSourceId: 5,
};

const facts = {
  request: { channel: "contact-centre" },
  visit: { kind: "first", emergency: false },
  patient: { registeredInMis: true },
} satisfies BookingFacts;

const input: BookAppointmentInput = {
  at: "2026-03-02T08:00:00+03:00",
  schedule: {
    zone: clinic.zone,
    clinicAddress: clinic.address,
    services: [{ id: "check-up", specialty: "dentistry", durationMinutes: 30 }],
    practitioners: [
      {
        id: "7",
        fullName: "Dr Ada Exemple",
        specialties: ["dentistry"],
        workingHours: [{ weekdays: ["monday"], from: "09:00", to: "10:00" }],
      },
    ],
  },
  wish: { service: "check-up", practitioner: "any", from: "2026-03-02", to: "2026-03-02" },
  facts,
};
const planOf = (more: Partial<BookAppointmentInput>): BookingPlan => bookAppointment({ ...input, ...more });
const chosen = "7@2026-03-02T06:30:00Z";
const particulars = { surname: "Exemple", name: "Zoe", phone: "+70000000001" };
const known = { clinic, clientId: 40, particulars };
const unregistered = { ...facts, patient: { registeredInMis: false } };
const full = { ...input.wish, from: "2026-03-03", to: "2026-03-03" } as const;

describe("what a plan comes to", () => {
  it("is an appointment on MEDOTS once the patient has agreed", () => {
    expect(stepOf(planOf({ chosen }), known)).toMatchObject({
      do: "book",
      slot: { id: chosen },
      appointment: {
        clinicId: 3,
        userId: 7,
        clientId: 40,
        startsAt: "2026-03-02T06:30:00Z",
        durationMinutes: 30,
        appointmentTypeId: 11,
        appointmentSourceId: 5,
        entryTypeIds: [21, 22],
      },
    });
  });

  it("is an offer before that", () => {
    expect(stepOf(planOf({}), known)).toMatchObject({
      answer: "offer",
      offer: { slot: { time: "09:00" } },
      alternatives: [{ time: "09:30" }],
      changed: [],
    });
  });

  it("is an entry of the waitlist where nothing is free", () => {
    expect(stepOf(planOf({ wish: full }), known)).toMatchObject({
      do: "wait",
      client: 40,
      entry: { from: "2026-03-03" },
    });
  });

  it("is a new entry for the patient once the particulars are known", () => {
    const plan = planOf({ facts: unregistered });
    expect(stepOf(plan, known)).toEqual({ do: "register", client: particulars });
    expect(stepOf(plan, { clinic })).toEqual({ answer: "take-particulars" });
  });

  it("is never carried out for a patient who is not named", () => {
    expect(stepOf(planOf({ chosen }), { clinic })).toEqual({ answer: "name-patient" });
    expect(stepOf(planOf({ wish: full }), { clinic })).toEqual({ answer: "name-patient" });
  });

  it("is an answer for the desk in every other case", () => {
    const answerTo = (asked: BookingFacts, at = input.at) => stepOf(planOf({ facts: asked, at }), known);
    const { request, visit, patient } = facts;
    expect(answerTo({ visit, patient })).toMatchObject({
      answer: "ask",
      needs: [{ fact: "request.channel" }, { fact: "patient.documentsAccepted" }],
    });
    expect(answerTo({ request, patient, visit: { kind: "first", emergency: true } })).toEqual({
      answer: "admit-immediately",
      alsoDo: ["call-ambulance"],
    });
    expect(
      answerTo({ request: { channel: "website" }, patient, visit: { kind: "repeat", emergency: false } }),
    ).toEqual({
      answer: "refuse-channel",
      permittedChannels: ["reception", "contact-centre", "practitioner"],
    });
    expect(
      answerTo({
        request: { channel: "reception" },
        visit,
        patient: { ...patient, documentsAccepted: false },
      }),
    ).toEqual({ answer: "ask-for-documents" });
    expect(answerTo(facts, "2023-01-03T23:59:59+03:00")).toEqual({ answer: "not-in-force" });
  });

  it("is left to a person where the clock shows the time twice", () => {
    const paris = { ...clinic, zone: "Europe/Paris" };
    const night = [{ weekdays: ["sunday"], from: "01:30", to: "03:30" }] as const;
    const [practitioner] = input.schedule.practitioners;
    if (!practitioner) throw new Error("the schedule has one");
    const schedule = {
      ...input.schedule,
      zone: "Europe/Paris",
      practitioners: [{ ...practitioner, workingHours: night }],
    };
    const wish = { ...input.wish, from: "2026-10-25", to: "2026-10-25" } as const;
    const bookedAt = (startsAt: string) =>
      stepOf(planOf({ schedule, wish, chosen: `7@${startsAt}` }), { ...known, clinic: paris });
    expect(bookedAt("2026-10-24T23:30:00Z")).toMatchObject({
      do: "book",
      appointment: { startsAt: "2026-10-24T23:30:00Z" },
    });
    expect(bookedAt("2026-10-25T00:00:00Z")).toMatchObject({
      answer: "book-by-hand",
      slot: { time: "02:00" },
    });
    expect(bookedAt("2026-10-25T01:30:00Z")).toMatchObject({
      answer: "book-by-hand",
      slot: { time: "02:30" },
    });
    expect(bookedAt("2026-10-25T02:00:00Z")).toMatchObject({
      do: "book",
      appointment: { startsAt: "2026-10-25T02:00:00Z" },
    });
  });

  it("refuses a plan it does not know, without a word of what stands in it", () => {
    const strange = { action: "call-back", patient: "hunter2" } as unknown as BookingPlan;
    expect(() => stepOf(strange, { clinic })).toThrow(
      expect.objectContaining({
        code: "plan-unknown",
        message: "medots, plan: its action is not known here; use one version of the packages",
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { weekdays } from "../../calendar/civil-day.js";
import { appointmentBookingEn } from "../../policies/appointment-booking/en.js";
import { appointmentBookingFr } from "../../policies/appointment-booking/fr.js";
import { appointmentBookingRu } from "../../policies/appointment-booking/ru.js";
import { appointmentBooking } from "../../policies/appointment-booking/policy.js";
import { amend } from "../../verify/amendment/amend.js";
import { defineAmendment } from "../../verify/amendment/define-amendment.js";
import { bookAppointment } from "./book-appointment.js";
import type { BookAppointmentInput, BookingFacts } from "./booking-input.js";
import type { BookingChange } from "./booking-plan.js";
import { ada, bookable, clinicOf, mondayAtEight, wish } from "./clinic.fixture.js";
import { slotReasons } from "./slot.js";
import { tellPatient } from "./tell-patient.js";

const locales = [appointmentBookingEn, appointmentBookingFr, appointmentBookingRu];
const input = {
  at: mondayAtEight,
  schedule: clinicOf(ada),
  wish,
  facts: bookable,
} satisfies BookAppointmentInput;
const chosen = "ada@2026-03-02T06:00:00Z";

const told = (more: Partial<BookAppointmentInput>, locale = appointmentBookingEn) =>
  tellPatient(bookAppointment({ ...input, ...more }), locale);
const toldOn = (changes: BookingFacts) => told({ facts: { ...bookable, ...changes } });

describe("a patient who is booked", () => {
  it("is told with whom, where, on which day and when, in English", () => {
    expect(told({ chosen })).toEqual([
      "Your appointment is booked.",
      "You will be seen by Dr Ada Exemple.",
      "Address: 1 Example Street.",
      "Date: Monday 2 March 2026.",
      "Time: 09:00.",
    ]);
  });

  it("is told so in French", () => {
    expect(told({ chosen }, appointmentBookingFr)).toEqual([
      "Votre rendez-vous est pris.",
      "Vous serez reçu par Dr Ada Exemple.",
      "Adresse : 1 Example Street.",
      "Date : lundi 2 mars 2026.",
      "Heure : 09:00.",
    ]);
  });

  it("is told so in Russian", () => {
    expect(told({ chosen }, appointmentBookingRu)).toEqual([
      "Вы записаны на приём.",
      "Вас примет Dr Ada Exemple.",
      "Адрес: 1 Example Street.",
      "Дата: понедельник, 2 марта 2026 года.",
      "Время: 09:00.",
    ]);
  });

  it("is told which of two times it is in the night on which an hour comes twice", () => {
    const schedule = clinicOf(
      { ...ada, workingHours: [{ weekdays, from: "02:00", to: "03:00" }] },
      { zone: "Europe/Paris" },
    );
    const night = { ...wish, from: "2026-10-25", to: "2026-10-25" } as const;
    const at = "2026-10-24T12:00Z";
    const time = (slot: string) => told({ at, schedule, wish: night, chosen: slot }).at(-1);
    expect(time("ada@2026-10-25T00:30:00Z")).toBe(
      "Time: 02:30, the first time the clock shows it that night.",
    );
    expect(time("ada@2026-10-25T01:30:00Z")).toBe(
      "Time: 02:30, the second time the clock shows it that night.",
    );
  });
});

describe("a policy that tells something more", () => {
  const about = {
    title: "Bring your card",
    kind: "house-rule",
    dated: true,
    checkedOn: "2026-03-02",
  } as const;
  const booked = { fact: "decision.action", operator: "equal", value: "book-slot" } as const;
  const policy = amend(
    appointmentBooking,
    defineAmendment(appointmentBooking, {
      id: "bring-your-card",
      policy: "appointment-booking",
      title: about.title,
      source: about,
      from: "2026-03-02",
      changes: [
        { element: "what-to-bring", of: ["decision.tellPatient"] },
        {
          edition: "2023-01-04",
          decision: "tellPatient",
          case: { id: "card", when: booked, then: ["what-to-bring"] },
        },
      ],
    }),
  );
  const plan = bookAppointment({ ...input, chosen }, { policy });

  it("leaves it to the clinic, which has the words; the rest is told as ever", () => {
    expect(plan.decision.outcome?.tellPatient).toContain("what-to-bring");
    expect(plan).toMatchObject({ tellPatient: { "clinic-address": "1 Example Street" } });
    expect(tellPatient(plan, appointmentBookingEn)).toEqual(told({ chosen }));
  });
});

describe("a patient who is not booked", () => {
  it("is offered an appointment", () => {
    expect(told({})[0]).toBe("We can offer you this appointment.");
  });

  it("is told what has changed before another one is offered", () => {
    const schedule = clinicOf({ ...ada, absences: [{ from: "2026-03-02", to: "2026-03-02" }] });
    expect(told({ schedule, chosen }).slice(0, 2)).toEqual([
      "The practitioner is away at that time.",
      "We can offer you this appointment.",
    ]);
  });

  it("is told the sentence of the case that decided", () => {
    const { cases } = appointmentBookingEn;
    expect(toldOn({ patient: { registeredInMis: false } })).toEqual([cases["BK-3"]]);
    expect(told({ schedule: clinicOf({ ...ada, workingHours: [] }) })).toEqual([cases["BK-5"]]);
    expect(toldOn({ visit: { kind: "first", emergency: true } })).toEqual([
      cases["BK-7"],
      cases["BK-7-ambulance"],
    ]);
    expect(toldOn({ request: { channel: "practitioner" } })).toEqual([
      "A first visit is not booked this way; where it is booked: reception, contact centre, website.",
    ]);
  });

  it("is asked for what is not known", () => {
    expect(toldOn({ patient: {} })).toEqual([
      "First we need to know: the patient has an entry in the clinic's information system.",
    ]);
  });

  it("is told from when on the rules hold", () => {
    const at = "2022-12-01T08:00Z";
    expect(told({ at, wish: { ...wish, from: "2022-12-01", to: "2022-12-02" } })).toEqual([
      expect.stringContaining("4 January 2023"),
    ]);
  });

  it.each<BookingChange>([...slotReasons, "slot-not-in-schedule", "decision-changed"])(
    "is told of %s in a sentence of each language",
    (change) => {
      const plan = bookAppointment(input);
      if (plan.action !== "book-slot" || plan.agreed) expect.fail("nothing is offered");
      const sentences = locales.map((locale) => tellPatient({ ...plan, changed: [change] }, locale)[0] ?? "");
      expect(new Set(sentences).size).toBe(3);
      for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
    },
  );
});

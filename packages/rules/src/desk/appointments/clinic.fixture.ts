import { weekdays } from "../../calendar/civil-day.js";
import type { BookingFacts } from "./booking-input.js";
import type { Practitioner, Schedule } from "./schedule.js";
import type { Wish } from "./wish.js";

/** Open from nine to ten every day, nobody away, nothing booked. */
export const ada = {
  id: "ada",
  fullName: "Dr Ada Exemple",
  specialties: ["dentistry"],
  workingHours: [{ weekdays, from: "09:00", to: "10:00" }],
} satisfies Practitioner;

export const ben = { ...ada, id: "ben", fullName: "Dr Ben Exemple" } satisfies Practitioner;

export const cleo = {
  ...ada,
  id: "cleo",
  fullName: "Dr Cleo Exemple",
  specialties: ["dermatology"],
} satisfies Practitioner;

/** An invented clinic in Moscow, on whose clocks it is three hours later than in UTC. */
export const clinic = {
  zone: "Europe/Moscow",
  clinicAddress: "1 Example Street",
  services: [
    { id: "check-up", specialty: "dentistry", durationMinutes: 30 },
    { id: "consultation", specialty: "dermatology", durationMinutes: 30 },
  ],
  practitioners: [ada, ben, cleo],
} satisfies Schedule;

/** A Monday, an hour before the clinic opens. */
export const monday = "2026-03-02";
export const mondayAtEight = "2026-03-02T08:00:00+03:00";

/** Monday to Wednesday, with whoever is free. */
export const wish = {
  service: "check-up",
  practitioner: "any",
  from: monday,
  to: "2026-03-04",
} satisfies Wish;

/** Facts with which a free slot is booked. */
export const bookable = {
  request: { channel: "contact-centre" },
  visit: { kind: "first", emergency: false },
  patient: { registeredInMis: true },
} satisfies BookingFacts;

/** Ada with every hour of the wished days taken. */
export const full = {
  ...ada,
  appointments: ["02", "03", "04"].map((day) => ({
    id: day,
    startsAt: `2026-03-${day}T09:00+03:00`,
    durationMinutes: 60,
  })),
} satisfies Practitioner;

/** The clinic with one practitioner. */
export const clinicOf = (practitioner: Practitioner, more: Partial<Schedule> = {}): Schedule => ({
  ...clinic,
  ...more,
  practitioners: [practitioner],
});

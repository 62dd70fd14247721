import { dayFromIso, isoFromDay, weekdays } from "../../packages/rules/src/calendar/civil-day.js";
import type { FindSlotsInput } from "../../packages/rules/src/desk/appointments/find-slots.js";
import type { Practitioner } from "../../packages/rules/src/desk/appointments/schedule.js";
import { seeded } from "./seeded.js";

const specialties = ["dermatology", "cosmetology", "dentistry", "surgery", "cardiology"] as const;
const zone = "Europe/Paris";
const first = dayFromIso("2026-03-02") ?? 0;

/**
 * An invented clinic over some days in which the clock is put forward once: two shifts a day, weeks of absence, half
 * of the time booked. `each` is how many specialties there are.
 */
export function clinicSearch(practitioners: number, days: number, each: number): FindSlotsInput {
  const draw = seeded(practitioners * 1000 + days);
  const practitionerOf = (_: unknown, number: number): Practitioner => {
    const early = draw(2) === 0;
    const hours: readonly [string, string][] = early
      ? [
          ["08:00", "12:00"],
          ["12:30", "16:00"],
        ]
      : [
          ["10:00", "13:30"],
          ["14:30", "19:00"],
        ];
    const on = weekdays.filter((_, place) => place < 5 && draw(6) > 0);
    const away = first + draw(days);
    return {
      id: `practitioner-${String(number).padStart(3, "0")}`,
      fullName: `Dr ${number} Exemple`,
      specialties: [specialties[number % each] ?? "dermatology"],
      workingHours: hours.map(([from, to]) => ({
        weekdays: on.length > 0 ? on : ["monday"],
        from: from as "08:00",
        to: to as "12:00",
      })),
      absences: [{ from: isoFromDay(away), to: isoFromDay(away + 4) }],
      appointments: Array.from({ length: days * 2 }, (_, place) => ({
        id: `appointment-${number}-${place}`,
        startsAt: `${isoFromDay(first + Math.floor(place / 2))}T${place % 2 === 0 ? "09" : "15"}:${draw(2) === 0 ? "00" : "30"}+01:00`,
        durationMinutes: draw(2) === 0 ? 30 : 45,
      })),
    };
  };
  return {
    at: "2026-03-02T07:30:00+01:00",
    schedule: {
      zone,
      clinicAddress: "1 rue Exemple, 75000 Paris",
      services: specialties.map((specialty) => ({
        id: `visit-${specialty}`,
        specialty,
        durationMinutes: 30,
      })),
      practitioners: Array.from({ length: practitioners }, practitionerOf),
    },
    wish: {
      service: "visit-dermatology",
      practitioner: "any",
      from: isoFromDay(first),
      to: isoFromDay(first + days - 1),
      weekdays: ["monday", "wednesday", "friday"],
      earliestTime: "09:00",
      latestTime: "17:00",
    },
  };
}

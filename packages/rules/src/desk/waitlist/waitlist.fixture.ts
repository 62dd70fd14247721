import type { WaitlistEntry, WaitlistSlot } from "./waitlist-input.js";

/** The moment of the offer, in Moscow a Monday at ten. */
export const at = "2026-03-02T07:00:00Z";
export const zone = "Europe/Moscow";

/** Somebody who waits for a half-hour of dermatology on any morning of two weeks. */
export function entryNamed(id: string, differs: Partial<WaitlistEntry> = {}): WaitlistEntry {
  return {
    id,
    priority: 0,
    madeAt: "2026-02-20T06:00:00Z",
    state: "waiting",
    specialty: "dermatology",
    practitioner: "any",
    from: "2026-03-02",
    to: "2026-03-13",
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"],
    earliestTime: "08:00",
    latestTime: "13:00",
    durationMinutes: 30,
    ...differs,
  };
}

/** A free half-hour of dermatology on a Wednesday morning. */
export function slotNamed(id: string, differs: Partial<WaitlistSlot> = {}): WaitlistSlot {
  return {
    id,
    specialty: "dermatology",
    practitioner: "practitioner-1",
    day: "2026-03-04",
    time: "09:30",
    durationMinutes: 30,
    free: true,
    ...differs,
  };
}

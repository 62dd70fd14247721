import type { ClockReading } from "@guichet/rules/calendar";
import type { Practitioner, Schedule } from "@guichet/rules/desk";
import type { Reservation } from "@guichet/sync";
import type { WireSchedule } from "../wire/schedule.js";
import type { WireUser } from "../wire/user.js";
import { busyTimes } from "./busy-times.js";
import type { Clinic } from "./clinic.js";
import { clockMoments } from "./clock-moments.js";
import type { Stretch } from "./joined-stretches.js";
import { workingHours } from "./working-hours.js";

export interface ScheduleSources {
  readonly clinic: Clinic;
  readonly users: readonly WireUser[];
  readonly grid: WireSchedule["grid"];
  /** What is held with us, on MEDOTS already or not yet. */
  readonly held: readonly HeldTime[];
}

/** Time of a practitioner that is taken. */
export type HeldTime = Pick<Reservation, "practitioner" | "startsAt" | "endsAt">;

/**
 * The schedule of a clinic: hours and appointments of the grid, and what is held with us. Time that nobody vouches for
 * is never free: who is not in the grid of a day, or is without a list of appointments there, does not work on it. An
 * appointment at a time that comes twice takes both.
 */
export function scheduleOf({ clinic, users, grid, held }: ScheduleSources): Schedule {
  const { zone, address: clinicAddress, services } = clinic;
  return {
    zone,
    clinicAddress,
    services: services.map(({ id, specialty, durationMinutes }) => ({ id, specialty, durationMinutes })),
    practitioners: users.map((user) => practitionerOf(user, grid, held, zone)),
  };
}

function practitionerOf(
  user: WireUser,
  grid: WireSchedule["grid"],
  held: readonly HeldTime[],
  zone: string,
): Practitioner {
  const id = String(user.id);
  const days = Object.entries(grid).flatMap(([day, byUser]) => {
    const { workTimes, appointments } = byUser[id] ?? {};
    return workTimes && appointments ? [{ day, workTimes, appointments }] : [];
  });
  const known = new Set(days.map(({ day }) => day));
  const hours = days.map(({ day, workTimes }) => ({
    day,
    ranges: workTimes.map(({ timeRange }) => timeRange),
  }));
  const taken = days.flatMap(({ day, appointments }) =>
    appointments.map(({ time, duration }) => takenTime({ day, time } as ClockReading, duration, zone)),
  );
  return {
    id,
    fullName: fullNameOf(user),
    specialties: (user.specialties ?? []).map(({ title }) => title),
    // A night's hours may reach into a day of which nothing is said.
    workingHours: workingHours(hours).filter(({ since }) => since !== undefined && known.has(since)),
    appointments: busyTimes([...taken, ...heldBy(id, held)]),
  };
}

/** The time an appointment takes, whichever of the hours of that night is meant. */
export function takenTime(start: ClockReading, durationMinutes: number, zone: string): Stretch {
  const { first, last } = clockMoments(start, zone);
  return { from: first, to: last + durationMinutes * 60_000 };
}

function heldBy(id: string, held: readonly HeldTime[]): readonly Stretch[] {
  return held
    .filter(({ practitioner }) => practitioner === id)
    .map(({ startsAt, endsAt }) => ({ from: Date.parse(startsAt), to: Date.parse(endsAt) }));
}

/** As the patient is told it. Who has no name there goes by the number. */
function fullNameOf({ id, surname, name, secondName }: WireUser): string {
  const names = [surname, name, secondName].map((part) => part?.trim() ?? "");
  return names.filter((part) => part !== "").join(" ") || String(id);
}

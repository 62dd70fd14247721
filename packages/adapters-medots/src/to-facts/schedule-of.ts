import type { ClockReading } from "@guichet/rules/calendar";
import type { Practitioner, Schedule } from "@guichet/rules/desk";
import { busyTimes } from "./busy-times.js";
import type { Clinic } from "./clinic.js";
import { clockMoments } from "./clock-moments.js";
import type { Stretch } from "./joined-stretches.js";
import { workingHours } from "./working-hours.js";

/** Somebody of the clinic's staff, as far as a schedule goes. */
export interface StaffMember {
  readonly id: number;
  readonly surname?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly secondName?: string | null | undefined;
  readonly specialties?: readonly { readonly title: string }[] | null | undefined;
}

/** Who works when, and what is booked: by day, then by the number of the practitioner. */
export type ScheduleGrid = Readonly<Record<string, Readonly<Record<string, DayOfStaff>>>>;

interface DayOfStaff {
  readonly workTimes: readonly { readonly timeRange: string }[];
  readonly appointments?: readonly { readonly time: string; readonly duration: number }[] | undefined;
}

/** Time of a practitioner that is taken with us, and not on MEDOTS yet; in milliseconds since 1970. */
export interface HeldTime extends Stretch {
  readonly practitioner: string;
}

export interface ScheduleSources {
  readonly clinic: Clinic;
  readonly staff: readonly StaffMember[];
  readonly grid: ScheduleGrid;
  readonly held: readonly HeldTime[];
}

/**
 * The schedule of a clinic: hours and appointments of the grid, and what is held with us. Time that nobody vouches for
 * is never free: who is not in the grid of a day, or is without a list of appointments there, does not work on it. An
 * appointment at a time that comes twice takes both.
 */
export function scheduleOf({ clinic, staff, grid, held }: ScheduleSources): Schedule {
  const { zone, address: clinicAddress, services } = clinic;
  return {
    zone,
    clinicAddress,
    services: services.map(({ id, specialty, durationMinutes }) => ({ id, specialty, durationMinutes })),
    practitioners: staff.map((member) => practitionerOf(member, grid, held, zone)),
  };
}

function practitionerOf(
  member: StaffMember,
  grid: ScheduleGrid,
  held: readonly HeldTime[],
  zone: string,
): Practitioner {
  const id = String(member.id);
  const days = Object.entries(grid).flatMap(([day, members]) => {
    const { workTimes, appointments } = members[id] ?? {};
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
    fullName: fullNameOf(member),
    specialties: (member.specialties ?? []).map(({ title }) => title),
    // A night's hours may reach into a day of which nothing is said.
    workingHours: workingHours(hours).filter(({ since }) => since !== undefined && known.has(since)),
    appointments: busyTimes([...taken, ...held.filter(({ practitioner }) => practitioner === id)]),
  };
}

/** The time an appointment takes, whichever of the hours of that night is meant. */
export function takenTime(start: ClockReading, durationMinutes: number, zone: string): Stretch {
  const { first, last } = clockMoments(start, zone);
  return { from: first, to: last + durationMinutes * 60_000 };
}

/** As the patient is told it. Who has no name there goes by the number. */
function fullNameOf({ id, surname, name, secondName }: StaffMember): string {
  const names = [surname, name, secondName].map((part) => part?.trim() ?? "");
  return names.filter((part) => part !== "").join(" ") || String(id);
}

import * as z from "zod";
import type { IsoDay, Weekday } from "../../calendar/civil-day.js";
import { dayFromIso } from "../../calendar/civil-day.js";
import { minutesFromTime, type IsoTime } from "../../calendar/time-of-day.js";
import { millisFromInstant } from "../../calendar/zones.js";
import {
  dayField,
  field,
  instantField,
  minutesField,
  textField,
  timeField,
  weekdaysField,
  zoneField,
} from "../input-fields.js";

/** What a clinic plans with: who works when, who is away, what is booked. Lists stand in any order. */
export interface Schedule {
  /** The clinic's zone, of the tz database: working hours, wishes and days are those of its clocks. */
  readonly zone: string;
  /** Where patients come to, in one line. */
  readonly clinicAddress: string;
  readonly services: readonly Service[];
  readonly practitioners: readonly Practitioner[];
}

/** Something a patient can make an appointment for. */
export interface Service {
  readonly id: string;
  /** Every practitioner of this specialty gives it. */
  readonly specialty: string;
  /** How long its slots are, in minutes. */
  readonly durationMinutes: number;
}

export interface Practitioner {
  /** Any name but `any`, which stands for whoever is free. */
  readonly id: string;
  /** As the patient is told it. */
  readonly fullName: string;
  readonly specialties: readonly string[];
  readonly workingHours: readonly WorkingHours[];
  readonly absences?: readonly Absence[] | undefined;
  readonly appointments?: readonly Appointment[] | undefined;
}

/**
 * Hours of one day, on the clinic's clock. Hours over midnight are two: until `24:00`, and from `00:00` on the
 * next weekday.
 */
export interface WorkingHours {
  readonly weekdays: readonly Weekday[];
  readonly from: IsoTime;
  /** Excluded; `24:00` is the end of the day. */
  readonly to: EndTime;
  /** The first day on which these are the hours; left out: always were. */
  readonly since?: IsoDay | undefined;
  /** The last such day, included; left out: always will be. */
  readonly until?: IsoDay | undefined;
}

/** The end of hours: a time of day, or `24:00`. */
export type EndTime = IsoTime | "24:00";

/** A time away. A day means all of it, from its start or to its end; a moment is exact, and `to` is then excluded. */
export interface Absence {
  /** A day, or a moment with its offset. */
  readonly from: string;
  /** A day, or a moment with its offset. */
  readonly to: string;
}

/** Time that is taken. It says nothing of the patient. */
export interface Appointment {
  readonly id: string;
  /** A moment, with its offset. */
  readonly startsAt: string;
  readonly durationMinutes: number;
}

const endField = field<EndTime>(
  (value) => typeof value === "string" && minutesToEnd(value) !== undefined,
  "not-a-time",
  "not a time of day",
  "a time of day, HH:MM, or 24:00",
);

const dayOrInstantField = field<string>(
  (value) => typeof value === "string" && (dayFromIso(value) ?? millisFromInstant(value)) !== undefined,
  "not-a-moment",
  "neither a day nor a moment",
  "a day, YYYY-MM-DD, or a moment with its offset, as 2026-03-29T03:00+02:00",
);

/** Minutes from midnight to the end of hours, or `undefined` when the text is no such end. */
export function minutesToEnd(text: string): number | undefined {
  return text === "24:00" ? 1440 : minutesFromTime(text);
}

export const scheduleShape: z.ZodType<Schedule> = z.strictObject({
  zone: zoneField,
  clinicAddress: textField,
  services: z.array(z.strictObject({ id: textField, specialty: textField, durationMinutes: minutesField })),
  practitioners: z.array(
    z.strictObject({
      id: textField,
      fullName: textField,
      specialties: z.array(textField),
      workingHours: z.array(
        z.strictObject({
          weekdays: weekdaysField,
          from: timeField,
          to: endField,
          since: dayField.optional(),
          until: dayField.optional(),
        }),
      ),
      absences: z.array(z.strictObject({ from: dayOrInstantField, to: dayOrInstantField })).optional(),
      appointments: z
        .array(z.strictObject({ id: textField, startsAt: instantField, durationMinutes: minutesField }))
        .optional(),
    }),
  ),
});

import * as z from "zod";
import { field } from "./field.js";

const timeRange = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** The working day of users: by day, then by user. */
export const wireSchedule = z.object({
  grid: z.record(
    field.date,
    z.record(
      z.string().regex(/^[1-9]\d{0,15}$/),
      z.object({
        workTimes: z.array(z.object({ timeRange })),
        appointments: z.array(z.object({ time: field.time, duration: field.minutes })).optional(),
      }),
    ),
  ),
});

export type WireSchedule = z.output<typeof wireSchedule>;

/** Whose schedule is asked for. */
export const wireScheduleQuery = z.object({
  startDate: field.date,
  endDate: field.date,
  clinicId: field.id,
  userIds: z.array(field.id).min(1),
  availabilityForOnlineRecording: z.enum(["arbitrary", "ordered"]).optional(),
});

export type WireScheduleQuery = z.output<typeof wireScheduleQuery>;

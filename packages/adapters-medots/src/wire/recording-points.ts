import * as z from "zod";
import { field } from "./field.js";

const userId = z.string().regex(/^[1-9]\d{0,15}$/);

/** The times at which an appointment may start: by day, then by user. */
export const wireRecordingPoints = z.record(field.date, z.record(userId, z.array(field.time)));

export type WireRecordingPoints = z.output<typeof wireRecordingPoints>;

/** Whose free times are asked for, and how far apart. */
export const wireRecordingPointsQuery = z.object({
  startDate: field.date,
  endDate: field.date,
  clinicId: field.id,
  allowAppointmentIntersection: z.boolean().optional(),
  userParams: z.record(userId, z.object({ step: field.minutes })),
});

export type WireRecordingPointsQuery = z.output<typeof wireRecordingPointsQuery>;

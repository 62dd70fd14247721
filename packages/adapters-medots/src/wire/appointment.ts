import * as z from "zod";
import { field, maybe } from "./field.js";

/** An appointment, at the time that the clock of its clinic shows. */
export const wireAppointment = z.object({
  id: field.id,
  clinicId: field.id,
  userId: field.id,
  clientId: maybe(field.id),
  date: field.date,
  time: field.time,
  duration: field.minutes,
  /** `billed` was seen; the other words are assumed, and named in our options. */
  status: maybe(field.text),
  appointmentTypeId: maybe(field.id),
  appointmentSourceId: maybe(field.id),
  entryTypeIds: maybe(z.array(field.id)),
  note: maybe(field.text),
  clientComment: maybe(field.text),
  orderId: maybe(field.id),
  /** Assumed: lists can be asked for what changed after a moment, so rows are taken to say when they changed. */
  updatedAt: field.moment,
});

export type WireAppointment = z.output<typeof wireAppointment>;

/** What an appointment is made with. */
export const wireNewAppointment = z.object({
  clinicId: field.id,
  userId: field.id,
  clientId: field.id,
  date: field.date,
  time: field.time,
  duration: field.minutes,
  appointmentTypeId: field.id,
  appointmentSourceId: field.id,
  entryTypeIds: z.array(field.id).optional(),
  note: field.text.optional(),
  clientComment: field.text.optional(),
  allowIntersection: z.boolean().optional(),
});

export type WireNewAppointment = z.output<typeof wireNewAppointment>;

/** What an appointment is changed with: the same fields, as many as change. */
export const wireAppointmentChange = wireNewAppointment.partial();

export type WireAppointmentChange = z.output<typeof wireAppointmentChange>;

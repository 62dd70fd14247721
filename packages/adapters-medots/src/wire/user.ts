import * as z from "zod";
import { field, maybe } from "./field.js";

/** A user: one of the staff, a practitioner as a rule. */
export const wireUser = z.object({
  id: field.id,
  surname: field.text,
  name: field.text,
  secondName: maybe(field.text),
  specialties: z.array(z.object({ title: field.text })).optional(),
  /** In minutes. */
  appointmentDuration: maybe(field.minutes),
});

export type WireUser = z.output<typeof wireUser>;

import * as z from "zod";
import { field, maybe } from "./field.js";

const sex = z.enum(["male", "female"]);

/** A client: a patient, in their word. */
export const wireClient = z.object({
  id: field.id,
  surname: field.text,
  name: field.text,
  secondName: maybe(field.text),
  phone: maybe(field.text),
  birthdate: maybe(field.date),
  sex: maybe(sex),
});

export type WireClient = z.output<typeof wireClient>;

/** What a client is registered with. */
export const wireNewClient = z.object({
  surname: field.text.min(1),
  name: field.text.min(1),
  secondName: field.text.optional(),
  phone: field.text.min(11),
  email: field.text.optional(),
  birthdate: field.date.optional(),
  sex: sex.optional(),
  patientCardNumber: field.text.optional(),
});

export type WireNewClient = z.output<typeof wireNewClient>;

import * as z from "zod";
import { field, maybe } from "./field.js";

/** An order: what a visit is billed by. Its lines are entries, asked for by its id. */
export const wireOrder = z.object({
  id: field.id,
  clientId: maybe(field.id),
  clinicId: maybe(field.id),
});

export type WireOrder = z.output<typeof wireOrder>;

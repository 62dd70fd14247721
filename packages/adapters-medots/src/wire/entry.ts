import * as z from "zod";
import { field, maybe } from "./field.js";

/** An entry: one line of an order. */
export const wireEntry = z.object({
  id: field.id,
  orderId: field.id,
  entryTypeId: field.id,
  title: maybe(field.text),
  amount: z.int().positive(),
  /** Of one, in roubles; a text where it has kopecks. */
  price: z.union([z.number().nonnegative(), z.string().regex(/^\d{1,12}(?:\.\d{1,2})?$/)]),
});

export type WireEntry = z.output<typeof wireEntry>;

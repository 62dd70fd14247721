import * as z from "zod";
import { field, maybe } from "./field.js";

/** An entry of the catalogue of services. */
export const wireEntryType = z.object({
  id: field.id,
  title: field.text,
  /** In roubles; a text where it has kopecks. */
  price: maybe(z.union([z.number().nonnegative(), z.string().regex(/^\d{1,12}(?:\.\d{1,2})?$/)])),
  categoryId: maybe(field.id),
  parentId: maybe(field.id),
  userIds: maybe(z.array(field.id)),
});

export type WireEntryType = z.output<typeof wireEntryType>;

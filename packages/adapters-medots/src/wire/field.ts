import * as z from "zod";

/** The kinds of fields their answers are made of. Ids are whole numbers; texts are never trimmed or changed. */
export const field = {
  id: z.int().positive(),
  /** A calendar day of the clinic: `2026-11-21`. */
  date: z.iso.date(),
  /** What the clock of the clinic shows, without a zone: `09:30`. */
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.int().min(1).max(1440),
  /** A moment: seconds since 1970, as their parameter has it, or a text with an offset. We read both. */
  moment: z.union([z.int().nonnegative(), z.iso.datetime({ offset: true })]),
  text: z.string(),
} as const;

/** A field that may be absent or null: both say that there is nothing. */
export function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

import { dayFromIso, type IsoDay } from "@guichet/rules/calendar";
import * as z from "zod";

/**
 * A field for each option of `Options`, and of the option's own type: what is left out of a configuration on purpose is
 * left out of `Options`, and nothing else can be forgotten.
 */
export type FieldsOf<Options> = { readonly [Option in keyof Options]-?: z.ZodType<Options[Option]> };

/** Where a secret is: in a variable of the environment, never in the file. */
export const secret = z.strictObject(
  { env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: "expected the name of a variable" }) },
  { error: 'expected { env: "NAME" }: a secret stays out of the file' },
);

export const zone = z
  .string()
  .refine(isZone, { error: 'expected a zone of the tz database, like "Europe/Paris"' });
export const day = z.custom<IsoDay>(isDay, { error: 'expected a day, like "2026-11-01"' });
export const positive = z.int().min(1);
export const seconds = z.number().min(1);

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function isDay(value: unknown): boolean {
  return typeof value === "string" && dayFromIso(value) !== undefined;
}

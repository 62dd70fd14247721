import * as z from "zod";
import { dayFromIso } from "../calendar/civil-day.js";
import { timeForm } from "../calendar/time-of-day.js";
import { longestText } from "../engine/fact-lookup.js";
import type { Kind } from "../language/kind.js";

/** The words people read beside a value in forms and API pages. */
export interface AboutValue {
  readonly title: string;
  readonly description?: string;
}

/** The zod schema of the values a declaration stands for. */
export function kindSchema(declared: Kind, about: AboutValue): z.ZodType {
  switch (declared.kind) {
    case "boolean":
      return z.boolean().meta({ ...about });
    case "one-of":
      return z.enum(declared.values).meta({ ...about });
    case "set-of":
      return setSchema(declared.values).meta({ ...about, uniqueItems: true });
    case "integer":
      return integerSchema(declared.min, declared.max).meta({ ...about });
    case "amount":
      return z
        .int()
        .nonnegative()
        .meta({ ...about });
    case "date":
      return daySchema().meta({ ...about, ...beforeYearOne });
    case "time":
      return z
        .string()
        .regex(timeForm)
        .meta({ ...about });
    case "text":
      return z
        .string()
        .max(longestText)
        .meta({ ...about });
  }
}

/** A calendar day as it is written in decisions and policies. */
export function daySchema(): z.ZodType<string> {
  return z.iso.date().refine((day) => dayFromIso(day) !== undefined);
}

// The date format of JSON Schema has a year 0000. (Its time format wants seconds: hence a pattern for times.)
const beforeYearOne = { not: { pattern: "^0000" } };

function setSchema(values: readonly string[]): z.ZodType {
  return z.array(z.enum(values)).refine((elements) => new Set(elements).size === elements.length);
}

function integerSchema(min: number | undefined, max: number | undefined): z.ZodType {
  const least = min === undefined ? z.int() : z.int().min(min);
  return max === undefined ? least : least.max(max);
}

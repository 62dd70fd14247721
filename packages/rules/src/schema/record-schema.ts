import * as z from "zod";
import { weekdays } from "../calendar/civil-day.js";
import { daySchema } from "./kind-schema.js";

const name = z.string().min(1).max(200);
const names = z.array(name).max(1000);
const term = z.strictObject({ months: z.int().min(0).max(100_000), days: z.int().min(0).max(100_000) });
const factPlus = z.strictObject({ fact: name, plus: z.array(term).max(100) });
const place = z.union([z.int(), z.string().max(20)]).nullable();

const region = z.union([
  z.strictObject({ fact: name, oneOf: z.array(z.union([z.boolean(), name])).min(1) }),
  z.strictObject({ fact: name, noneOf: names }),
  z.strictObject({ fact: name, contains: names, lacks: names }),
  z.strictObject({ fact: name, from: place, to: place }),
  z.strictObject({ left: factPlus, right: factPlus, isBefore: z.boolean() }),
  z.strictObject({ weekdayOf: factPlus, oneOf: z.array(z.enum(weekdays)).min(1) }),
  z.strictObject({ texts: z.tuple([name, name]), same: z.boolean() }),
]);

const answer = z.union([z.boolean(), z.int(), z.string().max(1000), names, factPlus]);

/** What a decision record is made of, format `guichet-record/1`: nothing else may stand in one. */
export const recordSchema = z.strictObject({
  format: z.literal("guichet-record/1"),
  at: z.iso.datetime({ precision: 0 }),
  subject: z.string().regex(/^hmac-sha256:[0-9a-f]{64}$/),
  policy: name,
  amendments: names,
  fingerprint: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .nullable(),
  governingDate: daySchema().nullable(),
  regions: z.array(region).max(1000),
  status: z.enum(["decided", "open", "not-in-force"]),
  outcome: z.record(name, answer),
  open: names,
  cases: z.record(name, names),
});

/** The JSON Schema (draft 2020-12) of a decision record. */
export function recordJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(recordSchema.meta({ title: "Decision record" }), { target: "draft-2020-12" });
}

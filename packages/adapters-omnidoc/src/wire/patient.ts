import * as z from "zod";
import { humanName } from "./human-name.js";
import { identifier } from "./identifier.js";
import { meta } from "./meta.js";

/** The patient an opinion is about. */
export const patient = z.looseObject({
  resourceType: z.literal("Patient"),
  id: z.string().optional(),
  meta: meta.optional(),
  identifier: z.array(identifier).optional(),
  name: z.array(humanName).optional(),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
});

export type Patient = z.infer<typeof patient>;

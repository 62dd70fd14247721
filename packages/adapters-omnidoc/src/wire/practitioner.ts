import * as z from "zod";
import { humanName } from "./human-name.js";
import { identifier } from "./identifier.js";
import { meta } from "./meta.js";

/** A health professional. */
export const practitioner = z.looseObject({
  resourceType: z.literal("Practitioner"),
  id: z.string().optional(),
  meta: meta.optional(),
  identifier: z.array(identifier).optional(),
  name: z.array(humanName).optional(),
});

export type Practitioner = z.infer<typeof practitioner>;

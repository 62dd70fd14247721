import * as z from "zod";
import { codeableConcept } from "./codeable-concept.js";
import { identifier } from "./identifier.js";
import { meta } from "./meta.js";

/** Where a professional works. */
export const organization = z.looseObject({
  resourceType: z.literal("Organization"),
  id: z.string().optional(),
  meta: meta.optional(),
  identifier: z.array(identifier).optional(),
  type: z.array(codeableConcept).optional(),
  name: z.string().optional(),
  address: z
    .array(z.looseObject({ postalCode: z.string().optional(), country: z.string().optional() }))
    .optional(),
});

export type Organization = z.infer<typeof organization>;

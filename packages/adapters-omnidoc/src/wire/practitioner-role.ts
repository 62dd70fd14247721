import * as z from "zod";
import { codeableConcept } from "./codeable-concept.js";
import { identifier } from "./identifier.js";
import { meta } from "./meta.js";
import { reference } from "./reference.js";

/** What a professional is, and where. */
export const practitionerRole = z.looseObject({
  resourceType: z.literal("PractitionerRole"),
  id: z.string().optional(),
  meta: meta.optional(),
  identifier: z.array(identifier).optional(),
  practitioner: reference.optional(),
  organization: reference.optional(),
  code: z.array(codeableConcept).optional(),
  specialty: z.array(codeableConcept).optional(),
});

export type PractitionerRole = z.infer<typeof practitionerRole>;

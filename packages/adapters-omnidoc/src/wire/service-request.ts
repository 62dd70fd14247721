import * as z from "zod";
import { codeableConcept } from "./codeable-concept.js";
import { extension } from "./extension.js";
import { identifier } from "./identifier.js";
import { meta } from "./meta.js";
import { reference } from "./reference.js";

/**
 * A request for an opinion. What is not declared here is kept as it came, so that a resource that is written back
 * loses nothing.
 */
export const serviceRequest = z.looseObject({
  resourceType: z.literal("ServiceRequest"),
  id: z.string().optional(),
  meta: meta.optional(),
  extension: z.array(extension).optional(),
  identifier: z.array(identifier).optional(),
  status: z.string(),
  intent: z.string(),
  priority: z.string().optional(),
  authoredOn: z.string().optional(),
  occurrenceDateTime: z.string().optional(),
  subject: reference.optional(),
  requester: reference.optional(),
  performer: z.array(reference).optional(),
  performerType: codeableConcept.optional(),
});

export type ServiceRequest = z.infer<typeof serviceRequest>;

/** A request as a server gives it: with its id, and the moment it has stood like that from. */
export const storedServiceRequest = serviceRequest.extend({
  id: z.string().min(1),
  meta: meta.extend({ lastUpdated: z.iso.datetime({ offset: true }) }),
});

/** As little of a request as must be there to know that it is there. */
export const sketchedServiceRequest = storedServiceRequest.pick({ resourceType: true, id: true, meta: true });

export type StoredServiceRequest = z.infer<typeof storedServiceRequest>;

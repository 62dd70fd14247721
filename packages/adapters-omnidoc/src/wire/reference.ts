import * as z from "zod";
import { identifier } from "./identifier.js";

/** Points to another resource: by a relative address, by an entry of the same bundle, or by an identifier alone. */
export const reference = z.looseObject({
  reference: z.string().optional(),
  identifier: identifier.optional(),
});

export type Reference = z.infer<typeof reference>;

/** The id behind `Type/id`, with or without a server and a version around it. */
export function idFrom(address: string | undefined, resourceType: string): string | undefined {
  const parts = address?.split("/") ?? [];
  const at = parts.lastIndexOf(resourceType);
  return at === -1 ? undefined : parts[at + 1];
}

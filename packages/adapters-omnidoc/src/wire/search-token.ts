import type { Identifier } from "./identifier.js";

/**
 * An identifier as a search takes it, `system|value`; not encoded for a URL.
 *
 * Source: FHIR R4, search: what parts values is escaped with a backslash.
 */
export function searchToken({ system = "", value = "" }: Identifier): string {
  return `${escaped(system)}|${escaped(value)}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\,|$]/g, "\\$&");
}

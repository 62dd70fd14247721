import type { StoredServiceRequest } from "./service-request.js";

/**
 * A version as a text that grows with every change. Version ids of FHIR are names: those that are numbers are
 * ordered by their number, others by the moment they came from.
 */
export function versionOf({
  meta: { versionId = "", lastUpdated },
}: Pick<StoredServiceRequest, "meta">): string {
  if (/^\d{1,20}$/.test(versionId)) return versionId.padStart(20, "0");
  return `${new Date(lastUpdated).toISOString()} ${versionId}`.trimEnd();
}

/** A version id as `If-Match` and `ETag` write it. */
export function etagOf(versionId: string): string {
  return `W/"${versionId}"`;
}

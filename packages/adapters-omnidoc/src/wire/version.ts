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

/**
 * The version of what was patched here: later than the one it was, and earlier than any that the platform gives the
 * change.
 */
export function versionAfter(version: string): string {
  return `${version}+`;
}

/** A version as the store keeps it, as an `ETag` of our own. */
export function etagOfVersion(version: string): string {
  return etagOf(encodeURIComponent(version.replace(/^0+(?=\d)/, "")));
}

/** Whether an `If-Match` names an `ETag`, or any; how weak they are makes no difference. */
export function isMatched(ifMatch: string, etag: string): boolean {
  const names = ifMatch.split(",").map((one) => one.trim());
  return names.includes("*") || names.map(withoutWeakness).includes(withoutWeakness(etag));
}

function withoutWeakness(etag: string): string {
  return etag.replace(/^W\//, "");
}

/** A version id as `If-Match` and `ETag` write it. */
export function etagOf(versionId: string): string {
  return `W/"${versionId}"`;
}

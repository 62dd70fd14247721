import { holdRecord, type TenantTransaction } from "@guichet/sync";
import type { WebhookReply } from "@guichet/sync/webhooks";
import { opinionsFeed } from "../requests/opinion-feed.js";
import { etagOfVersion } from "../wire/version.js";
import type { PushedOpinions } from "./pushed-opinions.js";

/**
 * What a platform is told of a push that was taken: the version each request has here now, and since when. `undefined`
 * where none of them is here.
 *
 * Shape: `ETag` and `Last-Modified` for one request; the response of each entry for a transaction.
 */
export async function pushReply(
  transaction: TenantTransaction,
  { opinions, transaction: entries }: PushedOpinions,
): Promise<WebhookReply | undefined> {
  const held = new Map<string, { readonly etag: string; readonly lastModified: string }>();
  for (const remoteId of remoteIdsIn(opinions)) {
    const record = await holdRecord(transaction, opinionsFeed, remoteId);
    if (record) held.set(remoteId, { etag: etagOfVersion(record.version), lastModified: record.storedAt });
  }
  const [first, ...others] = held.values();
  if (first === undefined) return undefined;
  const validators = { etag: first.etag, "last-modified": new Date(first.lastModified).toUTCString() };
  const headers = others.length === 0 ? validators : {};
  if (entries === undefined) return { headers };
  const entry = entries.map((remoteId) => ({ response: { status: "200", ...held.get(remoteId ?? "") } }));
  return {
    headers: { ...headers, "content-type": "application/fhir+json" },
    body: { resourceType: "Bundle", type: "transaction-response", entry },
  };
}

/** Each once, in an order of their own, so that who holds several waits for nobody who waits. */
export function remoteIdsIn(opinions: PushedOpinions["opinions"]): readonly string[] {
  return [...new Set(opinions.map(({ remoteId }) => remoteId))].sort();
}

import type { IsoInstant } from "@guichet/rules/calendar";
import { holdRecord, type TenantTransaction } from "@guichet/sync";
import type { WebhookReply } from "@guichet/sync/webhooks";
import { opinionsFeed } from "../requests/opinion-feed.js";
import { etagOfVersion } from "../wire/version.js";
import type { PushedOpinions } from "./pushed-opinions.js";

/** The version that each request has by a push; `held`: whichever is here. */
export type VersionsTold = ReadonlyMap<string, string> | "held";

/**
 * What a platform is told of a push that was taken: the version each request has by it, and since when, where that is the
 * one held here. A newer one that is held is not told: whoever takes it for what was pushed would patch the wrong one.
 * `undefined` where there is nothing to tell.
 *
 * Shape: `ETag` and `Last-Modified` for one request; the response of each entry for a transaction.
 */
export async function pushReply(
  transaction: TenantTransaction,
  { opinions, transaction: entries }: PushedOpinions,
  told: VersionsTold,
): Promise<WebhookReply | undefined> {
  const held = new Map<string, Validators>();
  for (const remoteId of remoteIdsIn(opinions)) {
    const record = await holdRecord(transaction, opinionsFeed, remoteId);
    const version = told === "held" ? record?.version : told.get(remoteId);
    if (version === undefined) continue;
    const since = record?.version === version ? { lastModified: record.storedAt } : {};
    held.set(remoteId, { etag: etagOfVersion(version), ...since });
  }
  const [first, ...others] = held.values();
  if (first === undefined) return undefined;
  const headers = others.length === 0 ? headersOf(first) : {};
  if (entries === undefined) return { headers };
  const entry = entries.map((remoteId) => ({ response: { status: "200", ...held.get(remoteId ?? "") } }));
  return {
    headers: { ...headers, "content-type": "application/fhir+json" },
    body: { resourceType: "Bundle", type: "transaction-response", entry },
  };
}

interface Validators {
  readonly etag: string;
  readonly lastModified?: IsoInstant;
}

function headersOf({ etag, lastModified }: Validators): Readonly<Record<string, string>> {
  return {
    etag,
    ...(lastModified === undefined ? {} : { "last-modified": new Date(lastModified).toUTCString() }),
  };
}

/** Each once, in an order of their own, so that who holds several waits for nobody who waits. */
export function remoteIdsIn(opinions: PushedOpinions["opinions"]): readonly string[] {
  return [...new Set(opinions.map(({ remoteId }) => remoteId))].sort();
}

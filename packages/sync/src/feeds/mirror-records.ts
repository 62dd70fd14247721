import type { IsoInstant } from "@guichet/rules/calendar";
import type { FeedItem } from "../platform/feed.js";
import { toMillisecond } from "../store/database-time.js";
import { standardFeed } from "./feed-options.js";
import { gathered } from "../store/gathered.js";
import { sql } from "../store/sql.js";
import { storableId } from "../store/storable-text.js";
import type { TenantTransaction } from "../store/store.js";

/** A record as it was stored, and whether there was none by its id before. */
export interface Mirrored {
  readonly remoteId: string;
  readonly isNew: boolean;
}

/** How records were heard of. */
export interface Heard {
  /** In a list of all there is, or of some; `changes` when left out. */
  readonly in?: "changes" | "everything";
  /** When the platform was asked, an instant by the clock of the database; just now when left out. */
  readonly askedAt?: string;
  /** By how long a list may lag behind what the platform was told, or told us; 300. */
  readonly overlapSeconds?: number;
}

/**
 * Stores records as a platform has them, wherever they were heard of: a pull, an event, the answer to our own request.
 * An older version never overwrites a newer one. Of one version with another content, which a platform has that counts
 * whole seconds, what was asked for later counts: what was asked for before the known one was stored may be the older of
 * the two, and is left for the next reading. What is gone stays gone, unless a list of everything has it. Such a list is
 * also believed about what was stored long before it was asked for, under an older version: a platform whose clock was
 * put back counts from there. A reference that was told once is kept: people wipe notes, and what we made is still ours.
 * The answer is what changed; what is known already changes nothing.
 *
 * Errors: `id-refused` for an item that cannot be stored as it is; `text-refused` for a body that cannot.
 */
export async function mirrorRecords(
  { tenant, query }: TenantTransaction,
  feed: string,
  items: readonly FeedItem[],
  heard: Heard = {},
): Promise<readonly Mirrored[]> {
  for (const { remoteId, version, status, reference = "-" } of items)
    for (const [field, text] of Object.entries({ remoteId, version, status, reference }))
      storableId(field, text);
  const isWhole = heard.in === "everything";
  const { askedAt = "infinity", overlapSeconds = standardFeed.overlapSeconds } = heard;
  return query<Mirrored>(sql`
    insert into guichet.records as known (tenant, feed, remote_id, version, status, reference, body)
    select distinct on (item."remoteId") ${tenant}, ${feed}, item."remoteId", item.version, item.status,
      item.reference, item.body
    from rows from (
      jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        as ("remoteId" text, version text, status text, reference text, body jsonb)
    ) with ordinality as item ("remoteId", version, status, reference, body, position)
    order by item."remoteId", item.version collate "C" desc, item.position desc
    on conflict (tenant, feed, remote_id) do update
    set version = excluded.version, status = excluded.status, body = excluded.body, gone_at = null,
        reference = coalesce(excluded.reference, known.reference), stored_at = guichet.clock()
    where excluded.version > known.version or (known.gone_at is not null and ${isWhole})
      or (excluded.version < known.version and known.gone_at is null and ${isWhole}
        and known.stored_at < ${askedAt}::timestamptz - make_interval(secs => ${overlapSeconds}))
      or (excluded.version = known.version and known.gone_at is null and known.stored_at <= ${askedAt}::timestamptz
        and (excluded.status, excluded.body, coalesce(excluded.reference, known.reference))
          is distinct from (known.status, known.body, known.reference))
    returning remote_id as "remoteId", xmax = 0 as "isNew"`);
}

/** Stores one record, as `mirrorRecords` does; `undefined` when it was known already. */
export const mirrorRecord = gathered<
  { readonly feed: string; readonly item: FeedItem },
  Mirrored | undefined
>(async (transaction, heard) => {
  const changed = new Map<string, ReadonlyMap<string, Mirrored>>();
  for (const feed of new Set(heard.map((one) => one.feed))) {
    const items = heard.flatMap((one) => (one.feed === feed ? [one.item] : []));
    const mirrored = await mirrorRecords(transaction, feed, items);
    changed.set(feed, new Map(mirrored.map((one) => [one.remoteId, one])));
  }
  return heard.map(({ feed, item }) => changed.get(feed)?.get(item.remoteId));
});

/** A record as it was last heard of. */
export interface RemoteRecord<Body = unknown> extends Omit<FeedItem<Body>, "reference"> {
  /** The reference of the intent that made it, if it was ever told. */
  readonly reference: string | null;
  /** The platform does not list it any more. */
  readonly isGone: boolean;
}

/** The record of a feed by its id on the platform. */
export async function readRecord<Body = unknown>(
  { tenant, query }: TenantTransaction,
  feed: string,
  remoteId: string,
): Promise<RemoteRecord<Body> | undefined> {
  const [found] = await query<RemoteRecord<Body>>(sql`
    select ${columns} from guichet.records
    where tenant = ${tenant} and feed = ${feed} and remote_id = ${remoteId}`);
  return found;
}

/**
 * The record of a feed by its id, which nobody else changes until the transaction has ended, and since when it stands
 * here as it does.
 *
 * Errors: `id-refused`.
 */
export async function holdRecord<Body = unknown>(
  { tenant, query }: TenantTransaction,
  feed: string,
  remoteId: string,
): Promise<(RemoteRecord<Body> & { readonly storedAt: IsoInstant }) | undefined> {
  const [found] = await query<RemoteRecord<Body> & { readonly storedAt: string }>(sql`
    select ${columns}, stored_at as "storedAt" from guichet.records
    where tenant = ${tenant} and feed = ${feed} and remote_id = ${storableId("remoteId", remoteId)}
    for update`);
  return found && { ...found, storedAt: toMillisecond(found.storedAt) };
}

/** The record that an intent of this reference made, also when it is gone since; of several, one that is not. */
export async function recordMadeBy(
  { tenant, query }: TenantTransaction,
  feed: string,
  reference: string,
): Promise<RemoteRecord | undefined> {
  const [found] = await query<RemoteRecord>(sql`
    select ${columns} from guichet.records
    where tenant = ${tenant} and feed = ${feed} and reference = ${reference}
    order by gone_at is not null, remote_id
    limit 1`);
  return found;
}

/** The records of a feed that are not gone, in the order of their ids. */
export function readRecords<Body = unknown>(
  { tenant, query }: TenantTransaction,
  feed: string,
): Promise<readonly RemoteRecord<Body>[]> {
  return query<RemoteRecord<Body>>(sql`
    select ${columns} from guichet.records
    where tenant = ${tenant} and feed = ${feed} and gone_at is null
    order by remote_id`);
}

const columns = sql`remote_id as "remoteId", version, status, reference, body, gone_at is not null as "isGone"`;

import type { Feed } from "../platform/feed.js";
import { sql } from "../store/sql.js";
import { storeError } from "../store/store-error.js";
import type { TenantStore, TenantTransaction } from "../store/store.js";
import { feedFailed, type ReadingFailed } from "./feed-failed.js";
import { followEach } from "./follow-each.js";
import { holdFeed, releaseFeed, takeFeed, type FeedLease } from "./feed-lease.js";
import { standardFeed, type FeedOptions } from "./feed-options.js";
import type { ReadFeed } from "./pull-changes.js";
import { readPages } from "./read-pages.js";
import type { Follower } from "./record-change.js";
import { storePage } from "./store-page.js";

/** What reconciling came to. */
export type Reconciled =
  | { readonly outcome: "reconciled"; readonly changed: number; readonly gone: number }
  /** So many are missing that a person must confirm it; nothing of it is applied. */
  | { readonly outcome: "held"; readonly missing: number; readonly known: number }
  | { readonly outcome: "not-due" }
  | ReadingFailed;

/**
 * Compares everything a platform lists with what is known. Only when every page was read is a record that is missing
 * looked for in a second reading, because pages that are counted off shift while something is removed; what is missing
 * from both is gone. Where that is more than a share of all, it is held for confirmation (`confirmDisappearance`): a
 * platform that lists too little has not cancelled everything.
 */
export async function reconcile<Body>(
  clinic: TenantStore,
  feed: Feed<Body>,
  reading: ReadFeed<Body>,
): Promise<Reconciled> {
  const options = { ...standardFeed, ...reading.options };
  const { everySeconds = 0 } = reading;
  const isTimed = reading.everySeconds !== undefined;
  const lease = await takeFeed(clinic, feed.name, "reconcile", options.leaseSeconds, isTimed);
  if (!lease) return { outcome: "not-due" };
  try {
    const first = await readEverything(clinic, feed, reading, lease, options);
    const { missing } = await clinic.transaction((transaction) => compare(transaction, lease, first.listed));
    const second =
      missing.length > 0 ? await readEverything(clinic, feed, reading, lease, options) : undefined;
    if (first.failed + (second?.failed ?? 0) > 0) {
      return await feedFailed(clinic, lease, "reconcile", everySeconds, "items-failed");
    }
    const listed = new Set([...first.listed, ...(second?.listed ?? [])]);
    const changed = first.changed + (second?.changed ?? 0);
    return await clinic.transaction((transaction) =>
      conclude(
        transaction,
        lease,
        listed,
        changed,
        everySeconds,
        reading.follow as Follower | undefined,
        options,
      ),
    );
  } catch (error) {
    return await feedFailed(clinic, lease, "reconcile", everySeconds, error);
  }
}

/** Says that the records held as missing are indeed gone: the next reconciliation applies as many. Errors: `nothing-held`. */
export async function confirmDisappearance(
  { tenant, query }: TenantTransaction,
  feed: string,
): Promise<void> {
  const rows = await query(sql`
    update guichet.feeds
    set confirmed_missing = held_missing, held_missing = null, held_known = null, held_at = null,
        reconcile_due_at = guichet.clock()
    where tenant = ${tenant} and feed = ${feed} and held_at is not null
    returning feed`);
  if (rows.length > 0) return;
  throw storeError("nothing-held", `feed ${feed}`, "no disappearance is held", "see the status first");
}

interface Everything {
  readonly listed: ReadonlySet<string>;
  readonly changed: number;
  readonly failed: number;
}

async function readEverything<Body>(
  clinic: TenantStore,
  feed: Feed<Body>,
  { signal, follow }: ReadFeed<Body>,
  lease: FeedLease,
  { leaseSeconds, maxPages, maxTries, overlapSeconds }: FeedOptions,
): Promise<Everything> {
  const heard = { in: "everything", askedAt: lease.takenAt, overlapSeconds } as const;
  const listed = new Set<string>();
  let changed = 0;
  let failed = 0;
  for await (const { items } of readPages(feed.name, (next) => feed.everything(next, signal), maxPages)) {
    const stored = await clinic.transaction(async (transaction) => {
      await holdFeed(transaction, lease, leaseSeconds);
      return storePage(transaction, feed.name, items, heard, follow, maxTries);
    });
    for (const { remoteId } of items) listed.add(remoteId);
    changed += stored.changed;
    failed += stored.failed;
  }
  return { listed, changed, failed };
}

/** What was known before the reading began, and is not in the list. */
async function compare(
  { tenant, query }: TenantTransaction,
  { feed, takenAt }: FeedLease,
  listed: ReadonlySet<string>,
): Promise<{ readonly missing: readonly string[]; readonly known: number }> {
  const known = await query<{ remoteId: string; isOlder: boolean }>(sql`
    select remote_id as "remoteId", stored_at <= ${takenAt} as "isOlder" from guichet.records
    where tenant = ${tenant} and feed = ${feed} and gone_at is null`);
  const missing = known.filter(({ remoteId, isOlder }) => isOlder && !listed.has(remoteId));
  return { missing: missing.map(({ remoteId }) => remoteId), known: known.length };
}

async function conclude(
  transaction: TenantTransaction,
  lease: FeedLease,
  listed: ReadonlySet<string>,
  changed: number,
  everySeconds: number,
  follow: Follower | undefined,
  { heldShare, heldFrom, maxTries }: FeedOptions,
): Promise<Reconciled> {
  const { tenant, query } = transaction;
  const { missing, known } = await compare(transaction, lease, listed);
  const dueAgain = sql`reconcile_due_at = guichet.clock() + make_interval(secs => ${everySeconds})`;
  const tooMany = missing.length >= heldFrom && missing.length > heldShare * known;
  if (tooMany && missing.length > lease.confirmedMissing) {
    await releaseFeed(
      transaction,
      lease,
      sql`held_missing = ${missing.length}, held_known = ${known}, held_at = coalesce(held_at, guichet.clock()),
        reconcile_failures = 0, reconcile_failure = null, ${dueAgain}`,
    );
    return { outcome: "held", missing: missing.length, known };
  }
  const { changed: gone } = await followEach(transaction, missing, {
    feed: lease.feed,
    follow,
    maxTries,
    store: async (ids) => {
      const rows = await query<{ remoteId: string }>(sql`
        update guichet.records set gone_at = guichet.clock()
        where tenant = ${tenant} and feed = ${lease.feed} and gone_at is null and remote_id = any(${ids})
        returning remote_id as "remoteId"`);
      return rows.map(({ remoteId }) => ({ change: "gone", remoteId }));
    },
  });
  await releaseFeed(
    transaction,
    lease,
    sql`held_missing = null, held_known = null, held_at = null, confirmed_missing = null,
      reconcile_failures = 0, reconcile_failure = null, reconciled_at = guichet.clock(), ${dueAgain}`,
  );
  return { outcome: "reconciled", changed, gone };
}

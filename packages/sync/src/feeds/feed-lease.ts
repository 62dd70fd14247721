import { sql, type Sql } from "../store/sql.js";
import { storableId } from "../store/storable-text.js";
import { storeError } from "../store/store-error.js";
import type { TenantStore, TenantTransaction } from "../store/store.js";

/** Where a pull once started, and when. */
export interface KeptCursor {
  readonly cursor: string;
  readonly at: string;
}

/** A feed that this worker reads, and nobody else meanwhile. */
export interface FeedLease {
  readonly feed: string;
  readonly token: string;
  /** The instant at which it was taken. */
  readonly takenAt: string;
  /** The oldest first. */
  readonly cursors: readonly KeptCursor[];
  /** So many missing records were confirmed. */
  readonly confirmedMissing: number;
}

/** What a feed is read for. */
export type Reading = "pull" | "reconcile";

/** Takes a feed, unless somebody has it, or it is not due and `onlyIfDue`. */
export function takeFeed(
  clinic: TenantStore,
  name: string,
  reading: Reading,
  leaseSeconds: number,
  onlyIfDue: boolean,
): Promise<FeedLease | undefined> {
  const feed = storableId("feed", name);
  return clinic.transaction(async ({ tenant, query, uuid }) => {
    const token = uuid();
    const dueAt = reading === "pull" ? sql`pull_due_at` : sql`reconcile_due_at`;
    await query(sql`
      insert into guichet.feeds (tenant, feed) values (${tenant}, ${feed})
      on conflict do nothing`);
    const [taken] = await query<Omit<FeedLease, "feed" | "token">>(sql`
      update guichet.feeds
      set lease = ${token}, lease_until = guichet.clock() + make_interval(secs => ${leaseSeconds})
      where tenant = ${tenant} and feed = ${feed}
        and (lease_until is null or lease_until <= guichet.clock())
        and (not ${onlyIfDue} or ${dueAt} <= guichet.clock())
      returning guichet.clock() as "takenAt", coalesce(confirmed_missing, 0) as "confirmedMissing", cursors`);
    return taken && { ...taken, feed, token };
  });
}

/** Renews the lease in the transaction that stores something; what was read under a lease that ran out is dropped. */
export async function holdFeed(
  { tenant, query }: TenantTransaction,
  { feed, token }: FeedLease,
  leaseSeconds: number,
): Promise<void> {
  await changeFeed(
    { tenant, query },
    { feed, token },
    sql`lease_until = guichet.clock() + make_interval(secs => ${leaseSeconds})`,
  );
}

/** Writes down how the reading ended, and gives the feed back. */
export async function releaseFeed(
  transaction: TenantTransaction,
  lease: FeedLease,
  change: Sql,
): Promise<void> {
  await changeFeed(transaction, lease, sql`lease = null, lease_until = null, ${change}`);
}

async function changeFeed(
  { tenant, query }: Pick<TenantTransaction, "tenant" | "query">,
  { feed, token }: Pick<FeedLease, "feed" | "token">,
  change: Sql,
): Promise<void> {
  const rows = await query(sql`
    update guichet.feeds set ${change}
    where tenant = ${tenant} and feed = ${feed} and lease = ${token} and lease_until > guichet.clock()
    returning feed`);
  if (rows.length > 0) return;
  throw storeError(
    "lease-lost",
    `feed ${feed}`,
    "reading took longer than its lease",
    "nothing: another worker reads it",
  );
}

import { GuichetError } from "@guichet/rules";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import type { Follower, RecordChange } from "./record-change.js";

/** What storing some items came to. */
export interface Followed {
  readonly changed: number;
  /** Items that failed and will be tried again. */
  readonly failed: number;
}

export interface FollowEach<Body> {
  readonly feed: string;
  readonly follow: Follower<Body> | undefined;
  readonly maxTries: number;
  /** Stores the items of these ids, and says what changed by it. */
  readonly store: (remoteIds: readonly string[]) => Promise<readonly RecordChange<Body>[]>;
}

/**
 * Stores items and has the follower run for what changed. Where it fails for one, that item alone is undone, counted and
 * tried again with the next reading; after `maxTries` it is stored without its follower and stays on the list of failed
 * items: one item never stops a feed.
 */
export async function followEach<Body>(
  transaction: TenantTransaction,
  remoteIds: readonly string[],
  { feed, follow, maxTries, store }: FollowEach<Body>,
): Promise<Followed> {
  try {
    return { changed: await transaction.contained(() => storeAll(remoteIds)), failed: 0 };
  } catch (error) {
    if (isOfTheStore(error)) throw error;
  }
  let changed = 0;
  let failed = 0;
  for (const remoteId of remoteIds) {
    try {
      changed += await transaction.contained(() => storeAll([remoteId]));
    } catch (error) {
      if (isOfTheStore(error)) throw error;
      const code = GuichetError.isInstance(error) ? error.code : "follower-failed";
      const tries = await countFailure(transaction, feed, remoteId, code);
      if (tries < maxTries) failed += 1;
      else changed += (await store([remoteId])).length;
    }
  }
  return { changed, failed };

  async function storeAll(ids: readonly string[]): Promise<number> {
    const changes = await store(ids);
    if (!follow) return changes.length;
    for (const change of changes) await follow(transaction, change);
    if (changes.length > 0) await forgetFailures(transaction, feed, changes);
    return changes.length;
  }
}

/** Counts an item as failed once more; how often it has now. */
export async function countFailure(
  { tenant, query }: TenantTransaction,
  feed: string,
  item: string,
  code: string,
): Promise<number> {
  const [counted] = await query<{ tries: number }>(sql`
    insert into guichet.failed_items as known (tenant, feed, item, code, tries)
    values (${tenant}, ${feed}, ${item}, ${code}, 1)
    on conflict (tenant, feed, item) do update
    set code = excluded.code, tries = known.tries + 1, last_at = guichet.clock()
    returning tries`);
  return counted?.tries ?? 1;
}

async function forgetFailures(
  { tenant, query }: TenantTransaction,
  feed: string,
  changes: readonly RecordChange[],
): Promise<void> {
  const items = changes.map(({ remoteId }) => remoteId);
  await query(sql`
    delete from guichet.failed_items
    where tenant = ${tenant} and feed = ${feed} and item = any(${items})`);
}

/** Not of the item: the same may go well the next time. */
function isOfTheStore(error: unknown): boolean {
  return (
    GuichetError.isInstance(error) &&
    ["store-unreachable", "store-busy", "store-full", "store-refused", "store-failed", "lease-lost"].includes(
      error.code,
    )
  );
}

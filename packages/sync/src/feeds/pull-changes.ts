import type { Feed } from "../platform/feed.js";
import { sql } from "../store/sql.js";
import { storableId } from "../store/storable-text.js";
import type { TenantStore } from "../store/store.js";
import { feedFailed, type ReadingFailed } from "./feed-failed.js";
import { holdFeed, releaseFeed, takeFeed, type FeedLease, type KeptCursor } from "./feed-lease.js";
import { standardFeed, type FeedOptions } from "./feed-options.js";
import { readPages } from "./read-pages.js";
import type { Follower } from "./record-change.js";
import { storePage } from "./store-page.js";

export interface ReadFeed<Body> {
  readonly follow?: Follower<Body>;
  readonly signal: AbortSignal;
  readonly options?: Partial<FeedOptions>;
  /** Reads it only if that is due, and says when it is due again. Left out: now. */
  readonly everySeconds?: number;
}

/** What pulling came to. */
export type Pulled =
  | { readonly outcome: "pulled"; readonly changed: number }
  /** Somebody else is reading it, or it is not due. */
  | { readonly outcome: "not-due" }
  | ReadingFailed;

/**
 * Pulls what changed on a platform. Pages are stored as they come; the cursor moves in the transaction that stores the
 * last of them, and only if every item before it is dealt with. Each pull starts a little before the last one did, so
 * what the platform committed late, under an earlier time, is seen; what is known already changes nothing.
 */
export async function pullChanges<Body>(
  clinic: TenantStore,
  feed: Feed<Body>,
  reading: ReadFeed<Body>,
): Promise<Pulled> {
  const options = { ...standardFeed, ...reading.options };
  const { everySeconds = 0, signal, follow } = reading;
  const lease = await takeFeed(
    clinic,
    feed.name,
    "pull",
    options.leaseSeconds,
    reading.everySeconds !== undefined,
  );
  if (!lease) return { outcome: "not-due" };
  try {
    const since = lease.cursors[startAmong(lease.cursors, options.overlapSeconds)]?.cursor;
    let changed = 0;
    let failed = 0;
    const pages = readPages(feed.name, (next) => feed.changes(since, next, signal), options.maxPages);
    for await (const page of pages) {
      await clinic.transaction(async (transaction) => {
        await holdFeed(transaction, lease, options.leaseSeconds);
        const stored = await storePage(
          transaction,
          feed.name,
          page.items,
          { in: "changes", askedAt: lease.takenAt },
          follow,
          options.maxTries,
        );
        changed += stored.changed;
        failed += stored.failed;
        if (page.next !== undefined || failed > 0) return;
        await releaseFeed(
          transaction,
          lease,
          sql`cursors = ${cursorsAfter(lease, page.cursor, options.overlapSeconds)}::jsonb, failures = 0, failure = null,
            pulled_at = guichet.clock(), pull_due_at = guichet.clock() + make_interval(secs => ${everySeconds})`,
        );
      });
    }
    if (failed > 0) return await feedFailed(clinic, lease, "pull", everySeconds, "items-failed");
    return { outcome: "pulled", changed };
  } catch (error) {
    return await feedFailed(clinic, lease, "pull", everySeconds, error);
  }
}

/** Where the next pull starts: the last cursor that is so much older than the last pull; none as long as none is. */
function startAmong(cursors: readonly KeptCursor[], overlapSeconds: number): number {
  const last = Date.parse(cursors.at(-1)?.at ?? "");
  return cursors.findLastIndex(({ at }) => last - Date.parse(at) >= overlapSeconds * 1000);
}

/** The new cursor, those a later pull may start at, and none that is older. */
function cursorsAfter(
  { cursors, takenAt }: FeedLease,
  cursor: string | undefined,
  overlapSeconds: number,
): string {
  const all = [
    ...cursors,
    ...(cursor === undefined ? [] : [{ cursor: storableId("cursor", cursor), at: takenAt }]),
  ];
  return JSON.stringify(all.slice(Math.max(startAmong(all, overlapSeconds), 0)));
}

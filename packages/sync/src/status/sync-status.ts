import { sql } from "../store/sql.js";
import type { Store } from "../store/store.js";
import { intentsStatus, type IntentsStatus } from "./intents-status.js";

/** How things stand, by ids, words of the code, counts and times: nothing of a person. */
export interface SyncStatus {
  /** The instant it was asked, by the clock of the database. */
  readonly at: string;
  readonly intents: readonly IntentsStatus[];
  readonly feeds: readonly FeedStatus[];
}

export interface FeedStatus {
  readonly tenant: string;
  readonly feed: string;
  readonly pulledAt: string | null;
  readonly reconciledAt: string | null;
  /** Since the last pull that went well; since it was added, when none did. */
  readonly lagSeconds: number;
  /** Pulls that failed since one went well, and why the last did. */
  readonly failures: number;
  readonly failure: string | null;
  /** Since all there is was last compared with what is known; since it was added, when that never went well. */
  readonly reconcileLagSeconds: number;
  /** Comparisons that failed since one went well, and why the last did. */
  readonly reconcileFailures: number;
  readonly reconcileFailure: string | null;
  /** A disappearance that waits for a person: so many of so many. */
  readonly held: { readonly missing: number; readonly known: number; readonly at: string } | null;
  /** Items left behind because their follower failed, or because they cannot be stored. */
  readonly failedItems: number;
}

/** Queues, lag, what is set aside and what is held, of all clinics of the store. */
export function syncStatus(store: Store): Promise<SyncStatus> {
  return store.overview(async ({ query }) => {
    const [now] = await query<{ at: string }>(sql`select guichet.clock() as at`);
    const intents = await intentsStatus({ query });
    const feeds = await query<FeedStatus>(sql`
      select tenant, feed, pulled_at as "pulledAt", reconciled_at as "reconciledAt", failures, failure,
        extract(epoch from (select guichet.clock()) - coalesce(pulled_at, added_at))::float8 as "lagSeconds",
        reconcile_failures as "reconcileFailures", reconcile_failure as "reconcileFailure",
        extract(epoch from (select guichet.clock()) - coalesce(reconciled_at, added_at))::float8 as "reconcileLagSeconds",
        case when held_at is null then null else jsonb_build_object(
          'missing', held_missing, 'known', held_known, 'at', to_char(held_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        ) end as held,
        (select count(*) from guichet.failed_items as failed
          where failed.tenant = feeds.tenant and failed.feed = feeds.feed) as "failedItems"
      from guichet.feeds
      order by tenant, feed`);
    return { at: now?.at ?? "", intents, feeds };
  });
}

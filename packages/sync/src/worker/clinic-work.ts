import type { FeedOptions } from "../feeds/feed-options.js";
import type { Follower } from "../feeds/record-change.js";
import type { Carrier } from "../intents/carrier.js";
import type { Feed } from "../platform/feed.js";
import type { TenantStore } from "../store/store.js";

/** What a worker does for one clinic. */
export interface ClinicWork {
  readonly clinic: TenantStore;
  /** How its intents are carried out. Intents of other kinds are left to other workers. */
  readonly carriers: readonly Carrier[];
  readonly feeds?: readonly FeedWork[];
  readonly chores?: readonly Chore[];
}

/** A feed that is kept up with. Any number of workers may have it: one reads it at a time. */
export interface FeedWork {
  readonly feed: Feed;
  readonly follow: Follower | undefined;
  readonly pullEverySeconds: number;
  readonly reconcileEverySeconds: number;
  readonly options: Partial<FeedOptions>;
}

/** A feed with its follower, whatever its bodies are. Pulled every 60 seconds and reconciled every hour unless it is said otherwise. */
export function feedWork<Body>(
  feed: Feed<Body>,
  given: {
    readonly follow?: Follower<Body>;
    readonly pullEverySeconds?: number | undefined;
    readonly reconcileEverySeconds?: number | undefined;
    readonly options?: Partial<FeedOptions>;
  } = {},
): FeedWork {
  const { follow, pullEverySeconds = 60, reconcileEverySeconds = 3_600, options = {} } = given;
  return {
    feed,
    // Only what this feed listed is ever passed to its follower.
    follow: follow as Follower | undefined,
    pullEverySeconds,
    reconcileEverySeconds,
    options,
  };
}

/** Something to be done again and again, which may be done by several workers at once without harm. */
export interface Chore {
  readonly name: string;
  readonly everySeconds: number;
  /** How many things it did. */
  readonly run: (clinic: TenantStore, signal: AbortSignal) => Promise<number>;
}

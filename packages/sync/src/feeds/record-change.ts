import type { FeedItem } from "../platform/feed.js";
import type { TenantTransaction } from "../store/store.js";

/** What happened to a record of a feed. */
export type RecordChange<Body = unknown> =
  | { readonly change: "new" | "changed"; readonly remoteId: string; readonly item: FeedItem<Body> }
  | { readonly change: "gone"; readonly remoteId: string };

/** What else is done when a record changes: in the transaction that stores the change, so both happen or neither. */
export type Follower<Body = unknown> = (
  transaction: TenantTransaction,
  change: RecordChange<Body>,
) => Promise<void>;

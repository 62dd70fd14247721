import type { FeedItem } from "../platform/feed.js";
import { isStorableId } from "../store/storable-text.js";
import type { TenantTransaction } from "../store/store.js";
import { countFailure, followEach, type Followed } from "./follow-each.js";
import { mirrorRecords, type Heard } from "./mirror-records.js";
import type { Follower } from "./record-change.js";

/** Stores a page of a feed; of two items with one version, the later one. An item that cannot be stored goes on the list of failed items, and the rest goes on. */
export async function storePage<Body>(
  transaction: TenantTransaction,
  feed: string,
  items: readonly FeedItem<Body>[],
  heard: Heard,
  follow: Follower<Body> | undefined,
  maxTries: number,
): Promise<Followed> {
  const newest = new Map(
    items
      .filter(isStorable)
      .toSorted(byVersion)
      .map((item) => [item.remoteId, item]),
  );
  if (items.some((item) => !isStorable(item))) {
    await countFailure(transaction, feed, "(an item that cannot be stored)", "item-refused");
  }
  return followEach(transaction, [...newest.keys()], {
    feed,
    follow,
    maxTries,
    store: async (ids) => {
      const page = ids.flatMap((id) => newest.get(id) ?? []);
      const mirrored = await mirrorRecords(transaction, feed, page, heard);
      return mirrored.flatMap(({ remoteId, isNew }) => {
        const item = newest.get(remoteId);
        return item ? [{ change: isNew ? "new" : "changed", remoteId, item } as const] : [];
      });
    },
  });
}

/** As the database compares them: by the bytes of UTF-8. */
function byVersion(left: FeedItem, right: FeedItem): number {
  return Buffer.compare(Buffer.from(left.version), Buffer.from(right.version));
}

/** What an adapter gives need not be what its types say: not every one of them is ours. */
function isStorable({ remoteId, version, status, reference = "-", body }: FeedItem): boolean {
  const texts: readonly unknown[] = [remoteId, version, status, reference];
  return texts.every((text) => typeof text === "string" && isStorableId(text)) && isStorableJson(body);
}

/** PostgreSQL's JSON has no U+0000 and no half of a surrogate pair. */
function isStorableJson(body: unknown): boolean {
  const text = jsonOf(body);
  return typeof text === "string" && !/\\u(0000|d[89a-f])/i.test(text);
}

/** As JSON; `undefined` for what has no JSON. */
function jsonOf(body: unknown): unknown {
  try {
    return JSON.stringify(body);
  } catch {
    return undefined;
  }
}

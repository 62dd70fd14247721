import type { FeedPage } from "../platform/feed.js";
import { storeError } from "../store/store-error.js";

/** Reads page after page until the last one, each as soon as the one before is dealt with. Errors: `feed-endless`. */
export async function* readPages<Body>(
  feed: string,
  read: (next: string | undefined) => Promise<FeedPage<Body>>,
  maxPages: number,
): AsyncGenerator<FeedPage<Body>> {
  const seen = new Set<string>();
  let next: string | undefined;
  for (let pages = 0; pages < maxPages; pages += 1) {
    const page = await read(next);
    yield page;
    next = page.next;
    if (next === undefined) return;
    if (seen.has(next)) break;
    seen.add(next);
  }
  throw storeError(
    "feed-endless",
    `feed ${feed}`,
    "its pages do not end",
    "see how the adapter makes the next page",
  );
}

import type { Feed, FeedItem, FeedPage } from "../platform/feed.js";

/** A platform's list in memory. Its clock is a number that the test moves. */
export interface BenchList {
  readonly feed: Feed<{ readonly note: string }>;
  /** Commits a change now, under a time that may lie a little in the past. */
  readonly put: (remoteId: string, at: number, status?: string) => void;
  readonly remove: (remoteId: string) => void;
  readonly items: () => readonly FeedItem[];
  /** Runs between two pages. */
  readonly betweenPages: (work: () => void) => void;
  /** The next page that is asked for is torn. */
  readonly tear: () => void;
}

const pageSize = 3;

/** `changes`: a version of its own for each change. `seconds`: changes of one second share one, as with MEDOTS. */
export type BenchVersions = "changes" | "seconds";

export function benchList(name: string, versions: BenchVersions = "changes"): BenchList {
  const rows = new Map<string, FeedItem<{ readonly note: string }> & { readonly at: number }>();
  let between: (() => void) | undefined;
  let isTorn = false;
  let changes = 0;
  const page = (
    all: readonly FeedItem<{ readonly note: string }>[],
    next: string | undefined,
  ): FeedPage<{ readonly note: string }> => {
    if (isTorn) {
      isTorn = false;
      throw new Error("torn");
    }
    const from = Number(next ?? 0);
    const items = all.slice(from, from + pageSize);
    const isLast = from + pageSize >= all.length;
    if (!isLast) {
      between?.();
      between = undefined;
    }
    return isLast ? { items } : { items, next: String(from + pageSize) };
  };
  const sorted = (): readonly (FeedItem<{ readonly note: string }> & { readonly at: number })[] =>
    [...rows.values()].sort((left, right) => left.at - right.at || (left.remoteId < right.remoteId ? -1 : 1));
  const newest = (): number => Math.max(0, ...[...rows.values()].map(({ at }) => at));
  return {
    put: (remoteId, at, status = "booked") => {
      changes += 1;
      const version = String(versions === "changes" ? changes : at).padStart(9, "0");
      rows.set(remoteId, { remoteId, version, status, body: { note: `${remoteId} ${changes}` }, at });
    },
    remove: (remoteId) => {
      rows.delete(remoteId);
    },
    items: sorted,
    betweenPages: (work) => {
      between = work;
    },
    tear: () => {
      isTorn = true;
    },
    feed: {
      name,
      // As MEDOTS does: what changed after a second, counted off in pages.
      changes: (since, next) => {
        const cursor = String(newest());
        return Promise.resolve().then(() => ({
          ...page(
            sorted().filter(({ at }) => at > Number(since ?? -1)),
            next,
          ),
          cursor,
        }));
      },
      everything: (next) => Promise.resolve().then(() => page(sorted(), next)),
    },
  };
}

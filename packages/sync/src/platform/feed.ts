/** A record of the platform, as far as matching needs it. */
export interface FeedItem<Body = unknown> {
  readonly remoteId: string;
  /**
   * Never gets smaller: versions of one record are compared as texts. It should grow with every change; where changes of
   * one second share one, what was asked for last counts.
   */
  readonly version: string;
  readonly status: string;
  /** The reference of the intent that made it, where the platform still tells it. */
  readonly reference?: string | undefined;
  /** What is kept of it: no name, no reason for a visit. */
  readonly body: Body;
}

/** Part of a list, and where the next part starts; `next` is left out on the last page. */
export interface FeedPage<Body = unknown> {
  readonly items: readonly FeedItem<Body>[];
  readonly next?: string;
  /** Where the next pull of changes starts, once every page of this one is stored. */
  readonly cursor?: string;
}

/** A list of records that change on a platform. A page that is torn or empty without reason throws; it is never a short list. */
export interface Feed<Body = unknown> {
  readonly name: string;
  /** What changed since a cursor, a page at a time; without one, since the beginning. */
  readonly changes: (
    since: string | undefined,
    next: string | undefined,
    signal: AbortSignal,
  ) => Promise<FeedPage<Body>>;
  /** All there is, a page at a time: what is missing from it is gone. */
  readonly everything: (next: string | undefined, signal: AbortSignal) => Promise<FeedPage<Body>>;
}

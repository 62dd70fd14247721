/** How feeds are read. Times go by the clock of the database. */
export interface FeedOptions {
  /** How long a worker may take over one page before another may read the feed; 120. */
  readonly leaseSeconds: number;
  /** A pull starts so long before the last one began: what was committed late, under an earlier time, is seen; 300. */
  readonly overlapSeconds: number;
  /** Pages of one reading at most; 10,000. */
  readonly maxPages: number;
  /** An item that made its follower fail so often is left behind, and listed; 5. */
  readonly maxTries: number;
  /** More missing at once than this share of what is known is held until somebody confirms it; 0.2. */
  readonly heldShare: number;
  /** Fewer than so many missing are never held; 5. */
  readonly heldFrom: number;
}

export const standardFeed: FeedOptions = {
  leaseSeconds: 120,
  overlapSeconds: 300,
  maxPages: 10_000,
  maxTries: 5,
  heldShare: 0.2,
  heldFrom: 5,
};

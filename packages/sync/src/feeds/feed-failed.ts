import { GuichetError } from "@guichet/rules";
import { sql } from "../store/sql.js";
import type { TenantStore } from "../store/store.js";
import { releaseFeed, type FeedLease, type Reading } from "./feed-lease.js";

/** A reading that did not come to its end. What it stored is stored; the cursor is where it was. */
export interface ReadingFailed {
  readonly outcome: "failed";
  /** The code of a `GuichetError`, or `feed-failed`. */
  readonly code: string;
}

/** Writes down that a reading failed, gives the feed back, and says when to try again: later each time. */
export async function feedFailed(
  clinic: TenantStore,
  lease: FeedLease,
  reading: Reading,
  everySeconds: number,
  error: unknown,
): Promise<ReadingFailed> {
  const code = codeOf(error);
  const dueAt = reading === "pull" ? sql`pull_due_at` : sql`reconcile_due_at`;
  const retrySeconds = Math.max(everySeconds, 1);
  try {
    await clinic.transaction((transaction) =>
      releaseFeed(
        transaction,
        lease,
        sql`failures = failures + 1, failed_at = guichet.clock(), failure = ${code},
          ${dueAt} = guichet.clock() + make_interval(secs => least(900, ${retrySeconds} * 2 ^ least(failures, 10)))`,
      ),
    );
  } catch (second) {
    // Its lease runs out; what counts is what went wrong first.
    if (!GuichetError.isInstance(second)) throw second;
  }
  return { outcome: "failed", code };
}

function codeOf(error: unknown): string {
  if (typeof error === "string") return error;
  return GuichetError.isInstance(error) ? error.code : "feed-failed";
}

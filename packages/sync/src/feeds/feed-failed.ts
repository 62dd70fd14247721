import { GuichetError } from "@guichet/rules";
import { sql, type Sql } from "../store/sql.js";
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
  try {
    await clinic.transaction((transaction) =>
      releaseFeed(
        transaction,
        lease,
        reading === "pull"
          ? sql`failures = failures + 1, failed_at = guichet.clock(), failure = ${code},
              pull_due_at = ${retryAt(everySeconds, sql`failures`)}`
          : sql`reconcile_failures = reconcile_failures + 1, reconcile_failed_at = guichet.clock(),
              reconcile_failure = ${code}, reconcile_due_at = ${retryAt(everySeconds, sql`reconcile_failures`)}`,
      ),
    );
  } catch (second) {
    // Its lease runs out; what counts is what went wrong first.
    if (!GuichetError.isInstance(second)) throw second;
  }
  return { outcome: "failed", code };
}

/** After so many failures before this one. */
function retryAt(everySeconds: number, failures: Sql): Sql {
  return sql`guichet.clock()
    + make_interval(secs => least(900, ${Math.max(everySeconds, 1)} * 2 ^ least(${failures}, 10)))`;
}

function codeOf(error: unknown): string {
  if (typeof error === "string") return error;
  return GuichetError.isInstance(error) ? error.code : "feed-failed";
}

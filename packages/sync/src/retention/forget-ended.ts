import { sql, type Sql } from "../store/sql.js";
import { storeError } from "../store/store-error.js";
import type { TenantStore, TenantTransaction } from "../store/store.js";

/**
 * Forgets what ended more than so many days ago: intents, proposals and entries of the waitlist, released reservations,
 * records that are gone from their platform, items that failed, and last the decisions that nothing names any more. What
 * waits, is set aside, is held or still stands on a platform stays, however old. How many rows it was.
 *
 * A reference that is forgotten is a new one when it is asked for again: keep more days than anybody asks for the same.
 *
 * Units: whole days of 24 hours, by the clock of the database; what ended exactly so long ago stays.
 * Errors: `retention-refused` for less than a day.
 *
 * @example
 * const forgotten = await forgetEnded(clinic, 3650, signal);
 */
export async function forgetEnded(
  clinic: TenantStore,
  afterDays: number,
  signal?: AbortSignal,
): Promise<number> {
  if (!Number.isInteger(afterDays) || afterDays < 1)
    throw storeError("retention-refused", "retention", "not a whole number of days", "give 1 or more");
  let forgotten = 0;
  for (;;) {
    const once = await clinic.transaction((transaction) => forgetSome(transaction, afterDays));
    forgotten += once;
    if (once === 0 || signal?.aborted === true) return forgotten;
  }
}

/** At most so many rows of a table in one transaction: others do not wait long for it. */
const rowsAtOnce = 1_000;

/** What names others goes before what it names. */
async function forgetSome({ tenant, query }: TenantTransaction, afterDays: number): Promise<number> {
  const over = sql`(select guichet.clock()) - make_interval(days => ${afterDays})`;
  const entry = sql`waitlist_entries.tenant, waitlist_entries.id`;
  const decision = sql`decisions.tenant, decisions.id`;
  const ended: readonly (readonly [table: Sql, which: Sql])[] = [
    [
      sql`waitlist_proposals`,
      sql`ended_at < ${over} and not exists (
        select from guichet.intents as booking
        where booking.tenant = waitlist_proposals.tenant and booking.reference = waitlist_proposals.id::text
          and booking.state not in ('done', 'conflict', 'refused'))`,
    ],
    [
      sql`waitlist_entries`,
      sql`state not in ('waiting', 'proposed') and moved_at < ${over}
        and not exists (select from guichet.waitlist_proposals as one where (one.tenant, one.entry) = (${entry}))`,
    ],
    [sql`intents`, sql`state in ('done', 'conflict', 'refused') and moved_at < ${over}`],
    [sql`bookings`, sql`state = 'released' and moved_at < ${over}`],
    [sql`records`, sql`gone_at < ${over}`],
    [sql`failed_items`, sql`last_at < ${over}`],
    [
      sql`decisions`,
      sql`recorded_at < ${over}
        and not exists (select from guichet.intents as one where (one.tenant, one.decision) = (${decision}))
        and not exists (select from guichet.waitlist_entries as one where (one.tenant, one.decision) = (${decision}))
        and not exists (select from guichet.waitlist_proposals as one where (one.tenant, one.decision) = (${decision}))`,
    ],
  ];
  let forgotten = 0;
  for (const [table, which] of ended) {
    const rows = await query(sql`
      delete from guichet.${table}
      where ctid in (select ctid from guichet.${table} where tenant = ${tenant} and ${which} limit ${rowsAtOnce})
      returning tenant`);
    forgotten += rows.length;
  }
  return forgotten;
}

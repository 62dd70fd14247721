import { moveEntry, type MoveEntryInput } from "@guichet/rules/desk";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import type { EntryStanding } from "./waitlist-entry.js";

/** What happened to an entry, and who records it. */
export type EntryStep = MoveEntryInput extends infer Step
  ? Step extends MoveEntryInput
    ? Omit<Step, "entry">
    : never
  : never;

/**
 * Takes an entry a step further, by the rules of `moveEntry`, if it still stands as it was read: version and state are
 * compared in the same statement. The answer is false when somebody was faster. The wish of an entry that has left the
 * list is erased, but for one that is booked: it may have to wait again.
 *
 * Errors: `move-refused`.
 */
export async function moveStoredEntry(
  { tenant, query }: TenantTransaction,
  entry: EntryStanding,
  step: EntryStep,
): Promise<boolean> {
  const { state, slot, refusedSlots = [] } = moveEntry({ entry: standingOf(entry), ...step });
  const keeps = state === "waiting" || state === "proposed" || state === "booked";
  const rows = await query(sql`
    update guichet.waitlist_entries
    set state = ${state}, slot = ${slot ?? null}, refused_slots = ${refusedSlots}, version = version + 1,
        wish = ${keeps ? sql`wish` : sql`null`}, wish_key = ${keeps ? sql`wish_key` : sql`null`},
        moved_at = guichet.clock()
    where tenant = ${tenant} and id = ${entry.id} and version = ${entry.version} and state = ${entry.state}
    returning id`);
  return rows.length > 0;
}

function standingOf({ state, slot, refusedSlots }: EntryStanding): MoveEntryInput["entry"] {
  return { state, slot, refusedSlots };
}

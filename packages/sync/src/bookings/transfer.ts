import { GuichetError } from "@guichet/rules";
import { gathered } from "../store/gathered.js";
import { sql } from "../store/sql.js";
import { storableId } from "../store/storable-text.js";
import { storeError } from "../store/store-error.js";
import type { TenantTransaction } from "../store/store.js";
import { isActive } from "./reserve.js";

/**
 * Gives an active reservation to another reference, by which alone it goes from then on. Where that has one of its own,
 * this one is released. The answer is false when there was no active one.
 *
 * Errors: `id-refused`.
 */
export async function transfer(transaction: TenantTransaction, from: string, to: string): Promise<boolean> {
  const reference = storableId("reference", to);
  try {
    return await renameReservation(transaction, { from, to: reference });
  } catch (error) {
    if (!GuichetError.isInstance(error) || error.code !== "already-exists") throw error;
    throw storeError("store-busy", "reservation", "the other reference got one meanwhile", "try again");
  }
}

const renameReservation = gathered<{ from: string; to: string }, boolean>(
  async ({ tenant, query }, renames) => {
    const from = renames.map((rename) => rename.from);
    const rows = await query<{ was: string }>(sql`
    update guichet.bookings as given
    set reference = case when rename.is_taken then given.reference else rename.reference end,
        state = case when rename.is_taken then 'released' else given.state end,
        version = given.version + 1, moved_at = guichet.clock()
    from (
      select was, reference,
        exists (select from guichet.bookings other where tenant = ${tenant} and other.reference = rename.reference) as is_taken
      from unnest(${from}::text[], ${renames.map(({ to }) => to)}::text[]) as rename (was, reference)
    ) as rename
    where given.tenant = ${tenant} and given.reference = any (${from}::text[]) and given.reference = rename.was
      and given.${isActive}
    returning rename.was`);
    const renamed = new Set(rows.map(({ was }) => was));
    return from.map((was) => renamed.has(was));
  },
);

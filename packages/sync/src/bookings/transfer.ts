import { GuichetError } from "@guichet/rules";
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
  const { tenant } = transaction;
  try {
    const rows = await transaction.query(sql`
      update guichet.bookings as given
      set reference = case when other.exists then given.reference else ${reference} end,
          state = case when other.exists then 'released' else given.state end,
          version = given.version + 1, moved_at = guichet.clock()
      from (select exists (select from guichet.bookings where tenant = ${tenant} and reference = ${reference})) as other
      where given.tenant = ${tenant} and given.reference = ${from} and given.${isActive}
      returning given.id`);
    return rows.length > 0;
  } catch (error) {
    if (!GuichetError.isInstance(error) || error.code !== "already-exists") throw error;
    throw storeError("store-busy", "reservation", "the other reference got one meanwhile", "try again");
  }
}

import { GuichetError } from "@guichet/rules";
import { sql } from "../store/sql.js";
import { storableId } from "../store/storable-text.js";
import type { TenantTransaction } from "../store/store.js";
import { isActive, release } from "./reserve.js";

/**
 * Gives an active reservation to another reference, by which alone it goes from then on. Where that has one of its own,
 * this one is released. The answer is false when there was no active one.
 *
 * Errors: `id-refused`.
 */
export async function transfer(transaction: TenantTransaction, from: string, to: string): Promise<boolean> {
  const reference = storableId("reference", to);
  try {
    const rows = await transaction.contained(() =>
      transaction.query(sql`
        update guichet.bookings
        set reference = ${reference}, version = version + 1, moved_at = guichet.clock()
        where tenant = ${transaction.tenant} and reference = ${from} and ${isActive}
        returning id`),
    );
    return rows.length > 0;
  } catch (error) {
    if (GuichetError.isInstance(error) && error.code === "already-exists") return release(transaction, from);
    throw error;
  }
}

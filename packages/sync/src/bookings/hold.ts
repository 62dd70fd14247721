import { GuichetError } from "@guichet/rules";
import { sql } from "../store/sql.js";
import { storableId } from "../store/storable-text.js";
import type { TenantTransaction } from "../store/store.js";
import type { Reservation, Reserved, Slot } from "./reservation.js";
import { rangeOf, readReservation, reservationColumns } from "./reserve.js";

/**
 * Makes a slot the reservation of a reference, whatever that had before: it is made, moved, or made again after it was
 * released. For what happens elsewhere, and is followed: where it cannot be held, the reference keeps what it had.
 *
 * Errors: `id-refused`, `slot-refused`.
 */
export async function hold(
  transaction: TenantTransaction,
  slot: Slot & { readonly reference: string },
): Promise<Reserved> {
  const reference = storableId("reference", slot.reference);
  const practitioner = storableId("practitioner", slot.practitioner);
  const during = rangeOf(slot);
  try {
    const [changed] = await transaction.contained(() =>
      transaction.query<Reservation>(sql`
        insert into guichet.bookings as held (tenant, id, reference, practitioner, during)
        values (${transaction.tenant}, ${transaction.uuid()}, ${reference}, ${practitioner}, ${during})
        on conflict (tenant, reference) do update
        set practitioner = excluded.practitioner, during = excluded.during, state = 'active',
            version = held.version + 1, moved_at = guichet.clock()
        where (held.practitioner, held.during, held.state) <> (excluded.practitioner, excluded.during, 'active')
        returning ${reservationColumns}`),
    );
    const reservation = changed ?? (await readReservation(transaction, reference));
    return reservation ? { outcome: "reserved", reservation } : { outcome: "conflict" };
  } catch (error) {
    if (GuichetError.isInstance(error) && error.code === "overlap") return { outcome: "conflict" };
    throw error;
  }
}

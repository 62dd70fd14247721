import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import type { Reservation, Slot } from "./reservation.js";
import { rangeOf, reservationColumns } from "./reserve.js";

/** What is held of anybody's time between two instants, in order. Errors: `slot-refused`. */
export function activeReservations(
  transaction: TenantTransaction,
  between: Pick<Slot, "startsAt" | "endsAt">,
): Promise<readonly Reservation[]> {
  return transaction.query<Reservation>(sql`
    select ${reservationColumns} from guichet.bookings
    where tenant = ${transaction.tenant} and state = 'active' and during && ${rangeOf(between)}
    order by practitioner, during`);
}

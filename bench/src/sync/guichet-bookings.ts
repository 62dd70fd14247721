import { transactTogether } from "@guichet/sync";
import { openTestStore } from "@guichet/sync/testing";
import { atOnce } from "./at-once.js";
import { readLeftRows, type LeftRows } from "./booking-rows.js";
import { clinicId, poolSize, recordBooking } from "./bookings.js";
import type { Platform } from "./start-platform.js";
import { timeDeliveries, type Deliveries } from "./time-deliveries.js";

/** Records the bookings from one number on, as a front desk does that many ask at once, while a worker delivers them. */
export async function guichetBookings(
  platform: Platform,
  from: number,
  count: number,
): Promise<Deliveries & LeftRows> {
  const store = await openTestStore({ fsync: true, connections: poolSize });
  try {
    const clinic = await store.addTenant({ id: clinicId, jurisdiction: "FR" });
    const desk = transactTogether(clinic, "side-by-side");
    const took = await timeDeliveries({ store, clinic, platform }, count, () =>
      atOnce(count, poolSize, (number) =>
        desk.transaction((transaction) => recordBooking(transaction, from + number, platform.clientId)),
      ),
    );
    const left = await readLeftRows(store.databaseUrl);
    if (left.rows.length !== count)
      throw new Error(`bench: ${left.rows.length} bookings left rows, not ${count}`);
    return { ...took, ...left };
  } finally {
    await store.close();
  }
}

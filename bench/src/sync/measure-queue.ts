// How long one worker takes over bookings that wait in the queue: `items`.
import { openTestStore, stopTestServers } from "@guichet/sync/testing";
import { clinicId, poolSize, practitioners, recordBooking } from "./bookings.js";
import { startPlatform } from "./start-platform.js";
import { timeDeliveries } from "./time-deliveries.js";

const items = Number(process.argv[2] ?? 10_000);
const atOnce = 100;

const platform = await startPlatform({ users: practitioners });
const store = await openTestStore({ fsync: true, connections: poolSize });
try {
  const clinic = await store.addTenant({ id: clinicId, jurisdiction: "FR" });
  for (let from = 0; from < items; from += atOnce) {
    await clinic.transaction(async (transaction) => {
      for (let number = from; number < Math.min(items, from + atOnce); number += 1)
        await recordBooking(transaction, number, platform.clientId);
    });
  }
  console.log(JSON.stringify({ items, ...(await timeDeliveries({ store, clinic, platform }, items)) }));
} finally {
  await platform.stop();
  await store.close();
  await stopTestServers();
}

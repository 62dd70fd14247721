// How long one worker takes over bookings that wait in the queue: `items`.
import { openTestStore, stopTestServers } from "@guichet/sync/testing";
import { clinicId, deliverBookings, poolSize, practitioners, recordBooking } from "./bookings.js";
import { processorSeconds } from "./processor-time.js";
import { startPlatform } from "./start-platform.js";

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
  const simulatorBefore = (await platform.account()).cpuSeconds;
  const before = processorSeconds();
  const startedAt = performance.now();
  const worker = deliverBookings(store, clinic, platform);
  await worker.delivered(items);
  const seconds = (performance.now() - startedAt) / 1000;
  const after = processorSeconds();
  await worker.stop();
  const { made, slots, cpuSeconds } = await platform.account();
  if (made !== items || slots !== items)
    throw new Error(`bench: ${made} made in ${slots} slots, not ${items}`);
  console.log(
    JSON.stringify({
      items,
      seconds,
      own: after.own - before.own,
      postgres: after.postgres - before.postgres,
      simulator: cpuSeconds - simulatorBefore,
    }),
  );
} finally {
  await platform.stop();
  await store.close();
  await stopTestServers();
}

import { openTestStore } from "@guichet/sync/testing";
import { atOnce } from "./at-once.js";
import { readLeftRows, type LeftRows } from "./booking-rows.js";
import { clinicId, deliverBookings, poolSize, practitioners, recordBooking } from "./bookings.js";
import { processorSeconds } from "./processor-time.js";
import { startPlatform } from "./start-platform.js";

export interface GuichetRun extends LeftRows {
  readonly seconds: number;
  /** Seconds of processor: of this process, of PostgreSQL, and of the simulator. */
  readonly own: number;
  readonly postgres: number;
  readonly simulator: number;
}

/** Records bookings while a worker delivers them, until the last is settled; then looks whether the platform has each once. */
export async function guichetBookings(count: number): Promise<GuichetRun> {
  const platform = await startPlatform({ users: practitioners });
  const store = await openTestStore({ fsync: true, connections: poolSize });
  try {
    const clinic = await store.addTenant({ id: clinicId, jurisdiction: "FR" });
    const simulatorBefore = (await platform.account()).cpuSeconds;
    const worker = deliverBookings(store, clinic, platform);
    const before = processorSeconds();
    const startedAt = performance.now();
    const settled = worker.delivered(count);
    await atOnce(count, poolSize, (number) =>
      clinic.transaction((transaction) => recordBooking(transaction, number, platform.clientId)),
    );
    await settled;
    const seconds = (performance.now() - startedAt) / 1000;
    const after = processorSeconds();
    await worker.stop();
    const { made, slots, cpuSeconds } = await platform.account();
    const left = await readLeftRows(store.databaseUrl);
    if ([made, slots, left.rows.length].some((seen) => seen !== count))
      throw new Error(`bench: ${made} made in ${slots} slots, ${left.rows.length} recorded, not ${count}`);
    return {
      ...left,
      seconds,
      own: after.own - before.own,
      postgres: after.postgres - before.postgres,
      simulator: cpuSeconds - simulatorBefore,
    };
  } finally {
    await platform.stop();
    await store.close();
  }
}

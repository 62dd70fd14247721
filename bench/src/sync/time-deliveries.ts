import type { TenantStore } from "@guichet/sync";
import type { TestStore } from "@guichet/sync/testing";
import { deliverBookings } from "./bookings.js";
import { processorSeconds } from "./processor-time.js";
import type { Platform } from "./start-platform.js";

/** What deliveries took, until the last was settled. */
export interface Deliveries {
  readonly seconds: number;
  /** Seconds of processor: of this process, of PostgreSQL, and of the simulator. */
  readonly own: number;
  readonly postgres: number;
  readonly simulator: number;
}

/** A worker delivers so many bookings, recorded before or meanwhile; then the platform has to have each of them once. */
export async function timeDeliveries(
  { store, clinic, platform }: { store: TestStore; clinic: TenantStore; platform: Platform },
  count: number,
  record: () => Promise<void> = () => Promise.resolve(),
): Promise<Deliveries> {
  const platformBefore = await platform.account();
  const before = processorSeconds();
  const startedAt = performance.now();
  const worker = deliverBookings(store, clinic, platform);
  await Promise.all([worker.delivered(count), record()]);
  const seconds = (performance.now() - startedAt) / 1000;
  const after = processorSeconds();
  await worker.stop();
  const { made, slots, cpuSeconds } = await platform.account();
  const [madeNow, slotsNow] = [made - platformBefore.made, slots - platformBefore.slots];
  if (madeNow !== count || slotsNow !== count)
    throw new Error(`bench: ${madeNow} made in ${slotsNow} slots, not ${count}`);
  return {
    seconds,
    own: after.own - before.own,
    postgres: after.postgres - before.postgres,
    simulator: cpuSeconds - platformBefore.cpuSeconds,
  };
}

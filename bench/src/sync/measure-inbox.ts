// What a process holds while events come in, one in ten told twice: `events`; with --expose-gc. Each is taken in a
// transaction that also stores the record it tells of.
import { mirrorRecords, takeEvent } from "@guichet/sync";
import { openTestStore, stopTestServers } from "@guichet/sync/testing";
import { atOnce } from "./at-once.js";
import { clinicId } from "./bookings.js";
import { memoryNow } from "./memory-now.js";

const events = Number(process.argv[2] ?? 100_000);
const quarters = 4;
const atATime = 40;

// Whether commits wait for the disk is nothing to this process's memory.
const store = await openTestStore({ fsync: false, connections: atATime });
try {
  const clinic = await store.addTenant({ id: clinicId, jurisdiction: "FR" });
  let taken = 0;
  const take = (number: number): Promise<void> =>
    clinic.transaction(async (transaction) => {
      const isNew = await takeEvent(transaction, { source: "platform", id: `event-${number}` });
      if (!isNew) return;
      taken += 1;
      const body = { startsAt: "2026-03-02T06:00:00Z", durationMinutes: 30, number };
      const item = {
        remoteId: `record-${number % 5000}`,
        version: String(number).padStart(15, "0"),
        status: "booked",
        body,
      };
      await mirrorRecords(transaction, "appointments", [item]);
    });
  const startedAt = performance.now();
  const seen = [{ events: 0, ...(await memoryNow()) }];
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const from = (quarter * events) / quarters;
    // Every tenth is told again.
    await atOnce(events / quarters, atATime, async (number) => {
      await take(from + number);
      if (number % 10 === 0) await take(from + number);
    });
    seen.push({ events: from + events / quarters, ...(await memoryNow()) });
    process.stderr.write(`inbox: ${from + events / quarters} events\n`);
  }
  if (taken !== events) throw new Error(`bench: ${taken} taken, not ${events}`);
  console.log(JSON.stringify({ events, seconds: (performance.now() - startedAt) / 1000, seen }));
} finally {
  await store.close();
  await stopTestServers();
}

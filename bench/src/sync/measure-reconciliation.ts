// Everything a platform lists, compared with what is known: a clinic that knows nothing yet, one that knows all, and one
// where a hundredth has gone since. `appointments`; in pages of a hundred, from the simulator in another process.
import { appointmentsFeed } from "@guichet/adapters-medots";
import { reconcile, type Reconciled } from "@guichet/sync";
import { openTestStore, stopTestServers } from "@guichet/sync/testing";
import { clinicId, poolSize } from "./bookings.js";
import { memoryNow } from "./memory-now.js";
import { processorSeconds } from "./processor-time.js";
import { startPlatform } from "./start-platform.js";

const appointments = Number(process.argv[2] ?? 100_000);
const { signal } = new AbortController();

const platform = await startPlatform({ users: 99, appointments });
const store = await openTestStore({ fsync: true, connections: poolSize });
try {
  const clinic = await store.addTenant({ id: clinicId, jurisdiction: "FR" });
  const feed = appointmentsFeed(platform.client, { clinicId: 1 });
  const readings = [];
  for (const reading of ["nothing known", "nothing changed", "a hundredth gone"]) {
    const { standing, cpuSeconds: simulatorBefore } =
      reading === "a hundredth gone" ? await platform.removeSome() : await platform.account();
    const { rss: rssBefore } = await memoryNow();
    const before = processorSeconds();
    const startedAt = performance.now();
    const came = await reconcile(clinic, feed, { signal });
    const seconds = (performance.now() - startedAt) / 1000;
    const after = processorSeconds();
    check(reading, came, standing);
    const { heap } = await memoryNow();
    readings.push({
      reading,
      standing,
      seconds,
      own: after.own - before.own,
      postgres: after.postgres - before.postgres,
      simulator: (await platform.account()).cpuSeconds - simulatorBefore,
      heap,
      rssBefore,
      peak: process.resourceUsage().maxRSS * 1024,
    });
    process.stderr.write(`reconciliation, ${reading}: ${seconds.toFixed(1)} s\n`);
  }
  console.log(JSON.stringify({ appointments, readings }));
} finally {
  await platform.stop();
  await store.close();
  await stopTestServers();
}

function check(reading: string, came: Reconciled, standing: number): void {
  const changed = reading === "nothing known" ? appointments : 0;
  const gone = reading === "a hundredth gone" ? appointments - standing : 0;
  if (came.outcome !== "reconciled" || came.changed !== changed || came.gone !== gone)
    throw new Error(`bench: ${reading}: ${JSON.stringify(came)}`);
}

import {
  carrierFor,
  openStore,
  recordIntent,
  runWorker,
  type Outlet,
  type OpenStoreOptions,
} from "@guichet/sync";
import { testKeys } from "@guichet/sync/testing";

// A process of its own: records intents as fast as it can, says which were acknowledged, and delivers them all.
const [where = "", platform = "", prefix = "", count = "0"] = process.argv.slice(2);

const place: OpenStoreOptions = where.startsWith("postgres:")
  ? { databaseUrl: where, keys: testKeys, jurisdiction: "FR" }
  : { dataFolder: where, jurisdiction: "FR" };
const store = await openStore(place);
const clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });

const notes: Outlet<"note", object> = {
  kind: "note",
  // The platform carries a request out as soon as it has it.
  capabilities: { idempotencyKeys: false, searchByReference: true, versions: false, requestLifeSeconds: 0.5 },
  send: async ({ reference }, signal) => {
    try {
      await fetch(`${platform}?reference=${reference}`, { method: "POST", signal });
      return { outcome: "done", remoteId: `note-${reference}` };
    } catch {
      return { outcome: "unknown", code: "connection-lost" };
    }
  },
  find: async ({ reference }, signal) => {
    try {
      const { status } = await fetch(`${platform}?reference=${reference}`, { signal });
      return status === 200 ? { outcome: "found", remoteId: `note-${reference}` } : { outcome: "absent" };
    } catch {
      return { outcome: "unknown", code: "connection-lost" };
    }
  },
};

const worker = runWorker({
  store,
  clinics: [{ clinic, carriers: [carrierFor(notes)] }],
  lookEveryMillis: 50,
  delivery: { leaseSeconds: 2, settleSeconds: 1, firstRetrySeconds: 0.1, marginSeconds: 0.2 },
});

process.once("SIGTERM", () => {
  void worker.stop().then(() => store.close());
});

process.stdout.write("ready\n");
for (let number = 1; number <= Number(count); number += 1) {
  const reference = `${prefix}-${number}`;
  await clinic.transaction((transaction) =>
    recordIntent(transaction, { kind: "note", reference, payload: {}, decision: null }),
  );
  process.stdout.write(`acknowledged ${reference}\n`);
}

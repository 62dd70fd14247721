import {
  carrierFor,
  deliverIntent,
  readIntent,
  recordIntent,
  sql,
  surroundingsOfProcess,
  takeEvent,
  type Capabilities,
  type Database,
  type Outlet,
  type TenantStore,
} from "@guichet/sync";
import {
  failNth,
  openTestStore,
  seededRandom,
  stopTestServers,
  testServer,
  type Failure,
  type Faults,
  type TestStore,
} from "@guichet/sync/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let store: TestStore;
let clinic: TenantStore;
let number = 0;

/** What stands between the store and PostgreSQL just now. */
let faults: Faults | undefined;

const wrapDatabase = (database: Database): Database => ({
  close: database.close,
  connect: () => (faults ? faults.database(database) : database).connect(),
});

beforeAll(async () => {
  store = await openTestStore({ connections: 1, wrapDatabase });
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  await store.stopClock();
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

const sheets: Readonly<Record<string, Capabilities>> = {
  "that keeps idempotency keys": {
    idempotencyKeys: true,
    searchByReference: false,
    versions: false,
    requestLifeSeconds: undefined,
  },
  "that can be searched": {
    idempotencyKeys: false,
    searchByReference: true,
    versions: false,
    requestLifeSeconds: 60,
  },
  "that can do neither": {
    idempotencyKeys: false,
    searchByReference: false,
    versions: false,
    requestLifeSeconds: undefined,
  },
};

/** An event is told, an intent recorded because of it, and delivered; a step fails; whoever is left goes on. */
async function live(outlet: Outlet<"note", object>, reference: string): Promise<void> {
  await clinic.transaction(async (transaction) => {
    if (!(await takeEvent(transaction, { source: "desk", id: reference }))) return;
    await recordIntent(transaction, { kind: "note", reference, payload: { text: "x" }, decision: null });
  });
  const status = await clinic.transaction((transaction) => readIntent(transaction, "note", reference));
  await deliverIntent(clinic, status?.id ?? "", {
    carriers: [carrierFor(outlet)],
    clock: surroundingsOfProcess().clock,
    random: seededRandom(1),
  });
}

describe.each(Object.entries(sheets))("on a platform %s", (_name, capabilities) => {
  it.each(["before", "after", "lost"] satisfies readonly Failure[])(
    "every step may fail (%s), and the work is done once or set aside",
    async (failure) => {
      let steps = 0;
      for (let nth = 1; ; nth += 1) {
        number += 1;
        const reference = `note ${number}`;
        const effects = new Set<string>();
        let requests = 0;
        const failing = failNth(nth, failure);
        const outlet = (step: Faults["step"]): Outlet<"note", object> => ({
          kind: "note",
          capabilities,
          send: async () => {
            try {
              return await step(() => {
                requests += 1;
                effects.add(capabilities.idempotencyKeys ? reference : `${reference}/${requests}`);
                return Promise.resolve({ outcome: "done", remoteId: "1" } as const);
              });
            } catch {
              return { outcome: "unknown", code: "connection-lost" };
            }
          },
          find: () =>
            Promise.resolve(effects.size > 0 ? { outcome: "found", remoteId: "1" } : { outcome: "absent" }),
        });

        faults = failing;
        await live(outlet(failing.step), reference).catch(() => undefined);
        faults = undefined;
        // The process that comes after, or the next turn of the same one, with nothing failing any more.
        for (let turn = 0; turn < 3; turn += 1) {
          await live(
            outlet((work) => work()),
            reference,
          );
          await store.stepClock(400);
        }
        const status = await clinic.transaction((transaction) => readIntent(transaction, "note", reference));

        const canTell = capabilities.idempotencyKeys || capabilities.searchByReference;
        if (canTell || status?.state === "done")
          expect([nth, status?.state, effects.size]).toEqual([nth, "done", 1]);
        else {
          expect([nth, status?.state]).toEqual([nth, "set-aside"]);
          expect(effects.size).toBeLessThanOrEqual(1);
        }
        if (!failing.hasFailed()) break;
        steps += 1;
      }
      expect(steps).toBeGreaterThan(20);
    },
  );
});

describe("opening a store", () => {
  it.each(["before", "lost"] satisfies readonly Failure[])(
    "may fail at every step (%s), and goes well the next time",
    async (failure) => {
      const server = await testServer(false);
      const databaseUrl = await server.newDatabase();
      const owner = await openTestStore({ databaseUrl });
      let steps = 0;
      for (let nth = 1; ; nth += 5) {
        await owner.asOwner(({ query }) => query(sql`drop schema guichet cascade`));
        const failing = failNth(nth, failure);
        const opened = await openTestStore({
          databaseUrl,
          connections: 1,
          wrapDatabase: failing.database,
        }).catch(() => undefined);
        await opened?.close();
        const again = await openTestStore({ databaseUrl, connections: 1 });
        await again.addTenant({ id: "clinic-a", jurisdiction: "FR" });
        await again.close();
        if (!failing.hasFailed()) break;
        steps += 5;
      }
      expect(steps).toBeGreaterThan(15);
      await owner.close();
      await server.dropDatabase(databaseUrl);
    },
  );
});

import {
  carrierFor,
  deliverIntent,
  recordIntent,
  surroundingsOfProcess,
  type Outlet,
  type TenantStore,
} from "@guichet/sync";
import { openTestStore, seededRandom, stopTestServers, type TestStore } from "@guichet/sync/testing";
import { fc } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let store: TestStore;
let clinic: TenantStore;
let number = 0;

beforeAll(async () => {
  store = await openTestStore({ connections: 4 });
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  await store.stopClock();
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

/** A platform without keys and without search; how each send goes is decided by the test. */
function platform(ways: readonly ("done" | "lost-before" | "lost-after" | "later" | "hang")[]) {
  let sends = 0;
  let effects = 0;
  const outlet: Outlet<"note", object> = {
    kind: "note",
    capabilities: {
      idempotencyKeys: false,
      searchByReference: false,
      versions: false,
      requestLifeSeconds: undefined,
    },
    send: async () => {
      const way = ways[sends] ?? "done";
      sends += 1;
      if (way === "later") return { outcome: "later", code: "busy" };
      if (way !== "lost-before") effects += 1;
      if (way === "hang") await store.stepClock(61);
      return way === "done" || way === "hang"
        ? { outcome: "done", remoteId: "1" }
        : { outcome: "unknown", code: "timeout" };
    },
    find: () => Promise.resolve({ outcome: "unknown", code: "no-search" }),
  };
  return { outlet, effects: () => effects };
}

describe("where a platform can neither be searched nor bear a request twice", () => {
  it("two workers send an intent at most once, however they interleave", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("done", "lost-before", "lost-after", "later", "hang"), { maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 }),
        fc.scheduler(),
        async (ways, waits, scheduler) => {
          number += 1;
          const { outlet, effects } = platform(ways);
          const { id } = await clinic.transaction((transaction) =>
            recordIntent(transaction, { kind: "note", reference: `${number}`, payload: {}, decision: null }),
          );
          const worker = async (seed: number): Promise<void> => {
            for (const wait of waits) {
              // Every step of a worker waits for its turn: claims, sends and settlements interleave at will.
              await scheduler.schedule(Promise.resolve());
              await deliverIntent(
                {
                  ...clinic,
                  transaction: async (work) => {
                    await scheduler.schedule(Promise.resolve());
                    return clinic.transaction(work);
                  },
                },
                id,
                {
                  carriers: [carrierFor(outlet)],
                  clock: surroundingsOfProcess().clock,
                  random: seededRandom(seed),
                },
              );
              await store.stepClock(wait);
            }
          };
          await scheduler.waitFor(Promise.all([worker(1), worker(2)]));
          expect(effects()).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: Number(process.env["GUICHET_INTERLEAVINGS"] ?? 25) },
    );
  });
});

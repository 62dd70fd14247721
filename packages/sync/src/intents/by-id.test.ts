import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "../store/sql.js";
import type { TenantStore } from "../store/store.js";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { standardDelivery } from "./delivery-options.js";
import { benchPlatform } from "./intents.fixture.js";
import { recordIntent } from "./record-intent.js";
import { settleIntent } from "./settle-intent.js";
import { takeLeases } from "./take-leases.js";

let store: TestStore;
let clinic: TenantStore;

beforeAll(async () => {
  store = await openTestStore({ connections: 1 });
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

async function record(count: number): Promise<readonly string[]> {
  return clinic.transaction(async (transaction) => {
    const ids: string[] = [];
    for (let number = 1; number <= count; number += 1) {
      const reference = transaction.uuid();
      const made = await recordIntent(transaction, { kind: "note", reference, payload: {}, decision: null });
      ids.push(made.id);
    }
    return ids;
  });
}

/** Takes and settles intents; how many rows of theirs and of others were read for it. */
function readFor(ids: readonly string[]): Promise<number> {
  const { capabilities } = benchPlatform().outlet;
  return clinic.transaction(async (transaction) => {
    const count = async (): Promise<number> => {
      const [seen] = await transaction.query<{ rows: number }>(sql`
        select seq_tup_read + idx_tup_fetch as rows from pg_stat_xact_user_tables where relid = 'guichet.intents'::regclass`);
      return seen?.rows ?? 0;
    };
    const before = await count();
    const taken = await takeLeases(transaction, ids, [{ kind: "note", capabilities }], standardDelivery);
    for (const one of taken) {
      if (one.outcome !== "leased") throw new Error(one.outcome);
      expect(await settleIntent(transaction, one.intent, { outcome: "done", remoteId: "1" })).toBe(true);
    }
    return (await count()) - before;
  });
}

it("intents are taken and settled without reading the clinic's others, however few there were at first", async () => {
  // A connection plans a statement for the last time at its sixth use.
  for (let use = 1; use <= 8; use += 1) await readFor(await record(2));
  const [first = "", second = ""] = await record(1_000);
  expect(await readFor([first, second])).toBeLessThan(10);
});

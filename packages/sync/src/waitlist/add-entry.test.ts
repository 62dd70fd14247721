import { afterAll, expect, it } from "vitest";
import { openStore } from "../store/open-store.js";
import type { SealingKeys } from "../store/sealing/sealing-keys.js";
import { stopTestServers, testServer } from "../testing/index.js";
import { addEntry, type Added } from "./add-entry.js";
import { wish } from "./waitlist.fixture.js";

afterAll(stopTestServers);

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const first: SealingKeys = { current: "a", keys: { a: key(1) } };
const rotated: SealingKeys = { current: "b", keys: { a: key(1), b: key(2) } };

it("a patient waits for a service once, also when the keys were rotated since", async () => {
  const databaseUrl = await (await testServer(false)).newDatabase();
  const add = async (keys: SealingKeys, id: number, patient: string): Promise<Added> => {
    const store = await openStore({ databaseUrl, jurisdiction: "FR", keys, connections: 1 });
    try {
      const clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
      const entry = `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`;
      return await clinic.transaction((transaction) =>
        addEntry(transaction, { id: entry, wish: { ...wish, patient }, priority: 0, decision: null }),
      );
    } finally {
      await store.close();
    }
  };
  const { entry } = await add(first, 1, "40");
  expect(await add(rotated, 2, "40")).toEqual({ outcome: "already-waiting", entry });
  expect(await add(rotated, 1, "40")).toEqual({ outcome: "added", entry });
  expect(await add(rotated, 3, "41")).toMatchObject({ outcome: "added" });
  expect(await add(rotated, 4, "41")).toMatchObject({ outcome: "already-waiting" });
});

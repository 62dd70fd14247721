import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { recordIntent } from "../../intents/record-intent.js";
import { stopTestServers, testServer } from "../../testing/index.js";
import { openStore } from "../open-store.js";
import { postgresDatabase } from "../postgres-database.js";
import { sql } from "../sql.js";
import type { Store } from "../store.js";
import { inTransaction } from "../transaction.js";
import type { SealingKeys } from "./sealing-keys.js";

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const first: SealingKeys = { current: "a", keys: { a: key(1) } };
const rotated: SealingKeys = { current: "b", keys: { a: key(1), b: key(2) } };
const dropped: SealingKeys = { current: "b", keys: { b: key(2) } };

let databaseUrl: string;

beforeEach(async () => {
  databaseUrl = await (await testServer(false)).newDatabase();
});

afterAll(stopTestServers);

const open = (keys: SealingKeys): Promise<Store> =>
  openStore({ databaseUrl, jurisdiction: "FR", keys, connections: 2 });

const openAndClose = async (keys: SealingKeys): Promise<void> => (await open(keys)).close();

async function sealOne(keys: SealingKeys): Promise<void> {
  const store = await open(keys);
  const clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  await clinic.transaction((transaction) =>
    recordIntent(transaction, { kind: "note", reference: keys.current, payload: {}, decision: null }),
  );
  await store.close();
}

async function asOwner(statement: ReturnType<typeof sql>): Promise<void> {
  const database = postgresDatabase({ url: databaseUrl, connections: 1 });
  await inTransaction(database, [], ({ query }) => query(statement));
  await database.close();
}

describe("a database", () => {
  it("opens again with the keys it was opened with", async () => {
    await sealOne(first);
    await openAndClose(first);
  });

  it("opens with keys that were rotated, and then not with those from before", async () => {
    await sealOne(first);
    await openAndClose({ ...rotated, current: "a" });
    await openAndClose(first);
    await openAndClose(rotated);
    await expect(open(first)).rejects.toMatchObject({ code: "key-unknown" });
  });

  it("opens without a key that was dropped once nothing is sealed with it, and not before", async () => {
    await sealOne(first);
    await sealOne(rotated);
    await expect(open(dropped)).rejects.toMatchObject({ code: "key-unknown" });
    await asOwner(sql`delete from guichet.intents where digest_key = 'a'`);
    await openAndClose(dropped);
    // Its name is free again.
    await openAndClose({ current: "a", keys: { ...dropped.keys, a: key(3) } });
    await expect(open(first)).rejects.toMatchObject({ code: "keys-differ" });
  });

  it("does not open with another key of the same name, nor with a key it does not know", async () => {
    await openAndClose(first);
    await expect(open({ current: "a", keys: { a: key(9) } })).rejects.toMatchObject({ code: "keys-differ" });
    await expect(open({ current: "c", keys: { c: key(9) } })).rejects.toMatchObject({ code: "key-unknown" });
    const besides = { current: "b", keys: { a: key(9), b: key(2) } };
    await expect(open(besides)).rejects.toMatchObject({ code: "keys-differ" });
    await openAndClose(first);
  });

  it("that was sealed before proofs were kept opens with a key of that name alone", async () => {
    await sealOne(first);
    await asOwner(sql`truncate guichet.sealing_keys`);
    await expect(open(dropped)).rejects.toMatchObject({ code: "key-unknown" });
    await openAndClose(first);
  });

  it("is tied to the keys of one of many who open it at once", async () => {
    const opened = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        open({ current: `k${index}`, keys: { [`k${index}`]: key(index) } }),
      ),
    );
    const stores = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(stores).toHaveLength(1);
    await stores[0]?.close();
  });
});

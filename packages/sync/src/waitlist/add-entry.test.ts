import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { release } from "../bookings/reserve.js";
import { openStore } from "../store/open-store.js";
import type { SealingKeys } from "../store/sealing/sealing-keys.js";
import type { TenantStore, TenantTransaction } from "../store/store.js";
import { openTestStore, stopTestServers, testServer, type TestStore } from "../testing/index.js";
import { addEntry, type Added } from "./add-entry.js";
import { expireEntries, withdrawEntry } from "./leave-waitlist.js";
import { recordCall, type CallOutcome } from "./record-call.js";
import { settleAgreed } from "./settle-agreed.js";
import { mondayAtEight, nine, propose, wish, zone } from "./waitlist.fixture.js";

afterAll(stopTestServers);

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const first: SealingKeys = { current: "a", keys: { a: key(1) } };
const rotated: SealingKeys = { current: "b", keys: { a: key(1), b: key(2) } };

it("a patient waits for a service once, also when the keys were rotated since", async () => {
  const databaseUrl = await (await testServer(false)).newDatabase();
  const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const add = async (keys: SealingKeys, id: number, patient: string): Promise<Added> => {
    const store = await openStore({ databaseUrl, jurisdiction: "FR", keys, connections: 1 });
    try {
      const clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
      return await clinic.transaction((transaction) =>
        addEntry(transaction, { id: idOf(id), wish: { ...wish, patient }, priority: 0, decision: null }),
      );
    } finally {
      await store.close();
    }
  };
  const entry = idOf(1);
  expect(await add(first, 1, "40")).toEqual({ outcome: "added", entry });
  expect(await add(rotated, 2, "40")).toEqual({ outcome: "already-waiting", entry });
  expect(await add(rotated, 1, "40")).toEqual({ outcome: "added", entry });
  expect(await add(rotated, 3, "41")).toMatchObject({ outcome: "added" });
  expect(await add(rotated, 4, "41")).toMatchObject({ outcome: "already-waiting" });
});

describe("an entry that is added again", () => {
  const id = "7f3b1f0e-6f0d-4d6a-9a57-2f4a1c6c9d10";
  const otherId = "7f3b1f0e-6f0d-4d6a-9a57-2f4a1c6c9d11";
  let store: TestStore;
  let clinic: TenantStore;

  beforeEach(async () => {
    store = await openTestStore({ jurisdiction: "RU" });
    clinic = await store.addTenant({ id: "clinic-1", jurisdiction: "RU" });
    await store.stopClock(mondayAtEight);
  });
  afterEach(() => store.close());

  const addedBy = (transaction: TenantTransaction, entry = id): Promise<Added> =>
    addEntry(transaction, { id: entry, wish, priority: 0, decision: null });
  const add = (entry?: string): Promise<Added> =>
    clinic.transaction((transaction) => addedBy(transaction, entry));
  const withdraw = (entry: string): Promise<boolean> =>
    clinic.transaction((transaction) => withdrawEntry(transaction, { entry, by: "patient" }));
  /** Nine o'clock is proposed to whoever waits, who says so. */
  const isCalled = (outcome: CallOutcome): Promise<string> =>
    clinic.transaction(async (transaction) => {
      const [task] = await propose(transaction, nine);
      const proposal = task?.proposal ?? "";
      await recordCall(transaction, { proposal, outcome });
      return proposal;
    });
  const expire = async (): Promise<void> => {
    await store.stopClock("2026-03-06T21:00:00Z");
    await clinic.transaction((transaction) => expireEntries(transaction, zone));
  };

  it("is there once while it waits, also under a proposal and after one, however its id is written", async () => {
    const added = { outcome: "added", entry: id };
    expect(await add()).toEqual(added);
    expect(await add(id.toUpperCase())).toEqual(added);
    await clinic.transaction((transaction) => propose(transaction, nine));
    expect(await add()).toEqual(added);
    await store.stepClock(600);
    expect(await add()).toEqual(added);
  });

  it.each([
    ["withdrawn", mondayAtEight, () => withdraw(id)],
    ["declined", mondayAtEight, () => isCalled("declined")],
    ["booked", mondayAtEight, () => isCalled("agreed")],
    ["expired", "2026-03-06T21:00:00Z", expire],
  ] as const)(
    "and was %s is told so, and when; by another id the patient waits again",
    async (state, at, end) => {
      await add();
      await end();
      await store.stepClock(60);
      const endedAt = new Date(at).toISOString();
      expect(await add()).toEqual({ outcome: "ended", state, endedAt });
      expect(await add()).toEqual({ outcome: "ended", state, endedAt });
      expect(await add(otherId)).toEqual({ outcome: "added", entry: otherId });
      expect(await add()).toEqual({ outcome: "already-waiting", entry: otherId });
      await withdraw(otherId);
      expect(await add()).toEqual({ outcome: "ended", state, endedAt });
    },
  );

  it("and lost its booking is told by which entry the patient waits now", async () => {
    await add();
    const proposal = await isCalled("agreed");
    const again = await clinic.transaction(async (transaction) => {
      await release(transaction, proposal);
      return settleAgreed(transaction, { proposal, isBooked: false });
    });
    expect(again).not.toBe(id);
    expect(await add()).toEqual({ outcome: "already-waiting", entry: again });
  });

  it("is made where whoever waited in its place leaves the list at that very moment", async () => {
    await add(otherId);
    let asked = 0;
    const added = clinic.transaction((transaction) =>
      addedBy({
        ...transaction,
        query: async (statement) => {
          const rows = await transaction.query(statement);
          asked += 1;
          if (asked === 1) await withdraw(otherId);
          return rows as never;
        },
      }),
    );
    expect(await added).toEqual({ outcome: "added", entry: id });
  });
});

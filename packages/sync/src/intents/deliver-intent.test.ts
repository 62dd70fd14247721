import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mirrorRecords } from "../feeds/mirror-records.js";
import { openTestStore, seededRandom, stopTestServers, type TestStore } from "../testing/index.js";
import type { TenantStore } from "../store/store.js";
import { surroundingsOfProcess } from "../surroundings-of-process.js";
import { carrierFor } from "./carrier.js";
import { deadLetters } from "./dead-letters.js";
import { deliverIntent, type Delivered } from "./deliver-intent.js";
import { dueIntents } from "./due-intents.js";
import { benchPlatform, type BenchPlatform } from "./intents.fixture.js";
import { readIntent, type IntentStatus } from "./read-intent.js";
import { recordIntent } from "./record-intent.js";

let store: TestStore;
let clinic: TenantStore;

beforeAll(async () => {
  store = await openTestStore();
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  await store.stopClock("2026-11-21T09:00:00Z");
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

let reference = "";
let number = 0;

beforeEach(() => {
  number += 1;
  reference = `note ${number}`;
});

async function record(): Promise<string> {
  const { id } = await clinic.transaction((transaction) =>
    recordIntent(transaction, { kind: "note", reference, payload: { text: "hello" }, decision: null }),
  );
  return id;
}

function deliver(id: string, platform: BenchPlatform, signal?: AbortSignal): Promise<Delivered> {
  return deliverIntent(clinic, id, {
    carriers: [carrierFor(platform.outlet)],
    clock: surroundingsOfProcess().clock,
    random: seededRandom(1),
    options: { maxDoubts: 3, giveUpAfterSeconds: 40_000 },
    ...(signal ? { signal } : {}),
  });
}

async function status(): Promise<IntentStatus | undefined> {
  return clinic.transaction((transaction) => readIntent(transaction, "note", reference));
}

async function payloadIsKept(id: string): Promise<boolean> {
  const { sql } = await import("../store/sql.js");
  const [row] = await store.asOwner(({ query }) =>
    query<{ kept: boolean }>(sql`select payload is not null as kept from guichet.intents where id = ${id}`),
  );
  return row?.kept ?? false;
}

describe("delivering an intent", () => {
  it("leaves a kind that this worker does not carry as it was, for another", async () => {
    const id = await record();
    const before = await status();
    const platform = benchPlatform();
    const other = { ...carrierFor(platform.outlet), kind: "other" };
    const came = await deliverIntent(clinic, id, {
      carriers: [other],
      clock: surroundingsOfProcess().clock,
      random: seededRandom(1),
    });
    expect(came).toEqual({ outcome: "not-due" });
    expect(await status()).toEqual(before);
    expect(await deliver(id, platform)).toMatchObject({ outcome: "done" });
    expect((await status())?.attempts).toBe(1);
  });

  it("sends it once, writes down what it is called there, and erases its payload", async () => {
    const platform = benchPlatform();
    const id = await record();
    expect(await payloadIsKept(id)).toBe(true);
    expect(await deliver(id, platform)).toMatchObject({ outcome: "done", remoteId: `note-${reference}` });
    expect(await deliver(id, platform)).toEqual({ outcome: "not-due" });
    expect(platform.done).toEqual([reference]);
    expect(await status()).toMatchObject({ state: "done", attempts: 1, remoteId: `note-${reference}` });
    expect(await payloadIsKept(id)).toBe(false);
  });

  it("ends in what the platform refuses, and in what somebody else was faster at", async () => {
    for (const outcome of ["refused", "conflict"] as const) {
      number += 1;
      reference = `note ${number}`;
      const platform = benchPlatform();
      platform.next({ outcome, code: "slot-taken" });
      const id = await record();
      expect(await deliver(id, platform)).toEqual({ outcome, code: "slot-taken" });
      expect(await payloadIsKept(id)).toBe(false);
    }
  });

  it("waits as long as the platform asks for, and no less", async () => {
    const platform = benchPlatform();
    platform.next({ outcome: "later", code: "too-many-requests", afterSeconds: 100 });
    const id = await record();
    expect(await deliver(id, platform)).toEqual({ outcome: "pending", code: "too-many-requests" });
    await store.stepClock(99);
    expect(await deliver(id, platform)).toEqual({ outcome: "not-due" });
    await store.stepClock(10);
    expect(await deliver(id, platform)).toMatchObject({ outcome: "done" });
  });

  it("repeats a request of unknown outcome where the platform keeps idempotency keys", async () => {
    const platform = benchPlatform({ idempotencyKeys: true });
    platform.next("lost-after");
    const id = await record();
    expect(await deliver(id, platform)).toEqual({ outcome: "unknown", code: "timeout" });
    await store.stepClock(1_000);
    expect(await deliver(id, platform)).toMatchObject({ outcome: "done" });
    expect(platform.done).toEqual([reference]);
    expect(platform.sends()).toBe(2);
  });

  it("looks before it sends again, once no earlier request can take effect", async () => {
    const platform = benchPlatform({ searchByReference: true, requestLifeSeconds: 60 });
    platform.next("lost-after");
    const id = await record();
    expect(await deliver(id, platform)).toEqual({ outcome: "unknown", code: "timeout" });
    await store.stepClock(64);
    expect(await deliver(id, platform)).toEqual({ outcome: "not-due" });
    expect(platform.finds()).toBe(0);
    await store.stepClock(2);
    expect(await deliver(id, platform)).toMatchObject({ outcome: "done", remoteId: `note-${reference}` });
    expect(platform.done).toEqual([reference]);
    expect(platform.sends()).toBe(1);
  });

  it("looks no sooner after a worker that was killed: its request may have left as its lease ran out", async () => {
    const platform = benchPlatform({ searchByReference: true, requestLifeSeconds: 60 });
    const id = await record();
    const killed = { ...platform.outlet, send: () => new Promise<never>(() => undefined) };
    void deliverIntent(clinic, id, {
      carriers: [carrierFor(killed)],
      clock: surroundingsOfProcess().clock,
      random: seededRandom(1),
    });
    await expect.poll(async () => (await status())?.state).toBe("sending");
    await store.stepClock(60);
    expect(await deliver(id, platform)).toEqual({ outcome: "postponed" });
    await store.stepClock(64);
    expect(await deliver(id, platform)).toEqual({ outcome: "not-due" });
    expect(platform.finds()).toBe(0);
    await store.stepClock(1);
    expect(await deliver(id, platform)).toMatchObject({ outcome: "done" });
    expect([platform.finds(), platform.sends()]).toEqual([1, 1]);
  });

  it("waits as long as the platform asks for when it could not look, and no longer than that", async () => {
    const platform = benchPlatform({ searchByReference: true, requestLifeSeconds: 60 });
    platform.next("lost-after");
    let asked: number | undefined = 500;
    const outlet = {
      ...platform.outlet,
      find: () =>
        Promise.resolve({
          outcome: "unknown",
          code: "busy",
          ...(asked === undefined ? {} : { afterSeconds: asked }),
        } as const),
    };
    const id = await record();
    await deliver(id, platform);
    await store.stepClock(66);
    const look = (): Promise<Delivered> => deliver(id, { ...platform, outlet });
    expect(await look()).toEqual({ outcome: "unknown", code: "busy" });
    await store.stepClock(499);
    expect(await look()).toEqual({ outcome: "not-due" });
    await store.stepClock(10);
    asked = undefined;
    expect(await look()).toEqual({ outcome: "unknown", code: "busy" });
    // The request that was sent has died long ago: nothing is to be waited for.
    await store.stepClock(10);
    expect(await deliver(id, platform)).toMatchObject({ outcome: "done" });
    expect(platform.sends()).toBe(1);
  });

  it("sends what was proven absent", async () => {
    const platform = benchPlatform({ searchByReference: true, requestLifeSeconds: 60 });
    platform.next("lost-before");
    const id = await record();
    await deliver(id, platform);
    await store.stepClock(66);
    expect(await deliver(id, platform)).toMatchObject({ outcome: "done" });
    expect(platform.done).toEqual([reference]);
    expect(platform.sends()).toBe(2);
  });

  it.each([
    { sheet: { requestLifeSeconds: 60 }, state: "there" },
    { sheet: { requestLifeSeconds: 60 }, state: "gone" },
    { sheet: {}, state: "gone" },
  ] as const)(
    "does not send what a record bears the reference of, though it is not found any more: $sheet, $state",
    async ({ sheet, state }) => {
      const platform = benchPlatform({ searchByReference: true, ...sheet });
      platform.next("lost-before");
      const outlet = { ...platform.outlet, feedOf: () => "notes" };
      const id = await record();
      const again = (): Promise<Delivered> => deliver(id, { ...platform, outlet });
      expect(await again()).toMatchObject({ outcome: "unknown" });
      await clinic.transaction(async (transaction) => {
        const told = { version: "7", status: "written", body: {} };
        await mirrorRecords(transaction, "notes", [
          { ...told, remoteId: `${reference} there`, reference },
          { ...told, remoteId: `${reference} another`, reference: "another" },
        ]);
        await mirrorRecords(transaction, "others", [{ ...told, remoteId: "a stranger", reference }]);
        // Somebody wiped the reference: it was ours all the same.
        await mirrorRecords(transaction, "notes", [
          { ...told, version: "8", remoteId: `${reference} there` },
        ]);
      });
      if (state === "gone") {
        const { sql } = await import("../store/sql.js");
        await store.asOwner(({ query }) => query(sql`update guichet.records set gone_at = guichet.clock()`));
      }
      await store.stepClock(66);
      expect(await again()).toEqual({ outcome: "done", remoteId: `${reference} there`, version: "8" });
      expect(platform.sends()).toBe(1);
    },
  );

  describe("of what is there and looks like its own", () => {
    const [remoteId, there] = ["looks alike", "notes of two"];
    const told = { remoteId, version: "7", status: "written", body: {} };
    /** What a record says of who made it. */
    const makers = [
      ["no record", undefined, true],
      ["a record that bears no reference", () => ({}), true],
      ["a record that bears its own reference", () => ({ reference }), true],
      ["a record that bears the reference of another intent", () => ({ reference: "another" }), false],
    ] as const;
    const outletOver = (platform: BenchPlatform) => ({
      ...platform.outlet,
      feedOf: () => `${there} ${number}`,
    });
    const tell = (more: { readonly reference?: string }): Promise<unknown> =>
      clinic.transaction((transaction) =>
        mirrorRecords(transaction, `${there} ${number}`, [{ ...told, ...more }]),
      );

    it.each(makers)("that was in its way, with %s: it is its own, or not", async (_, maker, isOwn) => {
      const platform = benchPlatform();
      const refusal = { outcome: "conflict", code: "taken" } as const;
      const send = () => Promise.resolve({ outcome: "done", remoteId, otherwise: refusal } as const);
      if (maker) await tell(maker());
      const came = await deliver(await record(), {
        ...platform,
        outlet: { ...outletOver(platform), send },
      });
      expect(came).toEqual(isOwn ? { outcome: "done", remoteId } : refusal);
      expect(await status()).toMatchObject(isOwn ? { state: "done", remoteId } : { state: "conflict" });
    });

    it.each(makers)("that was found, with %s: it is its own, or sent", async (_, maker, isOwn) => {
      const platform = benchPlatform({ searchByReference: true, requestLifeSeconds: 60 });
      platform.next("lost-before");
      const outlet = {
        ...outletOver(platform),
        find: () => Promise.resolve({ outcome: "found", remoteId } as const),
      };
      const id = await record();
      await deliver(id, { ...platform, outlet });
      if (maker) await tell(maker());
      await store.stepClock(66);
      const own = isOwn ? remoteId : `note-${reference}`;
      expect(await deliver(id, { ...platform, outlet })).toMatchObject({ outcome: "done", remoteId: own });
      expect(platform.sends()).toBe(isOwn ? 1 : 2);
    });

    it("takes for done what was answered so, whatever is known of its number", async () => {
      const platform = benchPlatform();
      const send = () => Promise.resolve({ outcome: "done", remoteId } as const);
      await tell({ reference: "another" });
      const outlet = { ...outletOver(platform), send };
      expect(await deliver(await record(), { ...platform, outlet })).toEqual({ outcome: "done", remoteId });
    });
  });

  it("sets aside what cannot be looked for: it is sent at most once", async () => {
    const platform = benchPlatform();
    platform.next("lost-after");
    const id = await record();
    expect(await deliver(id, platform)).toEqual({ outcome: "set-aside", code: "timeout" });
    await store.stepClock(10_000);
    expect(await deliver(id, platform)).toEqual({ outcome: "not-due" });
    expect(platform.sends()).toBe(1);
    const letter = (await store.overview((transaction) => deadLetters(transaction, 10))).find(
      (one) => one.id === id,
    );
    expect(letter).toMatchObject({ tenant: "clinic-a", kind: "note", code: "timeout", mayHaveReached: true });
    expect(await payloadIsKept(id)).toBe(true);
  });

  it("gives up after so many tries that nobody knows the end of", async () => {
    const platform = benchPlatform({ idempotencyKeys: true });
    platform.next("lost-before", "lost-before", "lost-before");
    const id = await record();
    const outcomes: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      outcomes.push((await deliver(id, platform)).outcome);
      await store.stepClock(1_000);
    }
    expect(outcomes).toEqual(["unknown", "unknown", "set-aside", "not-due"]);
  });

  it("gives up on an intent under which every worker ends", async () => {
    const id = await record();
    const never = {
      ...benchPlatform({ idempotencyKeys: true }).outlet,
      send: () => new Promise<never>(() => undefined),
    };
    for (let round = 0; round < 3; round += 1) {
      void deliverIntent(clinic, id, {
        carriers: [carrierFor(never)],
        clock: surroundingsOfProcess().clock,
        random: seededRandom(1),
        options: { maxDoubts: 3 },
      });
      await expect.poll(async () => (await status())?.attempts).toBe(round + 1);
      await store.stepClock(61);
    }
    expect(await deliver(id, benchPlatform({ idempotencyKeys: true }))).toEqual({
      outcome: "set-aside",
      code: "too-many-doubts",
    });
  });

  it("outlasts a platform that is busy for hours, and gives up after days", async () => {
    const platform = benchPlatform();
    platform.next(...Array.from({ length: 50 }, () => ({ outcome: "later", code: "busy" }) as const));
    const id = await record();
    for (let round = 0; round < 20; round += 1) {
      expect((await deliver(id, platform)).outcome).toBe("pending");
      await store.stepClock(2_000);
    }
    expect(await deliver(id, platform)).toEqual({ outcome: "set-aside", code: "busy" });
    expect(await status()).toMatchObject({ attempts: 21 });
  });

  it("takes over what a killed worker held, and its late answer counts for nothing", async () => {
    const platform = benchPlatform({ idempotencyKeys: true });
    const id = await record();
    const slow = benchPlatform({ idempotencyKeys: true });
    const late = deliverIntent(clinic, id, {
      carriers: [
        carrierFor({
          ...slow.outlet,
          send: async (intent, signal) => {
            expect(await deliver(id, platform)).toEqual({ outcome: "not-due" });
            await store.stepClock(60);
            expect(await deliver(id, platform)).toMatchObject({ outcome: "done", version: "1" });
            return slow.outlet.send(intent, signal);
          },
        }),
      ],
      clock: surroundingsOfProcess().clock,
      random: seededRandom(1),
    });
    expect(await late).toEqual({ outcome: "lease-lost" });
    expect(await status()).toMatchObject({ state: "done", attempts: 2 });
  });

  it("does not settle with a lease that ran out, even if nobody took it since", async () => {
    const platform = benchPlatform({ idempotencyKeys: true });
    const id = await record();
    const late = deliverIntent(clinic, id, {
      carriers: [
        carrierFor({
          ...platform.outlet,
          send: async (intent, signal) => {
            await store.stepClock(60);
            return platform.outlet.send(intent, signal);
          },
        }),
      ],
      clock: surroundingsOfProcess().clock,
      random: seededRandom(1),
    });
    expect(await late).toEqual({ outcome: "lease-lost" });
    expect(await status()).toMatchObject({ state: "sending" });
    expect(
      await store.overview((transaction) =>
        dueIntents(transaction, [{ tenant: "clinic-a", kind: "note" }], 10),
      ),
    ).toContainEqual({ tenant: "clinic-a", id, kind: "note" });
  });

  it("ends together with what it brings about, or not at all", async () => {
    const platform = benchPlatform({ idempotencyKeys: true });
    const id = await record();
    const failing = deliverIntent(clinic, id, {
      carriers: [carrierFor(platform.outlet, () => Promise.reject(new Error("no")))],
      clock: surroundingsOfProcess().clock,
      random: seededRandom(1),
    });
    await expect(failing).rejects.toThrow("no");
    expect(await status()).toMatchObject({ state: "sending" });
  });

  it("sends nothing once the process is to stop", async () => {
    const platform = benchPlatform();
    const id = await record();
    expect(await deliver(id, platform, AbortSignal.abort())).toEqual({
      outcome: "pending",
      code: "called-off",
    });
    expect(platform.sends()).toBe(0);
  });
});

describe("recording an intent", () => {
  it("gives the same intent for the same reference and content", async () => {
    const id = await record();
    expect(
      await clinic.transaction((transaction) =>
        recordIntent(transaction, { kind: "note", reference, payload: { text: "hello" }, decision: null }),
      ),
    ).toEqual({ id, state: "pending", isNew: false });
  });

  it("refuses a reference that has another content", async () => {
    await record();
    await expect(
      clinic.transaction((transaction) =>
        recordIntent(transaction, { kind: "note", reference, payload: { text: "bye" }, decision: null }),
      ),
    ).rejects.toMatchObject({ code: "reference-taken" });
  });

  it("leaves nothing behind when its transaction fails", async () => {
    const failed = clinic.transaction(async (transaction) => {
      await recordIntent(transaction, { kind: "note", reference, payload: {}, decision: null });
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await status()).toBeUndefined();
  });
});

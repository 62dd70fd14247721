import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { carrierFor } from "../intents/carrier.js";
import { benchPlatform, type BenchPlatform } from "../intents/intents.fixture.js";
import { readIntent } from "../intents/read-intent.js";
import { recordIntent } from "../intents/record-intent.js";
import type { Observation } from "../observe/observation.js";
import { syncStatus } from "../status/sync-status.js";
import { sql } from "../store/sql.js";
import { storeError } from "../store/store-error.js";
import type { TenantStore } from "../store/store.js";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { benchList } from "../feeds/feeds.fixture.js";
import { readRecords } from "../feeds/mirror-records.js";
import { feedWork, type ClinicWork } from "./clinic-work.js";
import { runWorker, type Worker, type WorkerOptions } from "./run-worker.js";

let store: TestStore;
let clinic: TenantStore;
let workers: readonly Worker[] = [];
let number = 0;

beforeAll(async () => {
  store = await openTestStore({ connections: 20 });
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

function start(work: Partial<ClinicWork>, options: Partial<WorkerOptions> = {}): Worker {
  const worker = runWorker({
    store,
    clinics: [{ clinic, carriers: [], ...work }],
    lookEveryMillis: 20,
    delivery: { firstRetrySeconds: 0.05 },
    ...options,
  });
  workers = [...workers, worker];
  return worker;
}

async function record(count: number): Promise<readonly string[]> {
  const references = Array.from({ length: count }, () => `note ${(number += 1)}`);
  await clinic.transaction(async (transaction) => {
    for (const reference of references) {
      await recordIntent(transaction, { kind: "note", reference, payload: { text: "x" }, decision: null });
    }
  });
  return references;
}

const allDone = (platform: BenchPlatform, references: readonly string[]) =>
  expect.poll(() => platform.done.toSorted(), { timeout: 30_000 }).toEqual([...references].sort());

const stateOf = async (reference: string | undefined): Promise<string | undefined> =>
  (await clinic.transaction((transaction) => readIntent(transaction, "note", reference ?? "")))?.state;

describe("a worker", () => {
  it("delivers what was recorded before it started and after", async () => {
    const platform = benchPlatform();
    const before = await record(3);
    start({ carriers: [carrierFor(platform.outlet)] });
    const after = await record(3);
    await allDone(platform, [...before, ...after]);
  });

  it("delivers each intent once, with others at the same work", async () => {
    const platform = benchPlatform();
    for (let count = 0; count < 3; count += 1) start({ carriers: [carrierFor(platform.outlet)] });
    const references = await record(60);
    await allDone(platform, references);
    expect(platform.sends()).toBe(60);
  });

  it("looks again as soon as what it found is begun, however seldom it looks", async () => {
    const platform = benchPlatform();
    // One more than it takes up at one look.
    const references = await record(1_001);
    start({ carriers: [carrierFor(platform.outlet)] }, { lookEveryMillis: 600_000 });
    await allDone(platform, references);
  });

  it("tries again by itself", async () => {
    const platform = benchPlatform({ idempotencyKeys: true });
    platform.next({ outcome: "later", code: "busy" }, "lost-after", "lost-before");
    const told: Observation[] = [];
    const references = await record(1);
    start({ carriers: [carrierFor(platform.outlet)] }, { observe: (one) => void told.push(one) });
    await expect.poll(() => stateOf(references[0])).toBe("done");
    await allDone(platform, references);
    expect(told.map(({ event }) => event)).toEqual([
      "worker-started",
      "intent-delayed",
      "intent-delayed",
      "intent-delayed",
      "intent-delivered",
    ]);
  });

  it("leaves kinds it has no carrier for to others", async () => {
    const [reference] = await record(1);
    const other = benchPlatform();
    start({ carriers: [{ ...carrierFor(other.outlet), kind: "other" }] });
    const platform = benchPlatform();
    start({ carriers: [carrierFor(platform.outlet)] });
    await allDone(platform, reference === undefined ? [] : [reference]);
    expect(other.sends()).toBe(0);
  });

  it("goes on with one clinic while the platform of another hangs", async () => {
    const hanging = await store.addTenant({ id: "clinic-b", jurisdiction: "FR" });
    await hanging.transaction(async (transaction) => {
      for (let count = 0; count < 20; count += 1) {
        await recordIntent(transaction, {
          kind: "note",
          reference: `h${count}`,
          payload: {},
          decision: null,
        });
      }
    });
    const platform = benchPlatform();
    const hangs = carrierFor({
      ...benchPlatform().outlet,
      send: (_intent, signal) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => resolve({ outcome: "unknown", code: "called-off" }));
        }),
    });
    start(
      {},
      {
        clinics: [
          { clinic: hanging, carriers: [hangs] },
          { clinic, carriers: [carrierFor(platform.outlet)] },
        ],
        concurrency: 4,
        stopWithinSeconds: 0.1,
      },
    );
    await allDone(platform, await record(5));
  });

  it("ends what is under way when it is stopped, and begins nothing new", async () => {
    const platform = benchPlatform();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let began = 0;
    const slow = carrierFor({
      ...platform.outlet,
      send: async (intent, signal) => {
        began += 1;
        await held;
        return platform.outlet.send(intent, signal);
      },
    });
    const references = await record(5);
    const worker = start({ carriers: [slow] }, { concurrency: 2 });
    await expect.poll(() => began).toBe(2);
    const stopped = worker.stop();
    letGo();
    await stopped;
    expect(began).toBe(2);
    const states = await Promise.all(references.map(stateOf));
    expect(states.toSorted()).toEqual(["done", "done", "pending", "pending", "pending"]);
  });

  it("calls off what does not end in time, and leaves what heeds nothing to its lease", async () => {
    const platform = benchPlatform({ searchByReference: true, requestLifeSeconds: 60 });
    let began = 0;
    const deaf = carrierFor({
      ...platform.outlet,
      send: () => {
        began += 1;
        return new Promise<never>(() => undefined);
      },
    });
    const [reference] = await record(1);
    await store.asOwner(({ query }) =>
      query(
        sql`update guichet.intents set state = 'set-aside' where state = 'pending' and reference <> ${reference ?? ""}`,
      ),
    );
    const worker = start({ carriers: [deaf] }, { stopWithinSeconds: 0.2 });
    await expect.poll(() => began).toBe(1);
    await worker.stop();
    expect(await stateOf(reference)).toBe("unknown");
  });

  it("keeps up with feeds and does chores, and says what it did", async () => {
    const list = benchList("appointments");
    list.put("a1", 1);
    const told: Observation[] = [];
    let chores = 0;
    start(
      {
        feeds: [feedWork(list.feed, { pullEverySeconds: 0.05, options: { overlapSeconds: 0 } })],
        chores: [{ name: "tidy", everySeconds: 0.05, run: () => Promise.resolve((chores += 1)) }],
      },
      { observe: (one) => void told.push(one) },
    );
    const known = async (): Promise<number> =>
      (await clinic.transaction((transaction) => readRecords(transaction, "appointments"))).length;
    await expect.poll(known).toBe(1);
    list.put("a2", 2);
    await expect.poll(known).toBe(2);
    await expect.poll(() => chores).toBeGreaterThan(1);
    expect(new Set(told.map(({ event }) => event))).toEqual(
      new Set(["worker-started", "feed-pulled", "feed-reconciled", "task-done"]),
    );
  });

  it("names the clinic and the feed when the store does not answer, and reads it once it does", async () => {
    const list = benchList("appointments of b");
    const other = await store.addTenant({ id: "clinic-b", jurisdiction: "FR" });
    const told: Observation[] = [];
    let left = 2;
    const failing: TenantStore = {
      ...other,
      transaction: (work) =>
        (left -= 1) >= 0
          ? Promise.reject(storeError("store-unreachable", "store", "it does not answer", "see why"))
          : other.transaction(work),
    };
    const feeds = [feedWork(list.feed, { pullEverySeconds: 0.05 })];
    start({ clinic: failing, feeds }, { observe: (one) => void told.push(one) });
    await expect.poll(() => told.map(({ event }) => event)).toContain("feed-reconciled");
    expect(told.slice(0, 4)).toMatchObject([
      { event: "worker-started" },
      { event: "feed-failed", tenant: "clinic-b", feed: list.feed.name, code: "store-unreachable" },
      { event: "feed-failed", tenant: "clinic-b", feed: list.feed.name, code: "store-unreachable" },
      { event: "feed-pulled", tenant: "clinic-b", feed: list.feed.name },
    ]);
  });
});

describe("the status", () => {
  it("counts what is open and says how long the oldest has been due, with nothing of a person", async () => {
    await store.stopClock();
    const carla = await store.addTenant({ id: "clinic-c", jurisdiction: "FR" });
    await carla.transaction(async (transaction) => {
      for (const reference of ["+33 6 00 00 00 00", "Carla Invented"]) {
        await recordIntent(transaction, {
          kind: "note",
          reference,
          payload: { text: "secret" },
          decision: null,
        });
      }
    });
    await store.stepClock(90);
    const status = await syncStatus(store);
    expect(status.intents.filter(({ tenant }) => tenant === "clinic-c")).toEqual([
      { tenant: "clinic-c", kind: "note", state: "pending", count: 2, oldestSeconds: 90 },
    ]);
    expect(status.feeds.filter(({ tenant }) => tenant === "clinic-a")).toMatchObject([
      { tenant: "clinic-a", feed: "appointments", failures: 0, held: null },
    ]);
    expect(JSON.stringify(status)).not.toMatch(/Carla|secret|\+33/);
  });
});

import { fc } from "@fast-check/vitest";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FeedItem } from "../platform/feed.js";
import { databaseTime } from "../store/database-time.js";
import { syncStatus } from "../status/sync-status.js";
import type { TenantStore } from "../store/store.js";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { benchList, type BenchList } from "./feeds.fixture.js";
import { mirrorRecords, readRecord, readRecords, type Mirrored } from "./mirror-records.js";
import { pullChanges, type Pulled } from "./pull-changes.js";
import { confirmDisappearance, reconcile, type Reconciled } from "./reconcile.js";
import type { Follower } from "./record-change.js";

let store: TestStore;
let clinic: TenantStore;
let list: BenchList;
let number = 0;

beforeAll(async () => {
  store = await openTestStore();
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  await store.stopClock("2026-11-21T09:00:00Z");
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

beforeEach(() => {
  number += 1;
  list = benchList(`list ${number}`);
});

const { signal } = new AbortController();
type Body = { readonly note: string };

const pull = (follow?: Follower<Body>): Promise<Pulled> =>
  pullChanges(clinic, list.feed, {
    signal,
    options: { overlapSeconds: 5, maxTries: 3 },
    ...(follow ? { follow } : {}),
  });

const compare = (follow?: Follower<Body>): Promise<Reconciled> =>
  reconcile(clinic, list.feed, { signal, options: { maxTries: 3 }, ...(follow ? { follow } : {}) });

const known = async (): Promise<readonly string[]> =>
  (await clinic.transaction((transaction) => readRecords(transaction, list.feed.name))).map(
    ({ remoteId, version, body }) => `${remoteId} ${version} ${JSON.stringify(body)}`,
  );

const truth = (): readonly string[] =>
  list
    .items()
    .map(({ remoteId, version, body }) => `${remoteId} ${version} ${JSON.stringify(body)}`)
    .sort();

describe("pulling changes", () => {
  it("stores every page, and tells what is new and what changed", async () => {
    const told: string[] = [];
    const follow: Follower<Body> = (_transaction, { change, remoteId }) => {
      told.push(`${change} ${remoteId}`);
      return Promise.resolve();
    };
    for (let id = 1; id <= 7; id += 1) list.put(`a${id}`, 1);
    expect(await pull(follow)).toEqual({ outcome: "pulled", changed: 7 });
    await store.stepClock(10);
    list.put("a3", 11);
    expect(await pull(follow)).toEqual({ outcome: "pulled", changed: 1 });
    expect(told).toEqual([...Array.from({ length: 7 }, (_, index) => `new a${index + 1}`), "changed a3"]);
    expect(await known()).toEqual(truth());
  });

  it("keeps the cursor where it was when a page is torn", async () => {
    for (let id = 1; id <= 4; id += 1) list.put(`a${id}`, 1);
    list.betweenPages(list.tear);
    expect(await pull()).toEqual({ outcome: "failed", code: "feed-failed" });
    expect(await known()).toHaveLength(3);
    expect(await pull()).toEqual({ outcome: "pulled", changed: 1 });
    expect(await known()).toEqual(truth());
  });

  it.each(["changes", "seconds"] as const)(
    "where versions count %s, loses nothing to ties at page edges, late commits and changes of one second",
    async (versions) => {
      const step = fc.oneof(
        fc.record({
          do: fc.constant("put" as const),
          id: fc.integer({ min: 1, max: 9 }),
          lag: fc.integer({ min: 0, max: 4 }),
        }),
        fc.record({ do: fc.constant("wait" as const), seconds: fc.integer({ min: 0, max: 3 }) }),
        fc.record({ do: fc.constant("pull" as const) }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          number += 1;
          list = benchList(`list ${number}`, versions);
          let now = 100;
          for (const one of steps) {
            // A version that goes by the time of a change never goes back with it.
            if (one.do === "put") list.put(`a${one.id}`, versions === "seconds" ? now : now - one.lag);
            else if (one.do === "pull") await pull();
            else {
              now += one.seconds;
              await store.stepClock(one.seconds);
            }
          }
          await pull();
          expect(await known()).toEqual(truth());
        }),
        { numRuns: Number(process.env["GUICHET_FEED_RUNS"] ?? 40) },
      );
    },
  );

  it("sees what was committed late also when the next pull is long in coming", async () => {
    list.put("a1", 100);
    await pull();
    list.put("a2", 99);
    await store.stepClock(3600);
    await pull();
    expect(await known()).toEqual(truth());
  });

  it("never lets an older version overwrite a newer one, in whatever order they are heard of", async () => {
    const versions = ["1", "2", "3", "4", "5"].flatMap((version) =>
      ["a", "b"].map((content) => ({ remoteId: "r", version, status: `s${version}`, body: { content } })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...versions, ...versions], { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        async (order, size) => {
          number += 1;
          const feed = `list ${number}`;
          for (let from = 0; from < order.length; from += size) {
            await clinic.transaction((transaction) =>
              mirrorRecords(transaction, feed, order.slice(from, from + size)),
            );
          }
          const found = await clinic.transaction((transaction) => readRecord(transaction, feed, "r"));
          expect(found).toMatchObject(order.findLast(({ version }) => version === "5") ?? {});
        },
      ),
      { numRuns: 20 },
    );
  });

  it("takes another content of a known version once it was asked for after that, and tells of it once", async () => {
    const stored = { remoteId: "r", version: "1", status: "booked", body: { room: 1 } };
    const other = { ...stored, status: "cancelled" };
    const feed = `list ${number}`;
    const mirror = (items: readonly FeedItem[], askedAt?: string): Promise<readonly Mirrored[]> =>
      clinic.transaction((transaction) =>
        mirrorRecords(transaction, feed, items, askedAt === undefined ? {} : { askedAt }),
      );
    const status = async (): Promise<string | undefined> =>
      (await clinic.transaction((transaction) => readRecord(transaction, feed, "r")))?.status;
    await mirror([stored]);
    const storedAt = await clinic.transaction(databaseTime);
    const justBefore = new Date(Date.parse(storedAt) - 1).toISOString();
    await store.stepClock(1);

    expect(await mirror([other], justBefore)).toEqual([]);
    expect(await status()).toBe("booked");
    expect(await mirror([other], storedAt)).toEqual([{ remoteId: "r", isNew: false }]);
    expect(await status()).toBe("cancelled");
    expect(await mirror([other])).toEqual([]);
    // Of two in one list, the later one.
    expect(await mirror([other, stored])).toHaveLength(1);
    expect(await status()).toBe("booked");
    expect(await mirror([{ ...stored, reference: "ours" }])).toHaveLength(1);
    expect(await mirror([stored])).toEqual([]);
  });

  it("believes a list of everything about what was stored long before, under an older version too", async () => {
    const seconds = benchList(`list ${number} of seconds`, "seconds");
    const read = (): Promise<Reconciled> =>
      reconcile(clinic, seconds.feed, { signal, options: { overlapSeconds: 300 } });
    const status = async (): Promise<string | undefined> =>
      (await clinic.transaction((transaction) => readRecord(transaction, seconds.feed.name, "a1")))?.status;
    seconds.put("a1", 7_200);
    await read();
    // The platform's clock is put back an hour, and the appointment cancelled.
    seconds.put("a1", 3_660, "cancelled");
    await pullChanges(clinic, seconds.feed, { signal });
    await store.stepClock(300);
    await read();
    expect(await status()).toBe("booked");
    await store.stepClock(1);
    expect(await read()).toMatchObject({ changed: 1, gone: 0 });
    expect(await status()).toBe("cancelled");
    expect(await read()).toMatchObject({ changed: 0 });
    // What it says from then on counts from there.
    seconds.put("a1", 3_700, "booked");
    await pullChanges(clinic, seconds.feed, { signal });
    expect(await status()).toBe("booked");
  });

  it("goes on after an item whose follower fails, and leaves it on a list", async () => {
    for (let id = 1; id <= 5; id += 1) list.put(`a${id}`, 1);
    let told = 0;
    const follow: Follower<Body> = (_transaction, { remoteId }) => {
      told += 1;
      return remoteId === "a2" ? Promise.reject(new Error("poison")) : Promise.resolve();
    };
    expect(await pull(follow)).toEqual({ outcome: "failed", code: "items-failed" });
    expect(await known()).toHaveLength(4);
    expect(await pull(follow)).toEqual({ outcome: "failed", code: "items-failed" });
    expect(await pull(follow)).toEqual({ outcome: "pulled", changed: 1 });
    expect(await known()).toEqual(truth());
    const before = told;
    expect(await pull(follow)).toEqual({ outcome: "pulled", changed: 0 });
    expect(told).toBe(before);
  });

  it("goes on after an item that cannot be stored", async () => {
    for (const id of ["a", "b\0", "c\ud800", "d'; drop table x", "e".repeat(1_000_000)]) list.put(id, 1);
    expect(await pull()).toEqual({ outcome: "pulled", changed: 2 });
    expect((await known()).map((text) => text.replace(/ 0{8}.*/, ""))).toEqual(["a", "d'; drop table x"]);
  });

  it("is done by one worker at a time", async () => {
    list.put("a1", 1);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let hasBegun = false;
    const slow: typeof list.feed = {
      ...list.feed,
      changes: async (since, next, aborted) => {
        hasBegun = true;
        await held;
        return list.feed.changes(since, next, aborted);
      },
    };
    const first = pullChanges(clinic, slow, { signal });
    await expect.poll(() => hasBegun).toBe(true);
    expect((await pull()).outcome).toBe("not-due");
    letGo();
    expect((await first).outcome).toBe("pulled");
  });

  it("is due again after so many seconds", async () => {
    const timed = (): Promise<Pulled> => pullChanges(clinic, list.feed, { signal, everySeconds: 30 });
    expect((await timed()).outcome).toBe("pulled");
    await store.stepClock(29);
    expect((await timed()).outcome).toBe("not-due");
    await store.stepClock(1);
    expect((await timed()).outcome).toBe("pulled");
  });
});

describe("reconciling", () => {
  it("finds what a pull cannot: what is gone", async () => {
    for (let id = 1; id <= 7; id += 1) list.put(`a${id}`, 1);
    await pull();
    list.remove("a4");
    list.put("a8", 2);
    const told: string[] = [];
    const done = await compare((_transaction, { change, remoteId }) => {
      told.push(`${change} ${remoteId}`);
      return Promise.resolve();
    });
    expect(done).toEqual({ outcome: "reconciled", changed: 1, gone: 1 });
    expect(told).toEqual(["new a8", "gone a4"]);
    expect(await known()).toEqual(truth());
  });

  it("takes nothing for gone that only slipped between two pages", async () => {
    for (let id = 1; id <= 7; id += 1) list.put(`a${id}`, 1);
    await pull();
    list.betweenPages(() => list.remove("a1"));
    expect(await compare()).toEqual({ outcome: "reconciled", changed: 0, gone: 0 });
    expect(await compare()).toEqual({ outcome: "reconciled", changed: 0, gone: 1 });
    expect(await known()).toEqual(truth());
  });

  it("takes nothing for gone when a page is torn", async () => {
    for (let id = 1; id <= 4; id += 1) list.put(`a${id}`, 1);
    await pull();
    list.remove("a1");
    list.remove("a2");
    list.tear();
    expect((await compare()).outcome).toBe("failed");
    expect(await known()).toHaveLength(4);
  });

  it("holds a disappearance of more than a fifth, and of five at least, until it is confirmed", async () => {
    for (let id = 1; id <= 20; id += 1) list.put(`a${String(id).padStart(2, "0")}`, 1);
    await pull();
    for (let id = 1; id <= 4; id += 1) list.remove(`a0${id}`);
    expect(await compare()).toEqual({ outcome: "reconciled", changed: 0, gone: 4 });
    for (let id = 5; id <= 9; id += 1) list.remove(`a0${id}`);
    expect(await compare()).toEqual({ outcome: "held", missing: 5, known: 16 });
    expect(await known()).toHaveLength(16);
    await clinic.transaction((transaction) => confirmDisappearance(transaction, list.feed.name));
    expect(await compare()).toEqual({ outcome: "reconciled", changed: 0, gone: 5 });
    expect(await known()).toEqual(truth());
    await expect(
      clinic.transaction((transaction) => confirmDisappearance(transaction, list.feed.name)),
    ).rejects.toMatchObject({ code: "nothing-held" });
  });

  it("holds again when more is missing than was confirmed", async () => {
    for (let id = 1; id <= 20; id += 1) list.put(`a${String(id).padStart(2, "0")}`, 1);
    await pull();
    for (let id = 1; id <= 5; id += 1) list.remove(`a0${id}`);
    expect((await compare()).outcome).toBe("held");
    await clinic.transaction((transaction) => confirmDisappearance(transaction, list.feed.name));
    list.remove("a06");
    expect(await compare()).toMatchObject({ outcome: "held", missing: 6 });
  });

  it("brings back what is listed again, and nothing else does", async () => {
    for (let id = 1; id <= 6; id += 1) list.put(`a${id}`, 1);
    await pull();
    const [first] = list.items();
    list.remove("a1");
    await compare();
    await clinic.transaction((transaction) =>
      mirrorRecords(transaction, list.feed.name, first ? [first] : []),
    );
    expect(await known()).toHaveLength(5);
    list.put("a1", 3);
    expect(await compare()).toMatchObject({ changed: 1, gone: 0 });
    expect(await known()).toEqual(truth());
  });
});

describe("the status of a feed", () => {
  const status = async () => {
    const { feeds } = await syncStatus(store);
    return feeds.find(({ feed }) => feed === list.feed.name);
  };

  it("tells pulls that fail from comparisons that fail, each until one of its own goes well", async () => {
    const pulls = { failures: 0, failure: null };
    const comparisons = { reconcileFailures: 0, reconcileFailure: null };
    list.put("a", 1);
    for (let count = 1; count <= 2; count += 1) {
      list.tear();
      await compare();
      await pull();
      expect(await status()).toMatchObject({
        ...pulls,
        ...{ reconcileFailures: count, reconcileFailure: "feed-failed" },
      });
    }
    list.tear();
    await pull();
    await compare();
    expect(await status()).toMatchObject({ failures: 1, failure: "feed-failed", ...comparisons });
    await pull();
    expect(await status()).toMatchObject({ ...pulls, ...comparisons });
  });

  it("says how long ago it was compared, though it is pulled meanwhile", async () => {
    list.put("a", 1);
    await compare();
    await store.stepClock(7_200);
    await pull();
    expect(await status()).toMatchObject({ lagSeconds: 0, reconcileLagSeconds: 7_200 });
    list.tear();
    await compare();
    await store.stepClock(1);
    expect(await status()).toMatchObject({ lagSeconds: 1, reconcileLagSeconds: 7_201 });
  });

  it("puts off a comparison that fails as if no pull went well meanwhile", async () => {
    const timed = { signal, everySeconds: 60 };
    for (const wait of [60, 120, 240]) {
      list.tear();
      expect((await reconcile(clinic, list.feed, timed)).outcome).toBe("failed");
      await pull();
      await store.stepClock(wait - 1);
      expect((await reconcile(clinic, list.feed, timed)).outcome).toBe("not-due");
      await store.stepClock(1);
    }
  });
});

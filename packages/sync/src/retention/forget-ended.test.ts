import { afterAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { release, reserve } from "../bookings/reserve.js";
import { recordDecision } from "../decisions/record-decision.js";
import { mirrorRecords } from "../feeds/mirror-records.js";
import { pullChanges } from "../feeds/pull-changes.js";
import { reconcile } from "../feeds/reconcile.js";
import { carrierFor } from "../intents/carrier.js";
import { deliverIntent } from "../intents/deliver-intent.js";
import { benchPlatform, type Way } from "../intents/intents.fixture.js";
import { readIntent } from "../intents/read-intent.js";
import { recordIntent } from "../intents/record-intent.js";
import type { TenantStore } from "../store/store.js";
import { sql } from "../store/sql.js";
import { surroundingsOfProcess } from "../surroundings-of-process.js";
import { openTestStore, seededRandom, stopTestServers, type TestStore } from "../testing/index.js";
import { recordCall } from "../waitlist/record-call.js";
import { withdrawEntry } from "../waitlist/leave-waitlist.js";
import { mondayAtEight, nine, patientWaits, propose } from "../waitlist/waitlist.fixture.js";
import { forgetEnded } from "./forget-ended.js";

const day = 24 * 3600;

let store: TestStore;
let clinic: TenantStore;

beforeEach(async () => {
  store = await openTestStore();
  onTestFinished(() => store.close());
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  await store.stopClock(mondayAtEight);
});

afterAll(() => stopTestServers());

const tables = [
  "bookings",
  "decisions",
  "failed_items",
  "intents",
  "records",
  "waitlist_entries",
  "waitlist_proposals",
] as const;

/** How many rows there are, of all tenants. */
async function rows(): Promise<Readonly<Record<string, number>>> {
  const counts = await store.asOwner(({ query }) =>
    query<Record<(typeof tables)[number], number>>(sql`
      select (select count(*) from guichet.bookings) as bookings, (select count(*) from guichet.decisions) as decisions,
        (select count(*) from guichet.failed_items) as failed_items, (select count(*) from guichet.intents) as intents,
        (select count(*) from guichet.records) as records,
        (select count(*) from guichet.waitlist_entries) as waitlist_entries,
        (select count(*) from guichet.waitlist_proposals) as waitlist_proposals`),
  );
  return counts[0] ?? {};
}

const none = Object.fromEntries(tables.map((table) => [table, 0]));

/** An intent with its decision, carried out as the platform answers. */
async function orderEnds(way: Way, reference: string, at = clinic): Promise<void> {
  const platform = benchPlatform();
  platform.next(way);
  const carrier = carrierFor(platform.outlet);
  const { id } = await at.transaction(async (transaction) =>
    recordIntent(transaction, {
      kind: "note",
      reference,
      payload: { text: "hello" },
      decision: await recordDecision(transaction, {} as Parameters<typeof recordDecision>[1]),
    }),
  );
  await deliverIntent(at, id, {
    carriers: [carrier],
    clock: surroundingsOfProcess().clock,
    random: seededRandom(1),
  });
}

/** A reservation that was released, a record that is gone, an item that cannot be stored, somebody who left the waitlist with a proposal. */
async function everythingElseEnds(): Promise<void> {
  const { signal } = new AbortController();
  await clinic.transaction(async (transaction) => {
    await reserve(transaction, {
      reference: "r-1",
      practitioner: "7",
      startsAt: "2026-03-03T09:00:00Z",
      endsAt: "2026-03-03T09:30:00Z",
    });
    await release(transaction, "r-1");
    await mirrorRecords(transaction, "list", [{ remoteId: "1", version: "1", status: "booked", body: {} }]);
    const entry = await patientWaits(transaction, "40");
    await propose(transaction, nine);
    await withdrawEntry(transaction, { entry, by: "patient" });
  });
  const broken = { remoteId: "\0", version: "1", status: "booked", body: {} };
  const empty = { items: [] };
  const feed = {
    name: "list",
    changes: () => Promise.resolve({ items: [broken] }),
    everything: () => Promise.resolve(empty),
  };
  expect(await reconcile(clinic, feed, { signal })).toMatchObject({ gone: 1 });
  await pullChanges(clinic, feed, { signal });
}

describe("forgetting what has ended", () => {
  it("leaves everything that ended so many days ago, and a second later nothing of it", async () => {
    await orderEnds("done", "a");
    await orderEnds({ outcome: "refused", code: "forbidden" }, "b");
    await orderEnds({ outcome: "conflict", code: "taken" }, "c");
    await everythingElseEnds();
    const before = await rows();
    expect(Object.values(before).filter((count) => count === 0)).toEqual([]);

    await store.stepClock(30 * day);
    expect(await forgetEnded(clinic, 30)).toBe(0);
    expect(await rows()).toEqual(before);

    await store.stepClock(1);
    expect(await forgetEnded(clinic, 30)).toBe(Object.values(before).reduce((sum, count) => sum + count, 0));
    expect(await rows()).toEqual(none);
  });

  it("leaves what waits, is set aside, is held, or stands on a platform, and the decisions it names", async () => {
    await orderEnds({ outcome: "later", code: "unavailable" }, "waits");
    await orderEnds("lost-before", "set aside");
    await clinic.transaction(async (transaction) => {
      await reserve(transaction, {
        reference: "r-1",
        practitioner: "7",
        startsAt: "2026-03-03T09:00:00Z",
        endsAt: "2026-03-03T09:30:00Z",
      });
      await mirrorRecords(transaction, "list", [{ remoteId: "1", version: "1", status: "booked", body: {} }]);
      await patientWaits(transaction, "40");
      await propose(transaction, nine);
    });
    const states = () =>
      clinic.transaction((transaction) =>
        Promise.all(
          ["waits", "set aside"].map(async (one) => (await readIntent(transaction, "note", one))?.state),
        ),
      );
    expect(await states()).toEqual(["pending", "set-aside"]);
    const before = await rows();
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([["failed_items", 0]]);

    await store.stepClock(3650 * day);
    expect(await forgetEnded(clinic, 30)).toBe(0);
    expect(await rows()).toEqual(before);
  });

  it("leaves what was agreed as long as its booking has not ended", async () => {
    const proposal = await clinic.transaction(async (transaction) => {
      await patientWaits(transaction, "40");
      const [task] = await propose(transaction, nine);
      await recordCall(transaction, { proposal: task?.proposal ?? "", outcome: "agreed" });
      return task?.proposal ?? "";
    });
    await clinic.transaction((transaction) =>
      recordIntent(transaction, { kind: "note", reference: proposal, payload: {}, decision: null }),
    );
    await store.stepClock(31 * day);
    expect(await forgetEnded(clinic, 30)).toBe(0);
    expect(await rows()).toMatchObject({
      waitlist_entries: 1,
      waitlist_proposals: 1,
      intents: 1,
      bookings: 1,
    });
  });

  it("forgets more than one transaction deletes at once, and nothing of another clinic", async () => {
    const other = await store.addTenant({ id: "clinic-b", jurisdiction: "FR" });
    await orderEnds("done", "a", other);
    await clinic.transaction(({ tenant, query }) =>
      query(sql`
        insert into guichet.decisions (tenant, id, record)
        select ${tenant}, gen_random_uuid(), '{}' from generate_series(1, 2100)`),
    );
    await store.stepClock(31 * day);
    expect(await forgetEnded(clinic, 30)).toBe(2100);
    expect(await rows()).toEqual({ ...none, decisions: 1, intents: 1 });
  });

  it("refuses less than a day", async () => {
    for (const days of [0, -1, 0.5, NaN]) {
      await expect(forgetEnded(clinic, days)).rejects.toMatchObject({ code: "retention-refused" });
    }
    expect(await forgetEnded(clinic, 1)).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Feed, FeedItem } from "../platform/feed.js";
import { sql } from "../store/sql.js";
import type { TenantStore } from "../store/store.js";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { readRecords } from "./mirror-records.js";
import { pullChanges } from "./pull-changes.js";

let store: TestStore;
let clinic: TenantStore;

beforeAll(async () => {
  store = await openTestStore();
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

const { signal } = new AbortController();
const item = (remoteId: string) => ({ remoteId, version: "1", status: "booked", body: { note: remoteId } });

/** A page of an adapter that does not keep to what its types say. */
const feedOf = (name: string, items: readonly unknown[]): Feed => {
  const page = () => Promise.resolve({ items: items as readonly FeedItem[] });
  return { name, changes: page, everything: page };
};

const failedItems = (feed: string) =>
  clinic.transaction(({ query }) =>
    query<{ code: string; tries: number }>(
      sql`select code, tries from guichet.failed_items where feed = ${feed}`,
    ),
  );

describe("a page of a feed", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;

  it.each<[string, object]>([
    ["an id that is a number", { remoteId: 7 }],
    ["no id", { remoteId: undefined }],
    ["a version that is a number", { version: 7 }],
    ["no version", { version: undefined }],
    ["a status that is an object", { status: {} }],
    ["a status that is a function", { status: () => "booked" }],
    ["a reference that is null", { reference: null }],
    ["no body", { body: undefined }],
    ["a body that is a function", { body: () => undefined }],
    ["a body that holds itself", { body: cyclic }],
    ["a body that JSON does not know", { body: 7n }],
  ])("is stored but for an item with %s, which is counted as failed", async (name, odd) => {
    const feed = feedOf(name, [item("a"), { ...item("b"), ...odd }, item("c")]);
    expect(await pullChanges(clinic, feed, { signal })).toEqual({ outcome: "pulled", changed: 2 });
    const records = await clinic.transaction((transaction) => readRecords(transaction, name));
    expect(records.map(({ remoteId }) => remoteId)).toEqual(["a", "c"]);
    expect(await failedItems(name)).toEqual([{ code: "item-refused", tries: 1 }]);
  });
});

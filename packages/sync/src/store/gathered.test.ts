import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { gathered } from "./gathered.js";
import { sql } from "./sql.js";
import type { TenantStore } from "./store.js";
import { transactTogether } from "./transact-together.js";

let store: TestStore;
let clinic: TenantStore;
/** What was asked with each statement. */
let statements: (readonly string[])[] = [];

/** Adds events, and says how long their names are. */
const add = gathered<string, number>(async ({ tenant, query }, events) => {
  statements.push(events);
  await query(sql`
    insert into guichet.inbox (tenant, source, event) select ${tenant}, 'test', event from unnest(${events}::text[]) event`);
  return events.map((event) => event.length);
});

const kept = (): Promise<readonly string[]> =>
  store.asOwner(async ({ query }) => {
    const rows = await query<{ event: string }>(sql`select event from guichet.inbox order by event`);
    return rows.map(({ event }) => event);
  });

beforeAll(async () => {
  store = await openTestStore();
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
});

beforeEach(async () => {
  await store.asOwner(({ query }) => query(sql`truncate guichet.inbox`));
  statements = [];
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

it("transactions side by side ask in one statement, and each has its own answer", async () => {
  const together = transactTogether(clinic, "side-by-side");
  const asked = ["a", "bb", "ccc"].map((event) =>
    together.transaction(async (transaction) => [
      await add(transaction, event),
      await add(transaction, `${event}!`),
    ]),
  );
  expect(await Promise.all(asked)).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
  ]);
  expect(statements).toEqual([
    ["a", "bb", "ccc"],
    ["a!", "bb!", "ccc!"],
  ]);
});

it("transactions that do not share a commit, or run one by one, ask each for itself", async () => {
  const together = transactTogether(clinic);
  await Promise.all([
    clinic.transaction((transaction) => add(transaction, "a")),
    ...["b", "c"].map((event) => together.transaction((transaction) => add(transaction, event))),
  ]);
  expect(statements.toSorted()).toEqual([["a"], ["b"], ["c"]]);
});

it("what is asked in a contained part is undone with it, and nothing else is", async () => {
  const together = transactTogether(clinic, "side-by-side");
  const contains = together.transaction(async (transaction) => {
    await add(transaction, "a1");
    const inner = transaction.contained(async () => {
      await add(transaction, "a2");
      await transaction.query(sql`select 1 / 0`);
    });
    await inner.catch(() => undefined);
    await add(transaction, "a3");
  });
  const writes = together.transaction(async (transaction) => {
    for (const event of ["w1", "w2", "w3", "w4"]) await add(transaction, event);
  });
  await Promise.all([contains, writes]);
  expect(await kept()).toEqual(["a1", "a3", "w1", "w2", "w3", "w4"]);
  expect(statements).toContainEqual(["a2"]);
});

it("what is refused for one is asked again for each, and only that one fails", async () => {
  const together = transactTogether(clinic, "side-by-side");
  const asked = ["a", "half of a pair \ud800", "c"].map((event) =>
    together.transaction((transaction) => add(transaction, event)),
  );
  const came = await Promise.allSettled(asked);
  expect(came.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(came[1]).toMatchObject({ reason: { code: "text-refused" } });
  expect(await kept()).toEqual(["a", "c"]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import type { Database } from "./database.js";
import { sql } from "./sql.js";
import type { TenantStore, TenantTransaction } from "./store.js";
import { transactTogether, type Together } from "./transact-together.js";

let store: TestStore;
let clinic: TenantStore;
let commits = 0;

const counted = (database: Database): Database => ({
  ...database,
  connect: async () => {
    const session = await database.connect();
    return {
      ...session,
      run: (statement) => {
        if (statement.text === "commit") commits += 1;
        return session.run(statement);
      },
    };
  },
});

beforeAll(async () => {
  store = await openTestStore({ wrapDatabase: counted });
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
});

beforeEach(async () => {
  await store.asOwner(({ query }) => query(sql`truncate guichet.inbox`));
  commits = 0;
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

const add = (event: string) => (transaction: TenantTransaction) =>
  transaction.query(sql`
    insert into guichet.inbox (tenant, source, event) values (${transaction.tenant}, 'test', ${event}) returning event`);

const kept = (): Promise<readonly string[]> =>
  store.asOwner(async ({ query }) => {
    const rows = await query<{ event: string }>(sql`select event from guichet.inbox order by event`);
    return rows.map(({ event }) => event);
  });

const outcomes = async (asked: readonly Promise<unknown>[]): Promise<readonly unknown[]> =>
  (await Promise.allSettled(asked)).map((one) =>
    one.status === "fulfilled" ? one.value : (one.reason as Error).message,
  );

const waysTogether = ["one-by-one", "side-by-side"] satisfies readonly Together[];

describe.each(waysTogether)("transactions that are asked for together and run %s", (how) => {
  it("have one commit, and each its own answer", async () => {
    const together = transactTogether(clinic, how);
    const asked = ["a", "b", "c"].map((event) => together.transaction(add(event)));
    expect(await Promise.all(asked)).toEqual([[{ event: "a" }], [{ event: "b" }], [{ event: "c" }]]);
    expect(commits).toBe(1);
  });

  it("wait for the one that is under way, and then go together", async () => {
    const together = transactTogether(clinic, how);
    const order: string[] = [];
    const first = together.transaction(async (transaction) => {
      await add("a")(transaction);
      const later = ["b", "c"].map((event) =>
        together.transaction(async (another) => {
          order.push(event);
          await add(event)(another);
        }),
      );
      order.push("a");
      return { later };
    });
    await Promise.all((await first).later);
    expect(order).toEqual(["a", "b", "c"]);
    expect(commits).toBe(2);
  });

  it.each<[string, (transaction: TenantTransaction) => Promise<unknown>, string]>([
    [
      "throws once it has written",
      async (transaction) => {
        await add("x")(transaction);
        throw new Error("no");
      },
      "no",
    ],
    ["throws at once", () => Promise.reject(new Error("no")), "no"],
    ["is refused by the database", (transaction) => transaction.query(sql`select 1 / 0`), "22012"],
  ])("undo no other when one of them %s", async (_, fails, expected) => {
    const together = transactTogether(clinic, how);
    const came = await outcomes([
      together.transaction(add("a")),
      together.transaction(fails),
      together.transaction(async (transaction) => {
        for (const event of ["b", "c", "d"]) await add(event)(transaction);
      }),
    ]);
    expect(came[1]).toContain(expected);
    expect([came[0], came[2]]).toEqual([[{ event: "a" }], undefined]);
    expect(await kept()).toEqual(["a", "b", "c", "d"]);
  });

  it("undo of a contained part its own statements alone, whoever writes meanwhile", async () => {
    const together = transactTogether(clinic, how);
    const contains = (own: string) =>
      together.transaction(async (transaction) => {
        await add(`${own}1`)(transaction);
        const inner = transaction.contained(async () => {
          await add(`${own}2`)(transaction);
          await transaction.contained(() => add(`${own}3`)(transaction));
          await transaction.query(sql`select 1 / 0`);
        });
        await inner.catch(() => undefined);
        await add(`${own}4`)(transaction);
      });
    const writes = together.transaction(async (transaction) => {
      for (let number = 1; number <= 9; number += 1) await add(`w${number}`)(transaction);
    });
    await Promise.all([contains("a"), contains("b"), writes]);
    expect(await kept()).toEqual([
      ...["a1", "a4", "b1", "b4"],
      ...["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9"],
    ]);
    expect(commits).toBe(1);
  });
});

describe("transactions that run one by one", () => {
  it("each see what those before them did, as if they had waited for them", async () => {
    const together = transactTogether(clinic);
    const addNext = () =>
      together.transaction(async (transaction) => {
        const [seen] = await transaction.query<{ count: number }>(
          sql`select count(*) from guichet.inbox where tenant = ${transaction.tenant}`,
        );
        await add(`e${seen?.count}`)(transaction);
      });
    await Promise.all([addNext(), addNext(), addNext()]);
    expect(await kept()).toEqual(["e0", "e1", "e2"]);
    expect(commits).toBe(1);
  });
});

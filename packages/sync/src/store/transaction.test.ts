import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failNth, openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import type { Database } from "./database.js";
import { postgresDatabase } from "./postgres-database.js";
import { sql, sqlOfLibrary } from "./sql.js";
import { inTransaction } from "./transaction.js";

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
  await store.asOwner(({ query }) =>
    query(sql`create table guichet.scratch (id integer primary key, said text)`),
  );
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

const rows = async (): Promise<readonly number[]> =>
  (
    await store.asOwner(({ query }) => query<{ id: number }>(sql`select id from guichet.scratch order by id`))
  ).map(({ id }) => id);

const add = (id: number): ReturnType<typeof sql> => sql`insert into guichet.scratch (id) values (${id})`;

describe("a transaction", () => {
  it("happens as a whole or not at all", async () => {
    await store.asOwner(({ query }) => query(add(1)));
    await expect(
      store.asOwner(async ({ query }) => {
        await query(add(2));
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await rows()).toEqual([1]);
  });

  it("does not pretend to be committed when a failure in it was overlooked", async () => {
    await expect(
      store.asOwner(async ({ query }) => {
        await query(add(2));
        await query(add(1)).catch(() => undefined);
      }),
    ).rejects.toMatchObject({ code: "already-exists" });
    expect(await rows()).toEqual([1]);
  });

  it("goes on after a contained part failed, without what that part did", async () => {
    await store.asOwner(async ({ query, contained }) => {
      await query(add(3));
      await contained(async () => {
        await query(add(4));
        await contained(() => query(add(1)));
      }).catch(() => undefined);
      await contained(() => query(add(5)));
    });
    expect(await rows()).toEqual([1, 3, 5]);
  });

  it("takes no statement once it has ended, from whoever did not wait for their own", async () => {
    let late: () => Promise<unknown> = () => Promise.resolve();
    const ended = store.asOwner(({ query }) => {
      late = () => query(add(7));
      throw new Error("no");
    });
    await expect(ended).rejects.toThrow("no");
    await expect(late()).rejects.toThrow("a transaction that has ended");
    expect(await rows()).toEqual([1, 3, 5]);
  });

  it("is run again when two waited for each other", async () => {
    let runs = 0;
    let arrived = 0;
    let letBothGo: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (letBothGo = resolve));
    const swap = (first: number, second: number): Promise<void> =>
      store.asOwner(async ({ query }) => {
        runs += 1;
        await query(sql`update guichet.scratch set said = 'x' where id = ${first}`);
        arrived += 1;
        if (arrived === 2) letBothGo();
        await both;
        await query(sql`update guichet.scratch set said = 'y' where id = ${second}`);
      });
    await Promise.all([swap(1, 3), swap(3, 1)]);
    // The one that gave way may get in the way again.
    expect(runs).toBeGreaterThanOrEqual(3);
  });

  const fails = (state: string): ReturnType<typeof sql> =>
    sqlOfLibrary(`do $$ begin raise exception 'a name' using errcode = '${state}'; end $$`, []);

  it.each(["40001", "40P01", "55P03"])("is run again when PostgreSQL gives up with %s", async (state) => {
    let runs = 0;
    const ended = store.asOwner(async ({ query }) => {
      runs += 1;
      await query(sql`update guichet.scratch set said = ${state} where id = 1`);
      if (runs < 3) await query(fails(state));
    });
    await expect(ended).resolves.toBeUndefined();
    expect(runs).toBe(3);
  });

  it("is not run again when the disk is full: that is told, and nothing of it is kept", async () => {
    let runs = 0;
    const ended = store.asOwner(async ({ query }) => {
      runs += 1;
      await query(add(8));
      await query(fails("53100"));
    });
    await expect(ended).rejects.toMatchObject({
      code: "store-full",
      message: "store: the disk is full (SQLSTATE 53100); make room",
    });
    expect(runs).toBe(1);
    expect(await rows()).toEqual([1, 3, 5]);
  });

  it("says that nobody knows when the answer to its commit was lost", async () => {
    for (const [failure, expected] of [
      ["before", [1, 3, 5]],
      ["lost", [1, 3, 5, 6]],
    ] as const) {
      // Connecting, begin, insert, commit.
      const faults = failNth(4, failure);
      const database = faults.database(postgresDatabase({ url: store.databaseUrl, connections: 1 }));
      await expect(inTransaction(database, [], ({ query }) => query(add(6)))).rejects.toMatchObject({
        code: "outcome-unknown",
      });
      await database.close();
      expect(await rows()).toEqual(expected);
    }
  });
});

describe("an error of the store", () => {
  it("holds nothing of what PostgreSQL says about rows and parameters", async () => {
    const canary = "canary-7f3a";
    const [constraint] = await Promise.all([
      store.asOwner(({ query }) =>
        query(sql`create table guichet.people (name text unique, born date, check (name <> 'nobody'))`),
      ),
    ]);
    expect(constraint).toEqual([]);
    await store.asOwner(({ query }) => query(sql`insert into guichet.people (name) values (${canary})`));
    for (const [statement, code] of [
      [sql`insert into guichet.people (name) values (${canary})`, "already-exists"],
      [sql`insert into guichet.people (born) values (${canary}::date)`, "value-refused"],
      [sql`insert into guichet.people (name) values (${`${canary}\0`})`, "text-refused"],
      [sql`insert into guichet.people (name) values (${`${canary}\ud800`})`, "text-refused"],
      [sql`select ${canary}::integer`, "value-refused"],
      [sql`select * from guichet.nowhere where name = ${canary}`, "store-failed"],
    ] as const) {
      const error: unknown = await store
        .asOwner(({ query }) => query(statement))
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code });
      const { inspect } = await import("node:util");
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(canary);
    }
  });
});

/** A database that answers in order, refuses one statement, and keeps what it was given. */
function databaseThatRefuses(refused: string): Database & { readonly given: readonly string[] } {
  const given: string[] = [];
  return {
    given,
    close: () => Promise.resolve(),
    connect: () =>
      Promise.resolve({
        run: async ({ text }) => {
          given.push(text);
          await new Promise((resolve) => setImmediate(resolve));
          if (text === refused) throw new Error("refused");
          return [];
        },
        release: (fate) => {
          given.push(fate);
        },
      }),
  };
}

describe("what a transaction sends together", () => {
  it.each(["begin", "select 'role'"])(
    "runs nothing of its work when this is refused: %s",
    async (refused) => {
      const database = databaseThatRefuses(refused);
      const work = inTransaction(database, [sql`select 'role'`], ({ query }) => query(sql`select 'work'`));
      await expect(work).rejects.toThrow("refused");
      expect(database.given).toEqual(["begin", "select 'role'", "rollback", "keep"]);
    },
  );

  it("fails when what it contains could not be set apart", async () => {
    const database = databaseThatRefuses("savepoint contained_1");
    const work = inTransaction(database, [], ({ contained, query }) =>
      contained(() => query(sql`select 'work'`)),
    );
    await expect(work).rejects.toThrow("refused");
    expect(database.given).not.toContain("commit");
  });
});

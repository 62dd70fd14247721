import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { stopTestServers, testServer } from "../../testing/index.js";
import type { Database } from "../database.js";
import { postgresDatabase } from "../postgres-database.js";
import { prepareDatabase } from "../postgres-store.js";
import { sql } from "../sql.js";
import { inTransaction } from "../transaction.js";
import { migrate } from "./migrate.js";
import type { Migration } from "./migration.js";
import { migrations } from "./migrations.js";

let url: string;
let database: Database;

beforeEach(async () => {
  url = await (await testServer(false)).newDatabase();
  database = postgresDatabase({ url, connections: 12 });
});

afterEach(async () => {
  await database.close();
  await (await testServer(false)).dropDatabase(url);
});

afterAll(stopTestServers);

const empty = (): Promise<unknown> =>
  inTransaction(database, [], ({ query }) => query(sql`drop schema guichet cascade`));

const applied = (): Promise<readonly object[]> =>
  inTransaction(database, [], ({ query }) =>
    query(sql`select number from guichet.migrations order by number`),
  );

const more: Migration = {
  number: migrations.length + 1,
  name: "more",
  statement: sql`create table guichet.more (id integer)`,
};

describe("migrating", () => {
  it("numbers what it has from 1 on, without a gap", () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it("happens once, whoever starts at the same time", async () => {
    await empty();
    await Promise.all(Array.from({ length: 5 }, () => prepareDatabase(database)));
    expect(await applied()).toHaveLength(migrations.length);
  });

  it("refuses a migration that was changed since it was applied, and one it does not know", async () => {
    const changed = migrations.map((one) => (one.number === 3 ? { ...one, statement: sql`select 1` } : one));
    await expect(migrate(database, changed)).rejects.toMatchObject({ code: "schema-changed" });
    await expect(migrate(database, migrations.slice(0, -1))).rejects.toMatchObject({ code: "schema-newer" });
    await migrate(database, migrations);
  });

  it("takes the same text with other indentation for the same", async () => {
    await migrate(database, [...migrations, more]);
    await migrate(database, [
      ...migrations,
      {
        ...more,
        statement: sql`create table
      guichet.more (id integer)`,
      },
    ]);
  });

  it("leaves nothing half done", async () => {
    const broken: Migration = {
      number: more.number + 1,
      name: "broken",
      statement: sql`select 1 from nowhere`,
    };
    await expect(migrate(database, [...migrations, more, broken])).rejects.toMatchObject({
      code: "store-failed",
    });
    expect(await applied()).toHaveLength(migrations.length);
  });
});

import { afterAll, expect, it, onTestFinished } from "vitest";
import { openTestStore, stopTestServers } from "../../testing/index.js";
import { sql } from "../sql.js";
import { schemaIsCurrent } from "./schema-is-current.js";

afterAll(stopTestServers);

it.each([
  ["a newer version was there", sql`insert into guichet.migrations values (1000, 'newer', '0')`],
  [
    "an older copy was put in its place",
    sql`delete from guichet.migrations where number = (select max(number) from guichet.migrations)`,
  ],
  ["a migration is another", sql`update guichet.migrations set hash = '0' where number = 1`],
])("a schema is current until %s", async (_, change) => {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  expect(await schemaIsCurrent(store)).toBe(true);
  await store.asOwner(({ query }) => query(change));
  expect(await schemaIsCurrent(store)).toBe(false);
});

import { openHistoryDatabase, stopTestServers, type HistoryDatabase } from "@guichet/sync/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playHistory } from "./history.js";
import { plantedBugs } from "./planted-bugs.js";

/** Within so many histories each of them must be noticed. */
const seedsAtMost = 30;

let database: HistoryDatabase;
beforeAll(async () => {
  database = await openHistoryDatabase();
});
afterAll(async () => {
  await database.close();
  await stopTestServers();
});

describe("a bug that is planted is found", () => {
  it.each(plantedBugs)("$name", { timeout: 600_000 }, async (planted) => {
    let found: string | undefined;
    for (let seed = 1; seed <= seedsAtMost && found === undefined; seed += 1)
      found = (await playHistory({ seed, database, planted })).broken?.invariant;
    expect(planted.foundBy).toContain(found);
  });
});

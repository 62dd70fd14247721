import { databaseOfFile } from "@guichet/sync/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantedBugs } from "./planted-bugs.js";
import { playHistory } from "./play-history.js";

/** Within so many histories each of them must be noticed. */
const seedsAtMost = 20;

const database = databaseOfFile({ beforeAll, afterAll });

const named = plantedBugs.map((planted) => [planted.name, planted] as const);

describe("a bug that is planted is found", () => {
  it.each(named)("%s", { timeout: 600_000 }, async (_name, planted) => {
    let found: string | undefined;
    for (let seed = 1; seed <= seedsAtMost && found === undefined; seed += 1)
      found = (await playHistory({ seed, database: database(), planted })).broken?.invariant;
    expect(planted.foundBy).toContain(found);
  });
});

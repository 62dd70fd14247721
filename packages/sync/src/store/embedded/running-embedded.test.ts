import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../open-store.js";
import { keysInFile } from "../sealing/key-file.js";
import { runningEmbedded } from "./running-embedded.js";

it("another process finds the PostgreSQL that runs in a folder, and none where none runs", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "guichet-test-"));
  onTestFinished(async () => {
    for (const path of [dataFolder, `${dataFolder}.keys`]) await rm(path, { recursive: true, force: true });
  });
  expect(await runningEmbedded(dataFolder)).toBeUndefined();

  const store = await openStore({ dataFolder, jurisdiction: "FR" });
  await store.addTenant({ id: "lyon", jurisdiction: "FR" });
  const databaseUrl = (await runningEmbedded(dataFolder)) ?? "";
  const other = await openStore({
    databaseUrl,
    keys: await keysInFile(`${dataFolder}.keys`),
    jurisdiction: "FR",
  });
  expect(await other.tenants()).toEqual([{ id: "lyon", jurisdiction: "FR" }]);
  await other.close();
  await store.close();

  expect(await runningEmbedded(dataFolder)).toBeUndefined();
});

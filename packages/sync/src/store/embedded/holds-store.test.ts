import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { holdsStore } from "./holds-store.js";

it("a data folder holds a store once its PostgreSQL is made, and not while it is half made", async () => {
  const folder = await mkdtemp(join(tmpdir(), "guichet-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  expect(await holdsStore(join(folder, "nowhere"))).toBe(false);
  await mkdir(join(folder, "postgres.draft"));
  expect(await holdsStore(folder)).toBe(false);
  await mkdir(join(folder, "postgres"));
  expect(await holdsStore(folder)).toBe(true);
});

it("what cannot be looked into may hold one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "guichet-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "data"), "");
  expect(await holdsStore(join(folder, "data"))).toBe(true);
});

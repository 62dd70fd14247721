import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { runningEmbedded } from "@guichet/sync";
import { openTestStore, seededRandom, stopTestServers } from "@guichet/sync/testing";
import { notesPlatform, type NotesPlatform } from "./notes-platform.fixture.js";
import { scriptOf, type Script, type StartedProcess } from "./start-process.js";

const kills = Number(process.env["GUICHET_KILLS"] ?? 10);
const perProcess = 40;

let script: Script;
let platform: NotesPlatform;

beforeAll(async () => {
  script = await scriptOf("worker-process.fixture.ts");
  platform = await notesPlatform();
});

afterAll(async () => {
  await script.remove();
  await platform.close();
  await stopTestServers();
});

const patiently = { timeout: 60_000, interval: 50 };

const isReady = (worker: StartedProcess): Promise<unknown> =>
  expect.poll(() => worker.lines.includes("ready") || worker.errors(), patiently).toBe(true);

const acknowledgedBy = (worker: StartedProcess): readonly string[] =>
  worker.lines.flatMap((line) =>
    line.startsWith("acknowledged ") ? [line.slice("acknowledged ".length)] : [],
  );

/** Kills a worker somewhere between its first acknowledgement and its last; what it acknowledged. */
async function killUnderLoad(worker: StartedProcess, share: number): Promise<readonly string[]> {
  const after = Math.ceil(share * (perProcess - 1));
  await expect
    .poll(() => acknowledgedBy(worker).length, { ...patiently, interval: 1 })
    .toBeGreaterThanOrEqual(after);
  await worker.kill();
  return acknowledgedBy(worker);
}

/** Every acknowledged intent was carried out once, and none twice. */
async function expectTruth(acknowledged: readonly string[], of: string): Promise<void> {
  const carriedOut = (): readonly string[] =>
    platform.journal.filter((reference) => reference.startsWith(of));
  await expect
    .poll(() => acknowledged.filter((reference) => !carriedOut().includes(reference)), patiently)
    .toEqual([]);
  expect(carriedOut()).toHaveLength(new Set(carriedOut()).size);
}

describe("a worker that is killed under load", () => {
  it(`loses no acknowledged work and doubles none, ${kills} times, with another on the same store`, async () => {
    const store = await openTestStore({ fsync: true });
    onTestFinished(() => store.close());
    const random = seededRandom(7);
    const acknowledged: string[] = [];
    const start = (number: number): StartedProcess =>
      script.start(store.databaseUrl, platform.url, `shared-${number}`, `${perProcess}`);
    let other = start(0);
    await isReady(other);
    for (let kill = 1; kill <= kills; kill += 1) {
      const next = start(kill);
      await isReady(next);
      acknowledged.push(...(await killUnderLoad(other, random.next())));
      other = next;
    }
    await expect.poll(() => acknowledgedBy(other).length, patiently).toBe(perProcess);
    acknowledged.push(...acknowledgedBy(other));
    await expectTruth(acknowledged, "shared-");
    await other.terminate();
    expect([other.exitCode(), other.errors()]).toEqual([0, ""]);
  });

  it("leaves a data folder that the next one takes over, with nothing lost or doubled", async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "guichet-killed-"));
    onTestFinished(async () => {
      await rm(dataFolder, { recursive: true, force: true });
      await rm(`${dataFolder}.keys`, { force: true });
    });
    const random = seededRandom(8);
    const acknowledged: string[] = [];
    for (let kill = 1; kill <= Math.ceil(kills / 3); kill += 1) {
      const worker = script.start(dataFolder, platform.url, `folder-${kill}`, `${perProcess}`);
      await isReady(worker);
      acknowledged.push(...(await killUnderLoad(worker, random.next())));
    }
    const last = script.start(dataFolder, platform.url, "folder-last", "5");
    await isReady(last);
    await expect.poll(() => acknowledgedBy(last).length, patiently).toBe(5);
    acknowledged.push(...acknowledgedBy(last));
    await expectTruth(acknowledged, "folder-");
    await last.terminate();
    expect([last.exitCode(), last.errors()]).toEqual([0, ""]);
  });

  it("leaves no PostgreSQL running that nobody would stop", async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "guichet-killed-"));
    onTestFinished(async () => {
      await rm(dataFolder, { recursive: true, force: true });
      await rm(`${dataFolder}.keys`, { force: true });
    });
    const worker = script.start(dataFolder, platform.url, "alone", "1");
    await isReady(worker);
    expect(await runningEmbedded(dataFolder)).toContain("postgres://");
    await worker.kill();
    await expect.poll(() => runningEmbedded(dataFolder), patiently).toBeUndefined();
  });
});

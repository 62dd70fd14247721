import { afterAll, beforeAll, expect, it } from "vitest";
import { carrierFor } from "../intents/carrier.js";
import { deliverIntent } from "../intents/deliver-intent.js";
import { benchPlatform } from "../intents/intents.fixture.js";
import { recordIntent } from "../intents/record-intent.js";
import type { Observation } from "../observe/observation.js";
import { surroundingsOfProcess } from "../surroundings-of-process.js";
import { openTestStore, seededRandom, stopTestServers, type TestStore } from "../testing/index.js";
import { tellQueued } from "./tell-queued.js";

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
  await store.stopClock("2026-11-21T09:00:00Z");
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

it("what waits is told with its age, for its own clinic alone, and once more when it is no more", async () => {
  const clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  const other = await store.addTenant({ id: "clinic-b", jurisdiction: "FR" });
  const note = { kind: "note", reference: "1", payload: {}, decision: null };
  const { id } = await clinic.transaction((transaction) => recordIntent(transaction, note));
  await other.transaction((transaction) => recordIntent(transaction, note));
  await store.stepClock(40);

  const told: Observation[] = [];
  const { run } = tellQueued((observation) => told.push(observation));
  const { signal } = new AbortController();
  const tell = async (): Promise<readonly Observation[]> => {
    told.length = 0;
    await run(clinic, signal);
    return [...told];
  };
  const queued = { event: "intents-queued", tenant: "clinic-a", kind: "note", state: "pending" };
  expect(await tell()).toEqual([{ ...queued, count: 1, seconds: 40 }]);

  const carrier = carrierFor(benchPlatform().outlet);
  const { clock } = surroundingsOfProcess();
  await deliverIntent(clinic, id, { carriers: [carrier], clock, random: seededRandom(1) });
  expect(await tell()).toEqual([{ ...queued, count: 0, seconds: 0 }]);
  expect(await tell()).toEqual([]);
});

import { GuichetError } from "@guichet/rules";
import type { FeedItem, FeedPage } from "../../platform/feed.js";
import type { SimulatedClock } from "../../simulator/simulated-clock.js";
import type { FeedUnderTest, RecordOfTruth, Stage } from "./adapter-under-test.js";
import { holds } from "./contract-breach.js";
import { contractFaults } from "./contract-faults.js";
import { refuseCanaries } from "./refuse-canaries.js";
import { untilSettled } from "./until-settled.js";

export interface FeedScene {
  readonly stage: Stage;
  readonly feed: FeedUnderTest;
  readonly clock: SimulatedClock;
}

export interface FeedCheck {
  readonly name: string;
  readonly run: (scene: FeedScene) => Promise<void>;
}

interface Reading {
  readonly items: readonly FeedItem[];
  readonly cursor: string | undefined;
}

/** Reads every page; an error must be one of ours and tell nothing personal. */
async function drain(
  { stage, clock }: FeedScene,
  page: (next: string | undefined) => Promise<FeedPage>,
): Promise<Reading | { readonly failed: string }> {
  const items: FeedItem[] = [];
  let next: string | undefined;
  try {
    for (;;) {
      const read = await untilSettled(page(next), clock);
      items.push(...read.items);
      next = read.next;
      if (next === undefined) {
        refuseCanaries(stage, items);
        return { items, cursor: read.cursor };
      }
    }
  } catch (error) {
    refuseCanaries(stage, error);
    holds(GuichetError.isInstance(error), "an error without a code", "throw a GuichetError");
    holds(error.code !== "contract-broken", error.message, "keep to the contract");
    return { failed: error.code };
  }
}

/** One for each reading: requests hold on to theirs. */
const unhurried = (): AbortSignal => new AbortController().signal;

const everything = (scene: FeedScene) =>
  drain(scene, (next) => scene.feed.feed.everything(next, unhurried()));

const changes = (scene: FeedScene, since: string | undefined) =>
  drain(scene, (next) => scene.feed.feed.changes(since, next, unhurried()));

/** Of each record its latest version. */
function latest(items: readonly FeedItem[]): ReadonlyMap<string, FeedItem> {
  const byId = new Map<string, FeedItem>();
  for (const item of items) {
    const known = byId.get(item.remoteId);
    if (known === undefined || known.version <= item.version) byId.set(item.remoteId, item);
  }
  return byId;
}

function holdsAll(items: readonly FeedItem[], truth: readonly RecordOfTruth[], what: string): void {
  const read = latest(items);
  for (const { remoteId, status } of truth) {
    const item = read.get(remoteId);
    holds(item !== undefined, `${what} leaves out a record`, "throw rather than give a short list");
    holds(item.status === status, `${what} shows another status`, "give each record as it stands");
  }
}

function succeeded(reading: Reading | { readonly failed: string }, what: string): asserts reading is Reading {
  holds(!("failed" in reading), `${what} failed though nothing is wrong`, "read what can be read");
}

function stirOften({ feed }: FeedScene, times: number): void {
  for (let time = 0; time < times; time += 1) feed.stir();
}

export const feedChecks: readonly FeedCheck[] = [
  {
    name: "reads everything as it is on the platform",
    run: async (scene) => {
      stirOften(scene, 230);
      const reading = await everything(scene);
      succeeded(reading, "a full reading");
      const truth = scene.feed.truth();
      holds(truth.length > 0, "the platform holds nothing", "let stir make records");
      holdsAll(reading.items, truth, "a full reading");
      const ids = new Set(truth.map(({ remoteId }) => remoteId));
      const isTrue = reading.items.every(({ remoteId }) => ids.has(remoteId));
      holds(isTrue, "a full reading shows what is not there", "give each record as it stands");
    },
  },
  {
    name: "follows changes from the first one on, and skips none",
    run: async (scene) => {
      const mirror: FeedItem[] = [];
      let cursor: string | undefined;
      for (let pull = 0; pull < 8; pull += 1) {
        stirOften(scene, pull === 0 ? 120 : 7);
        const reading = await changes(scene, cursor);
        succeeded(reading, "a reading of changes");
        holds(reading.cursor !== undefined, "no cursor at the end", "say where the next reading starts");
        cursor = reading.cursor;
        mirror.push(...reading.items);
        holdsAll(mirror, scene.feed.truth(), "what changes came to");
        await scene.clock.advance(5_000);
      }
    },
  },
  {
    name: "keeps its place when nothing changed",
    run: async (scene) => {
      stirOften(scene, 3);
      await scene.clock.advance(3_600_000);
      const first = await changes(scene, undefined);
      succeeded(first, "a reading of changes");
      const second = await changes(scene, first.cursor);
      succeeded(second, "a reading of changes");
      holds(second.cursor !== undefined, "no cursor at the end", "say where the next reading starts");
      stirOften(scene, 3);
      const third = await changes(scene, second.cursor);
      succeeded(third, "a reading of changes");
      holdsAll([...first.items, ...third.items], scene.feed.truth(), "what changes came to");
    },
  },
  {
    name: "is not read short when records come and go between its pages",
    run: async (scene) => {
      stirOften(scene, 330);
      for (const read of [everything, (on: FeedScene) => changes(on, undefined)]) {
        const before = scene.feed.truth();
        scene.stage.faults.before({ times: 4, method: "GET" }, () => stirOften(scene, 16));
        const reading = await read(scene);
        scene.stage.faults.clear();
        if ("failed" in reading) continue;
        const ids = new Set(reading.items.map(({ remoteId }) => remoteId));
        const after = new Set(scene.feed.truth().map(({ remoteId }) => remoteId));
        const isWhole = before.every(({ remoteId }) => ids.has(remoteId) || !after.has(remoteId));
        holds(isWhole, "a reading leaves out a record", "throw when a list moves while it is read");
      }
    },
  },
  ...contractFaults.map(({ name, fault }) => ({
    name: `is read whole or not at all when ${name}, and is whole again afterwards`,
    run: async (scene: FeedScene) => {
      stirOften(scene, 130);
      for (const read of [everything, (on: FeedScene) => changes(on, undefined)]) {
        for (const times of [1, Infinity]) {
          scene.stage.faults.plan(fault, { times });
          const reading = await read(scene);
          if (!("failed" in reading)) holdsAll(reading.items, scene.feed.truth(), "a reading under a fault");
          scene.stage.faults.clear();
        }
        const afterwards = await read(scene);
        succeeded(afterwards, "a reading after the fault");
        holdsAll(afterwards.items, scene.feed.truth(), "a reading after the fault");
      }
    },
  })),
];

import { seededRandom, type Fault } from "@guichet/sync/simulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bulkWishes } from "./bulk-wishes.js";
import { databaseOfFile } from "@guichet/sync/testing";
import { Simulation } from "./simulation.js";
import { WorkerAtWork, type Departure } from "./worker-at-work.js";

const database = databaseOfFile({ beforeAll, afterAll });
const startsAt = Date.parse("2026-06-01T05:00:00Z");
/** Minutes: wishes come for fifteen of them, and for ten the platform turns everything away. */
const [outageFrom, outageTo, wishesTo, end] = [1, 11, 15, 26];
/** Intents that wait when a worker starts; 10,000 for the figure in docs/reliability.md. */
const pending = Number(process.env["GUICHET_PENDING"] ?? 150);

async function openSimulation(): Promise<Simulation> {
  await database().clear();
  const honours = { idempotencyKeys: false, notes: true, versions: false };
  const random = seededRandom(5);
  const simulation = new Simulation({ seed: 5, startsAt, random, honours, database: database() });
  await simulation.open();
  return simulation;
}

const statesIn = ({ watch }: Simulation): readonly string[] => [
  ...new Set(watch.rows("intents").map(({ state }) => String(state))),
];

interface Played {
  readonly departures: readonly Departure[];
  readonly states: readonly string[];
  readonly perMinute: readonly number[];
}

/** A wish every five seconds, and a worker at work. */
async function play(fault?: Fault): Promise<Played> {
  const simulation = await openSimulation();
  const { faults } = simulation.place.simulator;
  const worker = new WorkerAtWork(simulation);
  const wishes = bulkWishes(simulation);
  worker.start();
  for (let second = 0; second < end * 60; second += 5) {
    if (fault && second === outageFrom * 60) faults.plan(fault, { times: Infinity });
    if (second === outageTo * 60) faults.clear();
    const { value: wish } = wishes.next();
    if (second < wishesTo * 60 && wish) simulation.begin(wish);
    await simulation.turns.advance(5_000);
    simulation.sawPlatform();
  }
  await worker.stop();
  const { departures } = worker;
  const perMinute = Array.from(
    { length: end },
    (_, minute) => departures.filter(inMinutes(minute, minute + 1)).length,
  );
  const states = statesIn(simulation);
  await simulation.end();
  return { departures, states, perMinute };
}

const inMinutes =
  (from: number, to: number) =>
  ({ atMillis }: Departure): boolean =>
    startsAt + from * 60_000 <= atMillis && atMillis < startsAt + to * 60_000;

describe("ten minutes in which a platform turns everything away", () => {
  const turnsAway: readonly Fault[] = [
    { kind: "status", status: 503, effect: false },
    { kind: "status", status: 429, effect: false, retryAfter: "30" },
  ];
  let normal: Played | undefined;

  it.each(turnsAway)("cost hardly more requests, and no second wave follows: $status", async (fault) => {
    normal ??= await play();
    const { departures, states, perMinute } = await play(fault);
    expect([normal.states, states]).toEqual([["done"], ["done"]]);

    const isDuring = inMinutes(outageFrom, outageTo);
    const turnedAway = departures.filter(isDuring);
    expect(new Set(turnedAway.map(({ answer }) => answer?.status))).toEqual(
      new Set([fault.kind === "status" ? fault.status : 0]),
    );
    expect(turnedAway.length).toBeLessThanOrEqual(1.1 * normal.departures.filter(isDuring).length);
    expect(departures.length - turnedAway.length).toBeLessThanOrEqual(1.1 * normal.departures.length);
    expect(Math.max(...perMinute.slice(outageTo))).toBeLessThanOrEqual(Math.max(...normal.perMinute));
  });
});

describe("a worker that starts while many intents wait", () => {
  it("begins at once, has as many requests under way as it may, and sends each once", async () => {
    const simulation = await openSimulation();
    const wishes = bulkWishes(simulation);
    for (let count = 0; count < pending; count += 1) {
      const { value: wish } = wishes.next();
      if (wish) await simulation.finish(wish);
    }
    const { faults } = simulation.place.simulator;
    faults.plan({ kind: "answer-delayed", millis: 300 }, { times: Infinity });
    const startedAt = simulation.turns.now();
    const worker = new WorkerAtWork(simulation);
    worker.start();
    while (statesIn(simulation).join() !== "done") await simulation.turns.advance(1_000);
    await worker.stop();
    await simulation.end();

    const sent = worker.departures.filter(({ method }) => method === "POST /api/v2/appointments");
    expect(sent).toHaveLength(pending);
    expect((sent[0]?.atMillis ?? Infinity) - startedAt).toBeLessThan(2_000);
    expect(mostAtOnce(sent)).toBe(16);
    for (const { tenant } of sent) {
      expect(mostAtOnce(sent.filter((one) => one.tenant === tenant))).toBeLessThanOrEqual(8);
    }
  });
});

/** How many of them were under way at once. */
function mostAtOnce(departures: readonly Departure[]): number {
  const underWay = (atMillis: number): number =>
    departures.filter((one) => one.atMillis <= atMillis && atMillis < (one.answer?.atMillis ?? Infinity))
      .length;
  return Math.max(...departures.map(({ atMillis }) => underWay(atMillis)));
}

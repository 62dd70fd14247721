import type { Random } from "@guichet/sync";
import { seededRandom } from "@guichet/sync/simulator";
import type { HistoryDatabase, Step } from "@guichet/sync/testing";
import type { TorturedClinic } from "./clinics.js";
import { comeToRest } from "./come-to-rest.js";
import type { Deed } from "./deed.js";
import { Simulation } from "./simulation.js";

/** How a step fails. After the first two its process has ended, and another one goes on over the same database. */
export type Crash = "ends-before" | "ends-after" | "answer-lost";

/** The run with its n-th step failing. */
export interface CrashRun {
  /** Steps of the run, as far as it came. */
  readonly steps: number;
  readonly crashed: Step | undefined;
  readonly states: readonly string[];
}

/** Where a story takes place, and a way to do something again of which nothing was heard. */
export interface Scene {
  readonly simulation: Simulation;
  readonly clinic: TorturedClinic;
  readonly random: Random;
  readonly insist: (deed: Deed) => Promise<void>;
}

/** What happens in a run: first what never fails, then what it gives back, in which any step may. */
export type Story = (scene: Scene) => Promise<() => Promise<void>>;

/**
 * Plays a story: each step of it is a connection, a statement, a commit, a request or the end of a sleep. With `nth` left
 * out nothing fails.
 */
export async function runOnce(
  database: HistoryDatabase,
  story: Story,
  crash: Crash,
  nth?: number,
  write?: (line: string) => void,
): Promise<CrashRun> {
  await database.clear();
  const startsAt = Date.parse("2026-06-01T05:00:00Z");
  const random = seededRandom(7);
  const honours = { idempotencyKeys: false, notes: true, versions: false };
  let steps = 0;
  let isUnderWay = false;
  let crashed: Step | undefined;
  const simulation = new Simulation({
    seed: 7,
    startsAt,
    random,
    honours,
    database,
    clinics: 1,
    write,
    step: (step) => {
      // Nobody answers a sleep.
      if (!isUnderWay || (step.name === "sleep" && crash === "answer-lost")) return;
      steps += 1;
      if (steps !== nth) return;
      crashed = step;
      simulation.fates.plan({ kind: "crash", fate: crash, fits: (one) => one === step, after: 0 });
    },
  });
  try {
    await simulation.open();
    const [clinic] = simulation.place.clinics;
    if (!clinic) throw new TypeError("no clinic");
    const goesOn = await story({
      simulation,
      clinic,
      random,
      insist: (deed) => insist(simulation, deed),
    });
    isUnderWay = true;
    await goesOn();
    isUnderWay = false;
    await comeToRest(simulation);
    return { steps, crashed, states: simulation.watch.rows("intents").map((row) => String(row["state"])) };
  } finally {
    await simulation.end();
  }
}

/** Does it, and when nothing is heard of it, once more. */
async function insist(simulation: Simulation, deed: Deed): Promise<void> {
  await simulation.finish(deed);
  if (simulation.unheard.pop()) await simulation.finish(deed);
  await simulation.turns.advance(1_000);
}

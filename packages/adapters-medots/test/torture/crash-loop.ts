import { seededRandom } from "@guichet/sync/simulator";
import type { HistoryDatabase, Step } from "@guichet/sync/testing";
import { drawSlot } from "./clinics.js";
import { comeToRest } from "./come-to-rest.js";
import type { Deed } from "./deed.js";
import { requestDeed } from "./deeds/request-deed.js";
import { callDeed, offerDeed, waitDeed } from "./deeds/waitlist-deeds.js";
import { deliverDeed, pullDeed, reconcileDeed } from "./deeds/worker-deeds.js";
import { Draws } from "./draws.js";
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

/**
 * From a wish to a booking, and from a cancellation on the platform to somebody on the waitlist who is called and booked:
 * each step of it is a connection, a statement, a commit, a request or the end of a sleep. With `nth` left out nothing fails.
 */
export async function runOnce(
  database: HistoryDatabase,
  crash: Crash,
  nth?: number,
  write?: (line: string) => void,
): Promise<CrashRun> {
  await database.clear();
  const startsAt = Date.parse("2026-06-01T05:00:00Z");
  const random = seededRandom(7);
  const draws = new Draws(random);
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
    const slot = drawSlot(random, clinic, startsAt, "at-work");
    const [first = 0, second = 0] = clinic.patients;
    const { service, specialty } = slot;
    isUnderWay = true;
    await insist(
      simulation,
      requestDeed(simulation, clinic, {
        reference: random.uuid(),
        slot,
        isChosen: true,
        patient: { clientId: first },
        priority: 0,
      }),
    );
    await insist(simulation, deliverDeed(simulation, clinic, "worker-1"));
    await insist(simulation, pullDeed(simulation, clinic, "worker-1"));
    await insist(
      simulation,
      waitDeed(simulation, clinic, {
        id: random.uuid(),
        patient: second,
        service,
        specialty,
        priority: draws.upTo(2),
      }),
    );
    for (const { id } of simulation.place.simulator.world.appointments.values())
      simulation.place.simulator.world.change(id, { status: "cancelled" }, "staff");
    await insist(simulation, pullDeed(simulation, clinic, "worker-2"));
    await insist(simulation, offerDeed(clinic));
    await insist(simulation, callDeed(simulation, clinic, { outcome: "agreed", place: 0, minutes: 1 }));
    await insist(simulation, deliverDeed(simulation, clinic, "worker-2"));
    await insist(simulation, reconcileDeed(simulation, clinic, "worker-1"));
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

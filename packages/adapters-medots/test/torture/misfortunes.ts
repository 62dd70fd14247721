import { drawFault } from "@guichet/sync/simulator";
import { isAny, isAsked, isCommit, isRequest, type Draws } from "@guichet/sync/testing";
import type { Deed, Role } from "./deed.js";
import { deliverDeed } from "./deeds/worker-deeds.js";
import type { Simulation } from "./simulation.js";
import type { Staff } from "./staff.js";

const oneHour = 3_600_000;

/** What a history may have in store besides the platform's own faults, which are drawn most often. */
const kinds = [
  ...(["platform", "platform", "platform", "platform", "strike", "outage"] as const),
  ...(["process-ended", "process-ended", "commit-ended", "commit-unanswered"] as const),
  ...(["connection-lost", "request-unanswered", "clock-step", "pause", "lease-lost"] as const),
  ...(["edited-between", "re-created", "listed-too-little", "listed-too-little"] as const),
];

/** Has something go wrong, now or at one of the next steps. */
export function befall(simulation: Simulation, draws: Draws, staff: Staff): void {
  const { fates, turns, place } = simulation;
  const { faults, world } = place.simulator;
  const role = draws.oneOf<Role>(["desk", "worker-1", "worker-2"]);
  const process = simulation.processOf(role);
  const after = draws.upTo(12);
  const kind = draws.oneOf(kinds);
  simulation.note(`in store: ${kind}`);
  switch (kind) {
    case "platform":
      faults.plan(
        drawFault(draws.random),
        draws.happens(0.5) ? { method: draws.oneOf(["POST", "PATCH"]) } : {},
      );
      return;
    case "strike":
      for (let left = 2 + draws.upTo(4); left > 0; left -= 1) faults.plan(drawFault(draws.random));
      return;
    case "outage": {
      const status = draws.oneOf([429, 503] as const);
      const retryAfter = draws.happens(0.5) ? { retryAfter: "30" } : {};
      faults.plan({ kind: "status", status, effect: false, ...retryAfter }, { times: 5 + draws.upTo(10) });
      return;
    }
    case "process-ended":
      fates.plan({ kind, fate: draws.oneOf(["ends-before", "ends-after"]), process, fits: isAny, after });
      return;
    case "commit-ended":
      fates.plan({
        kind: "process-ended",
        fate: draws.oneOf(["ends-before", "ends-after"]),
        fits: isCommit,
        after: after % 4,
      });
      return;
    case "commit-unanswered":
      fates.plan({ kind, fate: draws.oneOf(["answer-lost", "fails"]), fits: isCommit, after: after % 4 });
      return;
    case "connection-lost":
      fates.plan({ kind, fate: "fails", fits: isAsked, after });
      return;
    case "request-unanswered":
      fates.plan({ kind, fate: draws.oneOf(["answer-lost", "fails"]), fits: isRequest, after: after % 3 });
      return;
    case "clock-step":
      simulation.stepClock(role, draws.oneOf([-oneHour, oneHour, 0]));
      simulation.met(kind);
      return;
    case "pause":
      turns.pause(process, (30 + draws.upTo(200)) * 1_000);
      simulation.met(kind);
      return;
    case "lease-lost":
      loseLease(simulation, draws);
      return;
    case "edited-between":
      simulation.line.beforeRequest = ({ method, url }) => {
        if (method !== "PATCH") return;
        simulation.line.beforeRequest = undefined;
        const id = Number(/\/appointments\/(\d+)$/.exec(new URL(url).pathname)?.[1]);
        if (world.change(id, { clientComment: "called back" }, "staff")) simulation.met(kind);
      };
      return;
    case "listed-too-little":
      simulation.line.hide(draws.oneOf([0.4, 0.8, 1]), (20 + draws.upTo(60)) * 60_000);
      return;
    case "re-created":
      if (staff.bringBack()) simulation.met(kind);
      return;
  }
}

/**
 * A worker stops between a request and what it would write down of it, for longer than its lease; another one comes to the same
 * intents meanwhile, and the platform takes its time.
 */
function loseLease(simulation: Simulation, draws: Draws): void {
  const { fates, turns, place } = simulation;
  const clinic = draws.oneOf(place.clinics);
  const process = simulation.processOf("worker-1");
  const pausedMillis = (61 + draws.upTo(70)) * 1_000;
  const happen = (): void => {
    turns.pause(process, pausedMillis);
  };
  fates.plan({ kind: "pause", fate: "goes", process, fits: isRequest, after: draws.upTo(3), happen });
  for (let count = 0; count < 4; count += 1)
    place.simulator.faults.plan({ kind: "answer-delayed", millis: (5 + draws.upTo(20)) * 1_000 });
  simulation.begin(deliverDeed(simulation, clinic, "worker-1"));
  for (const seconds of [30, 62, 90, 130])
    simulation.begin(later(deliverDeed(simulation, clinic, "worker-2"), seconds));
}

/** The same, so many seconds later. */
function later(deed: Deed, seconds: number): Deed {
  const run: Deed["run"] = async (bench) => {
    await bench.process.surroundings.clock.sleep(seconds * 1_000);
    return deed.run(bench);
  };
  return { ...deed, run };
}

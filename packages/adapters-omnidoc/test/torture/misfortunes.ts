import { nextStates } from "@guichet/adapters-omnidoc";
import { drawFault } from "@guichet/sync/simulator";
import { isAny, isAsked, isCommit, isRequest } from "@guichet/sync/testing";
import type { OpinionClinic } from "./clinics.js";
import type { Role, Simulation } from "./simulation.js";
import { workDeed } from "./worker-deeds.js";

const oneHour = 3_600_000;

/** What a history may have in store besides the faults of platforms, which are drawn most often. */
const kinds = [
  ...(["platform", "platform", "platform", "platform", "strike", "outage"] as const),
  ...(["process-ended", "process-ended", "commit-ended", "commit-unanswered", "connection-lost"] as const),
  ...(["request-unanswered", "clock-step", "pause", "lease-lost", "moved-between", "page-torn"] as const),
];

/** Has something go wrong, now or at one of the next steps. */
export function befall(simulation: Simulation): void {
  const { draws, fates, turns, clinics, line } = simulation;
  const clinic = draws.oneOf(clinics);
  const { faults } = clinic.simulator;
  const role = draws.oneOf<Role>(["desk-1", "desk-2", "worker-1", "worker-2"]);
  const process = simulation.processOf(role);
  const after = draws.upTo(20);
  const kind = draws.oneOf(kinds);
  simulation.note(`in store: ${kind}`);
  switch (kind) {
    case "platform":
      meet(simulation, clinic);
      return;
    case "strike":
      for (let left = 2 + draws.upTo(4); left > 0; left -= 1) meet(simulation, clinic);
      return;
    case "outage": {
      const status = draws.oneOf([429, 500, 503] as const);
      faults.plan({ kind: "status", status, effect: false }, { times: 5 + draws.upTo(10) });
      return;
    }
    case "process-ended":
      fates.plan({ kind, fate: draws.oneOf(["ends-before", "ends-after"]), process, fits: isAny, after });
      return;
    case "commit-ended": {
      const fate = draws.oneOf(["ends-before", "ends-after"] as const);
      fates.plan({ kind: "process-ended", fate, fits: isCommit, after: after % 6 });
      return;
    }
    case "commit-unanswered":
      fates.plan({ kind, fate: draws.oneOf(["answer-lost", "fails"]), fits: isCommit, after: after % 6 });
      return;
    case "connection-lost":
      fates.plan({ kind, fate: "fails", fits: isAsked, after });
      return;
    case "request-unanswered":
      fates.plan({ kind, fate: draws.oneOf(["answer-lost", "fails"]), fits: isRequest, after: after % 3 });
      return;
    case "clock-step":
      simulation.stepClock(role, draws.oneOf([-oneHour, oneHour, 120_000, 0]));
      simulation.met(kind);
      return;
    case "pause":
      turns.pause(process, (30 + draws.upTo(200)) * 1_000);
      simulation.met(kind);
      return;
    case "lease-lost":
      loseLease(simulation);
      return;
    case "moved-between":
      faults.before({ method: "PUT" }, () => {
        const { requests } = clinic.simulator;
        const { id = "" } = requests[draws.upTo(requests.length)] ?? {};
        const [way] = nextStates[clinic.simulator.stateOf(id)];
        if (way === undefined) return;
        clinic.simulator.move(id, way);
        simulation.met(kind);
      });
      return;
    case "page-torn":
      line.tears += 1 + draws.upTo(3);
      return;
  }
}

/** The next request to a platform meets a fault. What a proxy sends twice, only who makes things once can bear. */
function meet({ draws }: Simulation, { simulator, habits }: OpinionClinic): void {
  const fault = drawFault(draws.random);
  const isAnywhere = habits.conditionalCreate || fault.kind !== "duplicated";
  const method = isAnywhere ? draws.oneOf(["POST", "POST", "PUT", "GET"]) : "GET";
  simulator.faults.plan(fault, { method });
}

/** A worker stops at a request for longer than its lease, and another one comes to the same intents meanwhile. */
function loseLease(simulation: Simulation): void {
  const { draws, fates, turns } = simulation;
  const process = simulation.processOf("worker-1");
  const millis = (61 + draws.upTo(70)) * 1_000;
  fates.plan({
    kind: "pause",
    fate: "goes",
    process,
    fits: ({ name }) => name.startsWith("POST"),
    after: draws.upTo(2),
    happen: () => {
      turns.pause(process, millis);
    },
  });
  simulation.begin(workDeed(simulation, "worker-1", 10));
  simulation.begin(workDeed(simulation, "worker-2", 100));
}

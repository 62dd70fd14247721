import { clockAt } from "@guichet/rules/calendar";
import { nextStates, planOpinion } from "@guichet/adapters-omnidoc";
import type { Move } from "@guichet/adapters-omnidoc/simulator";
import { requestBundle } from "../../src/from-outcome/request-bundle.js";
import { another, patients, wishFor, type OpinionClinic } from "./clinics.js";
import type { Simulation } from "./simulation.js";

/** Somebody on the platform itself makes a request of their own, or moves one on. */
export function actOnPlatform({ draws, turns }: Simulation, clinic: OpinionClinic): void {
  const { simulator, habits, settings } = clinic;
  if (draws.happens(0.15)) {
    const plan = planOpinion(wishFor(draws.upTo(patients), "person", turns.now()));
    if (plan.action !== "request") throw new TypeError(plan.action);
    const { dialect } = settings;
    const made = requestBundle(plan.request, draws.random.uuid(), { dialect, conditionalCreate: true });
    const entry = (made.entry ?? []).map(({ resource, ...one }) =>
      resource?.resourceType === "ServiceRequest"
        ? { ...one, resource: { ...resource, identifier: [] } }
        : { ...one, resource },
    );
    simulator.make({ ...made, entry });
    return;
  }
  const { id = "" } = simulator.requests[draws.upTo(simulator.requests.length)] ?? {};
  const ways = nextStates[simulator.stateOf(id)];
  const onward = ways.filter((way) => way !== "revoked" && way !== "entered-in-error");
  const way = draws.happens(0.85) ? onward[draws.upTo(onward.length)] : ways[draws.upTo(ways.length)];
  if (way === undefined) return;
  const asked = simulator.requests.find((request) => request.id === id);
  const isTakenUp = way === "in-progress" && asked?.["performer"] === undefined;
  // A patch that names no day is dated by its push.
  const isDated = way === "completed" && (habits.pushes === "patch" || draws.happens(0.7));
  const move: Move = {
    ...(isTakenUp ? { responder } : {}),
    ...(isDated ? { occurrenceDateTime: clockAt(turns.now(), settings.zone).day } : {}),
  };
  simulator.move(id, way, move);
}

const responder = {
  role: { code: [{ coding: [{ code: "10" }] }] },
  practitioner: { identifier: [{ system: "https://rpps.esante.gouv.fr", value: another }] },
};

import { clockAt, millisFromInstant } from "../../calendar/zones.js";
import { decide } from "../../engine/decide.js";
import type { Decision } from "../../engine/decision.js";
import type { TeleExpertise } from "../../policies/tele-expertise/policy.js";
import { answersOf, possibleElements } from "../possible-answers.js";
import type { RequestAddressee, ResponderInput, TeleExpertiseRouteInput } from "./read-route.js";

/** What keeps a request from going to a responder. */
export type ResponderObstacle =
  "not-named" | "other-specialty" | "is-requester" | "responder-not-entitled" | "not-available";

/** A responder in the light of one request. */
export interface Candidate {
  readonly id: string;
  readonly availableNow: boolean;
  /** The first moment of availability at or after the request, in milliseconds; `undefined` when there is none. */
  readonly availableAt: number | undefined;
  /** Infinite when it is not known: it comes after every number. */
  readonly openRequests: number;
  /** Everything that stands against this responder; empty when the request can go there. */
  readonly obstacles: readonly ResponderObstacle[];
  readonly decision: Decision<TeleExpertise>;
}

/** Looks at every responder: when available, what stands in the way, and what the policy says. */
export function candidatesFor(policy: TeleExpertise, request: TeleExpertiseRouteInput): readonly Candidate[] {
  const at = secondOf(request.at);
  const decisionFor = decisionsByProfession(policy, request, at);
  return request.responders.map((responder) => {
    const { id, openRequests = Infinity, profession } = responder;
    const availableAt = firstAvailable(responder, at);
    const decision = decisionFor(profession);
    const obstacles = [
      ...addressObstacles(request.to, responder, availableAt),
      ...(id === request.requester ? (["is-requester"] as const) : []),
      ...(isEntitled(decision) ? [] : (["responder-not-entitled"] as const)),
    ];
    return { id, availableNow: availableAt === at, availableAt, openRequests, obstacles, decision };
  });
}

/** A named responder gets the request, available or not; of a specialty, only who is available. */
function addressObstacles(
  to: RequestAddressee,
  { id, specialty }: ResponderInput,
  availableAt: number | undefined,
): readonly ResponderObstacle[] {
  if ("responder" in to) return id === to.responder ? [] : ["not-named"];
  const found: ResponderObstacle[] = [];
  if (specialty !== to.specialty) found.push("other-specialty");
  if (availableAt === undefined) found.push("not-available");
  return found;
}

/** Whether the policy lets the responder answer, as far as the facts tell. */
function isEntitled(decision: Decision<TeleExpertise>): boolean {
  const { outcome, open } = answersOf(decision);
  const { certain } = possibleElements(outcome.refusals, open.refusals);
  return !certain.includes("responder-not-entitled");
}

type Profession = ResponderInput["profession"];

/** The policy is asked once per profession: it knows nothing else of a responder. */
function decisionsByProfession(
  policy: TeleExpertise,
  { facts = {}, zone = "Europe/Paris" }: TeleExpertiseRouteInput,
  at: number,
): (profession: Profession) => Decision<TeleExpertise> {
  const on = facts.act?.on ?? clockAt(at, zone).day;
  const decisions = new Map<Profession, Decision<TeleExpertise>>();
  return (profession) => {
    const known = decisions.get(profession);
    if (known) return known;
    const responder = { ...facts.responder, profession };
    const decision = decide(policy, { ...facts, act: { ...facts.act, on }, responder });
    decisions.set(profession, decision);
    return decision;
  };
}

function firstAvailable({ available }: ResponderInput, at: number): number | undefined {
  const moments = available
    .filter(({ to }) => secondOf(to) >= at)
    .map(({ from }) => Math.max(secondOf(from), at));
  return moments.length === 0 ? undefined : Math.min(...moments);
}

/** Moments count to the second, in milliseconds. */
function secondOf(instant: string): number {
  return Math.floor((millisFromInstant(instant) ?? 0) / 1000) * 1000;
}

import { instantFromMillis, type IsoInstant } from "../../calendar/zones.js";
import type { Decision } from "../../engine/decision.js";
import { teleExpertise, type TeleExpertise } from "../../policies/tele-expertise/policy.js";
import { candidatesFor, type Candidate, type ResponderObstacle } from "./candidates-for.js";
import type { TeleExpertiseOptions } from "./claim-tele-expertise.js";
import { readRoute, type TeleExpertiseRouteInput } from "./read-route.js";

/** Why another responder was not chosen: an obstacle, or the comparison with the chosen one. */
export type PassedOverReason =
  ResponderObstacle | "available-later" | "more-open-requests" | "later-in-order";

/** A responder the request does not go to. */
export interface PassedOver {
  readonly responder: string;
  /** At least one. */
  readonly reasons: readonly PassedOverReason[];
}

/** The request goes to a responder. */
export interface Routed {
  readonly status: "routed";
  readonly responder: string;
  /** Whether the responder is available at the moment of the request. */
  readonly availableNow: boolean;
  /** From when on the responder is available; `null` for a named one of whom no later availability is known. */
  readonly from: IsoInstant | null;
  /** Every other responder, in the order of their ids. */
  readonly passedOver: readonly PassedOver[];
  /** Whether the opinion may be asked for at all, as far as the facts tell. */
  readonly decision: Decision<TeleExpertise>;
}

/** No responder can take the request. */
export interface RoutedToNobody {
  readonly status: "nobody";
  /** Every responder, in the order of their ids. */
  readonly passedOver: readonly PassedOver[];
}

export type TeleExpertiseRoute = Routed | RoutedToNobody;

/**
 * The responder a request for an opinion goes to: the one who is named, or of a specialty the one who is available
 * first.
 *
 * Shape: the first available is the one with the earliest moment at or after `at`, then with the fewest open
 * requests (an unknown number comes last), then with the first id (code units); the order of the responders never
 * matters. A named one gets the request although not available: `availableNow` tells. Nobody answers their own
 * request, or one the policy does not entitle them to answer.
 * Errors: `input-refused` with every problem at once: the policy's own for facts, `responder-unknown`,
 * `id-repeated`, `availability-reversed`.
 * Source: TE-15 of the policy `tele-expertise`; who may answer, TE-7.
 *
 * @example
 * const route = routeTeleExpertise({
 *   at: "2026-11-23T09:30+01:00",
 *   to: { specialty: "dermatology" },
 *   responders: [
 *     {
 *       id: "r-1",
 *       profession: "physician",
 *       specialty: "dermatology",
 *       available: [{ from: "2026-11-23T14:00+01:00", to: "2026-11-23T18:00+01:00" }],
 *     },
 *   ],
 * });
 * if (route.status === "routed") route.from; // "2026-11-23T13:00:00Z"
 */
export function routeTeleExpertise(
  input: TeleExpertiseRouteInput,
  { policy = teleExpertise }: TeleExpertiseOptions = {},
): TeleExpertiseRoute {
  const candidates = candidatesFor(policy, readRoute(policy, input)).toSorted(byId);
  const [chosen] = candidates.filter(({ obstacles }) => obstacles.length === 0).toSorted(byMerit);
  const passedOver = candidates
    .filter((candidate) => candidate !== chosen)
    .map((other) => ({ responder: other.id, reasons: reasonsAgainst(other, chosen) }));
  if (!chosen) return { status: "nobody", passedOver };
  const { id, availableNow, availableAt, decision } = chosen;
  const from = availableAt === undefined ? null : instantFromMillis(availableAt);
  return { status: "routed", responder: id, availableNow, from, passedOver, decision };
}

/** Who is available first, then who has the fewest open requests. Equal ones stay in the order of their ids. */
function byMerit(left: Candidate, right: Candidate): number {
  return (
    compare(left.availableAt ?? Infinity, right.availableAt ?? Infinity) ||
    compare(left.openRequests, right.openRequests)
  );
}

function reasonsAgainst(other: Candidate, chosen: Candidate | undefined): readonly PassedOverReason[] {
  if (!chosen || other.obstacles.length > 0) return other.obstacles;
  if (other.availableAt !== chosen.availableAt) return ["available-later"];
  return [other.openRequests === chosen.openRequests ? "later-in-order" : "more-open-requests"];
}

function byId(left: Candidate, right: Candidate): number {
  return compare(left.id, right.id);
}

function compare<Value extends number | string>(left: Value, right: Value): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

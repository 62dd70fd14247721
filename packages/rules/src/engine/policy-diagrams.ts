import type { Policy } from "../language/policy.js";
import { Diagrams } from "./diagrams.js";
import { buildSegment, type SegmentDiagrams } from "./segment-diagrams.js";
import { segmentsOf, type Segment } from "./timeline.js";
import { Discovery, type Variables } from "./variables.js";

/** Asks more of a segment than its decisions. */
export type Asking = (policy: Policy, built: SegmentDiagrams) => void;

/** What diagrams must share so that equal functions are the same diagram. */
interface Shared {
  readonly variables: Variables;
  readonly diagrams: Diagrams;
}

/**
 * The decision diagrams of a policy, built when first asked for and kept. All segments share one set of
 * diagrams and one order of variables, so that equal decisions of two segments are the same diagram.
 */
export class PolicyDiagrams {
  readonly policy: Policy;
  readonly variables: Variables;
  readonly diagrams: Diagrams;
  readonly #segments = new Map<number, SegmentDiagrams>();

  constructor(policy: Policy, { variables, diagrams }: Shared) {
    this.policy = policy;
    this.variables = variables;
    this.diagrams = diagrams;
  }

  of(segment: Segment): SegmentDiagrams {
    let built = this.#segments.get(segment.index);
    if (!built) {
      built = buildSegment(this.policy, segment, this.diagrams, this.variables);
      this.diagrams.settle();
      this.#segments.set(segment.index, built);
    }
    return built;
  }
}

/**
 * The diagrams of several policies over the same facts, comparable with each other. `asking` builds whatever else
 * will be asked of a segment: its variables are found beforehand.
 */
export function diagramsTogether(policies: readonly Policy[], asking?: Asking): readonly PolicyDiagrams[] {
  const segments = policies.flatMap((policy) => segmentsOf(policy).map((segment) => ({ policy, segment })));
  const decided = discover(segments, new Discovery());
  // Much may be asked: in the order the decisions have, and not in the order in which it is first met.
  const variables = asking ? discover(segments, new Discovery(decided), asking) : decided;
  const shared = { variables, diagrams: new Diagrams() };
  return policies.map((policy) => new PolicyDiagrams(policy, shared));
}

interface PolicySegment {
  readonly policy: Policy;
  readonly segment: Segment;
}

function discover(segments: readonly PolicySegment[], order: Discovery, asking?: Asking): Variables {
  const scratch = new Diagrams();
  for (const { policy, segment } of segments) {
    const built = buildSegment(policy, segment, scratch, order);
    asking?.(policy, built);
  }
  return order.ordered();
}

const cache = new WeakMap<Policy | Segment, PolicyDiagrams>();

/** The diagrams of all segments of a policy, or of one alone: these are smaller, and the others are not waited for. */
export function diagramsOf(policy: Policy, alone?: Segment): PolicyDiagrams {
  let diagrams = cache.get(alone ?? policy);
  if (!diagrams) {
    const segments = alone ? [alone] : segmentsOf(policy);
    const variables = discover(
      segments.map((segment) => ({ policy, segment })),
      new Discovery(),
    );
    diagrams = new PolicyDiagrams(policy, { variables, diagrams: new Diagrams() });
    cache.set(alone ?? policy, diagrams);
  }
  return diagrams;
}

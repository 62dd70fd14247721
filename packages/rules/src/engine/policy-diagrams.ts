import type { Policy } from "../language/policy.js";
import { Diagrams } from "./diagrams.js";
import { buildSegment, type SegmentDiagrams } from "./segment-diagrams.js";
import { segmentsOf, type Segment } from "./timeline.js";
import { Discovery, type Variables } from "./variables.js";

/**
 * The decision diagrams of a policy, built when first asked for and kept. All segments share one set of
 * diagrams and one order of variables, so that equal decisions of two segments are the same diagram.
 */
export class PolicyDiagrams {
  readonly policy: Policy;
  readonly variables: Variables;
  readonly diagrams = new Diagrams();
  readonly #segments = new Map<number, SegmentDiagrams>();

  constructor(policy: Policy) {
    this.policy = policy;
    const discovery = new Discovery();
    const scratch = new Diagrams();
    for (const segment of segmentsOf(policy)) buildSegment(policy, segment, scratch, discovery);
    this.variables = discovery.ordered();
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

const cache = new WeakMap<Policy, PolicyDiagrams>();

export function diagramsOf(policy: Policy): PolicyDiagrams {
  let diagrams = cache.get(policy);
  if (!diagrams) cache.set(policy, (diagrams = new PolicyDiagrams(policy)));
  return diagrams;
}

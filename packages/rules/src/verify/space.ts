import { Completions, type Restricted } from "../engine/completions.js";
import type { Diagram, Diagrams } from "../engine/diagrams.js";
import type { Leaf } from "../engine/leaf.js";
import { diagramsTogether, type Asking } from "../engine/policy-diagrams.js";
import type { SegmentDiagrams } from "../engine/segment-diagrams.js";
import { segmentsOf, type Segment } from "../engine/timeline.js";
import type { Condition } from "../language/condition.js";
import type { Policy } from "../language/policy.js";
import { regionsOf, type Region } from "./region.js";

/** Everything a policy can be asked, exactly: the facts of each segment as one space that diagrams divide. */
export interface Space {
  readonly policy: Policy;
  readonly segments: readonly SegmentSpace[];
}

/** `asking` builds what else will be asked of a segment. */
export function spaceOf(policy: Policy, asking?: Asking): Space {
  const [space] = spacesOf([policy], asking);
  if (!space) throw new RangeError("one policy has one space");
  return space;
}

/** The spaces of several policies over the same facts: their diagrams can be compared with each other. */
export function spacesOf(policies: readonly Policy[], asking?: Asking): readonly Space[] {
  const together = diagramsTogether(policies, (policy, built) => {
    for (const law of policy.laws ?? []) if ("never" in law) built.condition(law.never);
    asking?.(policy, built);
  });
  const completions = together.slice(-1).map((built) => new Completions(built, new Map()));
  return together.flatMap((built) =>
    completions.map((one) => ({
      policy: built.policy,
      segments: segmentsOf(built.policy).map((segment) => new SegmentSpace(one, built.of(segment))),
    })),
  );
}

/** One segment of a policy: its diagrams, cut down to its days and to facts that meet what is given. */
export class SegmentSpace {
  readonly completions: Completions;
  readonly restricted: Restricted;
  readonly built: SegmentDiagrams;
  readonly #given: Diagram;

  /** `restricted` may widen or narrow the days; spaces that share it can be compared. */
  constructor(
    completions: Completions,
    built: SegmentDiagrams,
    restricted = completions.restrict(built.segment),
  ) {
    this.completions = completions;
    this.built = built;
    this.restricted = restricted;
    this.#given = this.restricted.cut(built.given);
  }

  get segment(): Segment {
    return this.built.segment;
  }

  get diagrams(): Diagrams {
    return this.completions.diagrams;
  }

  /** A diagram of the segment, `impossible` where the facts contradict what is given. */
  within(diagram: Diagram): Diagram {
    const { diagrams } = this.completions;
    return diagrams.ifElse(this.#given, this.restricted.cut(diagram), diagrams.impossible);
  }

  condition(condition: Condition): Diagram {
    return this.within(this.built.condition(condition));
  }

  /** The diagrams of a decision: one, or for a set one per value. */
  roots(decision: string): readonly Diagram[] {
    const scalar = this.built.scalars.get(decision);
    const whole = scalar === undefined ? [...(this.built.sets.get(decision)?.values() ?? [])] : [scalar];
    return whole.map((diagram) => this.within(diagram));
  }

  regions(diagram: Diagram, wanted: (leaf: Leaf) => boolean): Generator<Region> {
    return regionsOf(this.completions, this.restricted, diagram, wanted);
  }

  /** Some facts that lead to a wanted leaf, or `undefined` where none do: that is a proof. */
  find(diagram: Diagram, wanted: (leaf: Leaf) => boolean = isTrue): Region | undefined {
    for (const region of this.regions(diagram, wanted)) return region;
    return undefined;
  }
}

export function isTrue(leaf: Leaf): boolean {
  return leaf.is === "value" && leaf.value === true;
}

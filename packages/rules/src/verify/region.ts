import type { Completions, Restricted } from "../engine/completions.js";
import { itself, runsOf } from "../engine/completions.js";
import type { Diagram } from "../engine/diagrams.js";
import type { Feasibility } from "../engine/feasibility.js";
import type { Leaf } from "../engine/leaf.js";
import type { Segment } from "../engine/timeline.js";
import { isConstrained, type Variable } from "../engine/variables.js";

/** One thing that is known of all facts in a region: a variable has one of its values from `first` to `last`. */
export interface Step {
  readonly variable: Variable;
  readonly first: number;
  readonly last: number;
}

/** A class of facts that a diagram does not tell apart, with at least one set of facts in it. */
export interface Region {
  readonly segment: Segment;
  readonly steps: readonly Step[];
  /** What the steps leave of ordered facts and texts: both ends of each interval occur. */
  readonly feasibility: Feasibility;
  readonly leaf: Leaf;
}

/**
 * The regions of a diagram whose leaves are wanted, first found first; together they hold every set of facts that
 * leads to such a leaf. Facts that contradict each other are in none.
 */
export function* regionsOf(
  completions: Completions,
  { segment, feasibility }: Restricted,
  root: Diagram,
  wanted: (leaf: Leaf) => boolean,
): Generator<Region> {
  const { diagrams, variables } = completions;
  // What leads nowhere under one state of the ordered facts leads nowhere again.
  const barren = new Set<string>();

  function* walk(diagram: Diagram, assumed: Feasibility, steps: readonly Step[]): Generator<Region, boolean> {
    const leaf = diagrams.leafOf(diagram);
    if (leaf) {
      const isWanted = leaf.is !== "impossible" && wanted(leaf);
      if (isWanted) yield { segment, steps, feasibility: assumed, leaf };
      return isWanted;
    }
    const key = `${diagram}#${assumed.key}`;
    if (barren.has(key)) return false;
    const variable = variables.at(diagrams.variableOf(diagram));
    const kids = diagrams.kidsOf(diagram);
    let isFruitful = false;
    for (const { first, last } of runsOf(kids, variable)) {
      const after = isConstrained(variable) ? assumed.assume(variable, first, last, itself) : assumed;
      if (!after) continue;
      const deeper = yield* walk(kids[first] ?? diagram, after, [...steps, { variable, first, last }]);
      isFruitful ||= deeper;
    }
    if (!isFruitful) barren.add(key);
    return isFruitful;
  }
  yield* walk(root, feasibility, []);
}

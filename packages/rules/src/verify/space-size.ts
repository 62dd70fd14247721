import { itself, runsOf } from "../engine/completions.js";
import type { Diagram } from "../engine/diagrams.js";
import type { Feasibility } from "../engine/feasibility.js";
import { isConstrained } from "../engine/variables.js";
import type { SegmentSpace, Space } from "./space.js";

/** How much there is to look at. */
export interface SpaceSize {
  readonly segments: number;
  /** Nodes of the diagrams of all public decisions; what segments share counts once. */
  readonly nodes: number;
  /** Classes of facts that a public decision does not tell apart, summed over decisions and segments. */
  readonly regions: number;
}

export function sizeOf({ policy, segments }: Space): SpaceSize {
  const nodes = new Set<Diagram>();
  let regions = 0;
  for (const segment of segments) {
    for (const [decision, { internal }] of Object.entries(policy.decisions)) {
      if (internal === true) continue;
      for (const root of segment.roots(decision)) {
        collectNodes(segment, root, nodes);
        regions += countRegions(segment, root);
      }
    }
  }
  return { segments: segments.length, nodes: nodes.size, regions };
}

function collectNodes(segment: SegmentSpace, diagram: Diagram, nodes: Set<Diagram>): void {
  if (nodes.has(diagram)) return;
  nodes.add(diagram);
  for (const kid of segment.diagrams.kidsOf(diagram)) collectNodes(segment, kid, nodes);
}

function countRegions({ completions, restricted }: SegmentSpace, root: Diagram): number {
  const { diagrams, variables } = completions;
  const counted = new Map<string, number>();
  const count = (diagram: Diagram, assumed: Feasibility): number => {
    const leaf = diagrams.leafOf(diagram);
    if (leaf) return leaf.is === "impossible" ? 0 : 1;
    const key = `${diagram}#${assumed.key}`;
    const before = counted.get(key);
    if (before !== undefined) return before;
    const variable = variables.at(diagrams.variableOf(diagram));
    const kids = diagrams.kidsOf(diagram);
    let sum = 0;
    for (const { first, last } of runsOf(kids, variable)) {
      const after = isConstrained(variable) ? assumed.assume(variable, first, last, itself) : assumed;
      if (after) sum += count(kids[first] ?? diagram, after);
    }
    counted.set(key, sum);
    return sum;
  };
  return count(root, restricted.feasibility);
}

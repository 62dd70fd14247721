import { itself, runsOf, type Completions, type Restricted, type Run } from "./completions.js";
import type { Diagram } from "./diagrams.js";
import { Feasibility } from "./feasibility.js";
import type { Leaf } from "./leaf.js";
import { isConstrained } from "./variables.js";

/** One diagram, and the segment it was cut down in. */
export interface Side {
  readonly root: Diagram;
  readonly restricted: Restricted;
}

/** Names the second copy of a fact that is varied while all others stay as they are. */
const copyOf = (fact: string): string => `${fact}'`;

/** Whether two completions that differ in nothing but the varied facts lead to different leaves. */
export function canDiffer(
  completions: Completions,
  varied: ReadonlySet<string>,
  left: Side,
  right: Side,
): boolean {
  const { diagrams, variables, texts } = completions;
  const intervals = new Map(left.restricted.intervals);
  for (const fact of varied) {
    const interval = right.restricted.intervals.get(fact);
    if (interval) intervals.set(copyOf(fact), interval);
  }
  const second = (name: string): string => (varied.has(name) ? copyOf(name) : name);
  const seen = new Set<string>();

  const walk = (one: Diagram, two: Diagram, assumed: Feasibility): boolean => {
    if (one === two && !completions.mentions(one, varied)) return false;
    const [leaf, otherLeaf] = [diagrams.leafOf(one), diagrams.leafOf(two)];
    if (leaf?.is === "impossible" || otherLeaf?.is === "impossible") return false;
    if (leaf && otherLeaf) return leavesDiffer(leaf, otherLeaf, assumed, second);
    const key = `${one},${two}#${assumed.key}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const index = Math.min(diagrams.variableOf(one), diagrams.variableOf(two));
    const variable = variables.at(index);
    const kidsAt = (diagram: Diagram): readonly Diagram[] =>
      diagrams.variableOf(diagram) === index
        ? diagrams.kidsOf(diagram)
        : new Array<Diagram>(variable.size).fill(diagram);
    const [kids, others] = [kidsAt(one), kidsAt(two)];
    const assume = isConstrained(variable)
      ? (before: Feasibility, { first, last }: Run, named = itself) =>
          before.assume(variable, first, last, named)
      : (before: Feasibility) => before;
    if (!variables.facts[index]?.some((fact) => varied.has(fact))) {
      const pairs = kids.map((kid, value) => `${kid},${others[value] ?? kid}`);
      return runsOf(pairs, variable).some((run) => {
        const after = assume(assumed, run);
        return after && walk(kids[run.first] ?? one, others[run.first] ?? two, after);
      });
    }
    return runsOf(kids, variable).some((run) => {
      const after = assume(assumed, run);
      if (!after) return false;
      return runsOf(others, variable).some((other) => {
        const both = assume(after, other, second);
        return both && walk(kids[run.first] ?? one, others[other.first] ?? two, both);
      });
    });
  };
  return walk(left.root, right.root, Feasibility.from(intervals, texts));
}

type Reached = Exclude<Leaf, { readonly is: "impossible" }>;

function leavesDiffer(
  one: Reached,
  two: Reached,
  assumed: Feasibility,
  second: (fact: string) => string,
): boolean {
  // Two that are the same value are one diagram, and never get here.
  if (one.is === "value" || two.is === "value") return true;
  const [left, right] = [one.is === "point" ? one.at : one, two.is === "point" ? two.at : two];
  const [leftName, rightName] = [
    one.is === "fact" ? one.fact : "",
    two.is === "fact" ? second(two.fact) : "",
  ];
  return (
    assumed.assumeLess(left, right, leftName, rightName) !== undefined ||
    assumed.assumeLess(right, left, rightName, leftName) !== undefined
  );
}

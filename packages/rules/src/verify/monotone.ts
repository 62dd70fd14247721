import { itself, runsOf, type Run } from "../engine/completions.js";
import type { Diagram } from "../engine/diagrams.js";
import type { Value } from "../engine/evaluate.js";
import { Feasibility } from "../engine/feasibility.js";
import type { Leaf } from "../engine/leaf.js";
import { noOffset } from "../engine/offset.js";
import { scaleOf } from "../engine/scale.js";
import { factsOf, isConstrained } from "../engine/variables.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { FactDeclaration } from "../language/fact.js";
import type { MonotoneLaw } from "../language/law.js";
import type { Policy } from "../language/policy.js";
import type { Step } from "./region.js";
import type { SegmentSpace } from "./space.js";
import { copyOf, factsIn, inLivingMemory } from "./witness-of.js";

/** Two sets of facts that differ in one fact only. */
export interface Pair {
  readonly before: ReadonlyMap<string, Value>;
  readonly after: ReadonlyMap<string, Value>;
}

/**
 * Two sets of facts that break a monotone law: the second has more of the fact, and more (or less) of the decision.
 * `undefined` is a proof that there are none from one segment to the other.
 */
export function breachOf(
  policy: Policy,
  law: MonotoneLaw["monotone"],
  from: SegmentSpace,
  to: SegmentSpace,
): Pair | undefined {
  const declared = declaredFacts(policy.facts).get(law.moreOf);
  if (!declared) return undefined;
  const others = to.roots(law.of);
  for (const [index, root] of from.roots(law.of).entries()) {
    const other = others[index];
    const pair = other === undefined ? undefined : search(policy, law, declared, [from, root], [to, other]);
    if (pair) return pair;
  }
  return undefined;
}

type Side = readonly [space: SegmentSpace, root: Diagram];

function search(
  policy: Policy,
  law: MonotoneLaw["monotone"],
  declared: FactDeclaration,
  [from, left]: Side,
  [to, right]: Side,
): Pair | undefined {
  const { diagrams, variables, texts } = from.completions;
  const fact = law.moreOf;
  const second = (name: string): string => (name === fact ? copyOf(name) : name);
  const start = grown(from, to, fact, texts);
  const barren = new Set<string>();

  const walk = (one: Diagram, two: Diagram, assumed: Feasibility, steps: Steps): Pair | undefined => {
    const [leaf, otherLeaf] = [diagrams.leafOf(one), diagrams.leafOf(two)];
    if (leaf?.is === "impossible" || otherLeaf?.is === "impossible") return undefined;
    if (leaf && otherLeaf) {
      const broken = breaks(law, leaf, otherLeaf, assumed, second);
      return broken && pairIn(policy, from, declared, fact, broken, steps);
    }
    const key = `${one},${two}#${assumed.key}`;
    if (barren.has(key)) return undefined;
    const index = Math.min(diagrams.variableOf(one), diagrams.variableOf(two));
    const variable = variables.at(index);
    const kidsOf = (diagram: Diagram): readonly Diagram[] =>
      Array.from({ length: variable.size }, (_, value) => diagrams.given(diagram, index, value));
    const [kids, others] = [kidsOf(one), kidsOf(two)];
    const assume = (before: Feasibility, { first, last }: Run, named = itself): Feasibility | undefined =>
      isConstrained(variable) ? before.assume(variable, first, last, named) : before;
    const isVaried = factsOf(variable).includes(fact);
    const runs = isVaried ? runsOf(kids, variable) : runsOf(pairsOf(kids, others), variable);
    for (const run of runs) {
      const after = assume(assumed, run);
      if (!after) continue;
      for (const other of isVaried ? runsOf(others, variable) : [run]) {
        // Without a scale of its own the fact grows value by value: from no to yes, from absent to present.
        const grows = isVaried && !isConstrained(variable);
        if (grows && other.last < run.first) continue;
        const both = isVaried ? assume(after, other, second) : after;
        if (!both) continue;
        const next = {
          before: [...steps.before, { variable, ...run }],
          after: [
            ...steps.after,
            { variable, first: grows ? Math.max(run.first, other.first) : other.first, last: other.last },
          ],
        };
        const found = walk(kids[run.first] ?? one, others[other.first] ?? two, both, next);
        if (found) return found;
      }
    }
    barren.add(key);
    return undefined;
  };
  return start && walk(left, right, start, { before: [], after: [] });
}

interface Steps {
  readonly before: readonly Step[];
  readonly after: readonly Step[];
}

function pairsOf(kids: readonly Diagram[], others: readonly Diagram[]): readonly string[] {
  return kids.map((kid, value) => `${kid},${others[value] ?? kid}`);
}

/** Everything that is known of the facts, and that an ordered fact has grown. */
function grown(
  from: SegmentSpace,
  to: SegmentSpace,
  fact: string,
  texts: ReadonlyMap<string, string>,
): Feasibility | undefined {
  const own = to.restricted.intervals.get(fact);
  if (!own) return Feasibility.from(from.restricted.intervals, texts);
  const intervals = new Map([...from.restricted.intervals, [copyOf(fact), own]]);
  const term = { fact, offset: noOffset };
  return Feasibility.from(intervals, texts).assumeLess(term, term, fact, copyOf(fact));
}

/** What is assumed where the second leaf breaks the law; with none on a side there is nothing to compare. */
function breaks(
  { neverMeans }: MonotoneLaw["monotone"],
  before: Leaf,
  after: Leaf,
  assumed: Feasibility,
  second: (fact: string) => string,
): Feasibility | undefined {
  if (before.is === "impossible" || after.is === "impossible") return undefined;
  if (before.is === "value" || after.is === "value") {
    const [less, more] = neverMeans === "more" ? [before, after] : [after, before];
    const isMore = less.is === "value" && less.value === false && more.is === "value" && more.value === true;
    return isMore ? assumed : undefined;
  }
  const [one, two] = [before.is === "point" ? before.at : before, after.is === "point" ? after.at : after];
  const [oneName, twoName] = [
    before.is === "fact" ? before.fact : "",
    after.is === "fact" ? second(after.fact) : "",
  ];
  return neverMeans === "more"
    ? assumed.assumeLess(one, two, oneName, twoName)
    : assumed.assumeLess(two, one, twoName, oneName);
}

function pairIn(
  policy: Policy,
  { segment }: SegmentSpace,
  declared: FactDeclaration,
  fact: string,
  feasibility: Feasibility,
  steps: Steps,
): Pair {
  const lived = inLivingMemory(policy, feasibility, scaleOf(declared) && fact);
  const region = { segment, feasibility: lived, leaf: { is: "impossible" } } as const;
  const before = factsIn(policy, { ...region, steps: steps.before });
  const changed = factsIn(policy, { ...region, steps: steps.after }).get(fact);
  const scale = scaleOf(declared);
  const more = scale ? scale.value(lived.interval(copyOf(fact)).low) : changed;
  return { before, after: new Map([...before, [fact, more ?? false]]) };
}

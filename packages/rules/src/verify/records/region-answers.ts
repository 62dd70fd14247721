import { Completions, itself, runsOf, type Restricted } from "../../engine/completions.js";
import type { Diagram } from "../../engine/diagrams.js";
import type { Feasibility } from "../../engine/feasibility.js";
import type { Leaf } from "../../engine/leaf.js";
import { diagramsOf } from "../../engine/policy-diagrams.js";
import { guarded } from "../../engine/segment-diagrams.js";
import type { Segment } from "../../engine/timeline.js";
import { isConstrained, type Variable } from "../../engine/variables.js";
import type { Table } from "../../language/edition.js";
import type { Policy } from "../../language/policy.js";
import { isTrue, SegmentSpace } from "../space.js";
import { possibleIn, type Possible } from "./recorded-region.js";
import type { RecordedRegion } from "./decision-record.js";

/** A leaf some facts of the regions lead to, and what is known of ordered facts there. */
export interface Reached {
  readonly leaf: Leaf;
  readonly feasibility: Feasibility;
}

/** What the rules of some segments say of all facts that lie in the regions of a record. */
export interface RegionAnswers {
  /** What a decision comes to: one list, or for a set one per value it may hold. */
  leaves(decision: string): readonly (readonly Reached[])[];
  /** The ids of the cases that some of the facts bring in. */
  cases(decision: string): ReadonlySet<string>;
}

/**
 * Answers from regions alone. `day` is the governing date where it is known; the segments need not be those in
 * force on it. `undefined` where no facts lie in the regions.
 */
export function answersIn(
  policy: Policy,
  segments: readonly Segment[],
  day: string | null,
  regions: readonly RecordedRegion[],
): RegionAnswers | undefined {
  const rules = openRules(policy);
  const { datedBy } = policy;
  const dated = day === null ? [] : [{ fact: datedBy, from: day, to: day }];
  const possible = possibleIn(policy, rules.restricted.feasibility, [...dated, ...regions]);
  if (!possible) return undefined;
  const spaces = segments.map((segment) => rules.at(segment));
  const walk = new RegionWalk(rules.completions, possible);
  const holdsAnywhere = (space: SegmentSpace): boolean =>
    walk.from(space.within(space.diagrams.true)).length > 0;
  if (!spaces.some(holdsAnywhere)) return undefined;
  return {
    leaves: (decision) => {
      const perSegment = spaces.map((space) => space.roots(decision).map((root) => walk.from(root)));
      const [first = []] = perSegment;
      return first.map((_, index) => perSegment.flatMap((roots) => roots[index] ?? []));
    },
    cases: (decision) => new Set(spaces.flatMap((space) => casesIn(space, decision, walk))),
  };
}

interface Rules {
  readonly completions: Completions;
  readonly restricted: Restricted;
  at(segment: Segment): SegmentSpace;
}

const opened = new WeakMap<Policy, Rules>();

/** The diagrams of a policy, each segment's over all days: the rules of one day may be asked about another. */
function openRules(policy: Policy): Rules {
  let rules = opened.get(policy);
  if (!rules) {
    const built = diagramsOf(policy);
    const completions = new Completions(built, new Map());
    const spaces = new Map<number, SegmentSpace>();
    const restricted = completions.restrict(anyDay(policy));
    rules = {
      completions,
      restricted,
      at(segment) {
        let space = spaces.get(segment.index);
        if (!space) {
          space = new SegmentSpace(completions, built.of(segment), restricted);
          spaces.set(segment.index, space);
        }
        return space;
      },
    };
    opened.set(policy, rules);
  }
  return rules;
}

/** What bounds no day. */
export function anyDay(policy: Policy): Segment {
  return { index: 0, from: null, to: null, edition: policy.editions[0], rates: new Map() };
}

/** Follows the diagrams of a policy wherever the regions of one record lead. */
class RegionWalk {
  readonly #completions: Completions;
  readonly #possible: Possible;
  readonly #mayBe = new Map<number, readonly boolean[]>();

  constructor(completions: Completions, possible: Possible) {
    this.#completions = completions;
    this.#possible = possible;
  }

  /** The leaves that some facts lead to; two at one leaf with different assumptions are two. */
  from(root: Diagram): readonly Reached[] {
    const { diagrams, variables } = this.#completions;
    const found: Reached[] = [];
    const seen = new Set<string>();
    const walk = (diagram: Diagram, assumed: Feasibility): void => {
      const leaf = diagrams.leafOf(diagram);
      const key = `${diagram}#${assumed.key}`;
      if (seen.has(key) || leaf?.is === "impossible") return;
      seen.add(key);
      if (leaf) {
        found.push({ leaf, feasibility: assumed });
        return;
      }
      const index = diagrams.variableOf(diagram);
      const variable = variables.at(index);
      const mayBe = this.#valuesOf(index);
      const kids = diagrams.kidsOf(diagram);
      const runs = runsOf(kids, variable).filter(({ first, last }) =>
        mayBe.slice(first, last + 1).includes(true),
      );
      for (const { first, last } of runs) {
        // What the regions leave no choice about, they have assumed already.
        const isOpen = runs.length > 1 && isConstrained(variable);
        const next = isOpen ? assumed.assume(variable, first, last, itself) : assumed;
        if (next) walk(kids[first] ?? diagram, next);
      }
    };
    walk(root, this.#possible.feasibility);
    return found;
  }

  /** Which values of a variable the regions leave possible. */
  #valuesOf(index: number): readonly boolean[] {
    let values = this.#mayBe.get(index);
    if (!values) {
      const variable = this.#completions.variables.at(index);
      values = Array.from({ length: variable.size }, (_, value) => this.#mayHave(variable, value));
      this.#mayBe.set(index, values);
    }
    return values;
  }

  #mayHave(variable: Variable, value: number): boolean {
    const { feasibility, choices, elements } = this.#possible;
    if (variable.kind === "choice") return choices.get(variable.fact)?.has(value) ?? true;
    if (variable.kind !== "element") return feasibility.assume(variable, value, value, itself) !== undefined;
    const present = elements.get(`${variable.fact} ${variable.element}`);
    return present === undefined || present === (value === 1);
  }
}

function casesIn(space: SegmentSpace, decision: string, walk: RegionWalk): readonly string[] {
  const table = space.built.tables.get(decision);
  if (!table) return [];
  const rows = rowsOf(table.table);
  const idAt = (index: number): readonly string[] => {
    const id = rows[index]?.id;
    return id === undefined ? [] : [id];
  };
  if ("holding" in table) {
    return table.holding.flatMap((holds, index) =>
      walk.from(space.within(holds)).some(({ leaf }) => isTrue(leaf)) ? idAt(index) : [],
    );
  }
  return walk
    .from(space.within(table.deciding))
    .flatMap(({ leaf }) => (leaf.is === "point" && leaf.at !== guarded ? idAt(leaf.at) : []));
}

function rowsOf(table: Table): readonly { readonly id?: string }[] {
  if ("is" in table) return [table];
  return table.hitPolicy === "collect" ? table.cases : [...table.cases, table.otherwise];
}

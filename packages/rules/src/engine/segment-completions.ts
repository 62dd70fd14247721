import { canDiffer } from "./can-differ.js";
import type { Completions, Restricted } from "./completions.js";
import type { Diagram } from "./diagrams.js";
import type { Leaf } from "./leaf.js";
import { applyOffset } from "./offset.js";
import { guarded, type SegmentDiagrams } from "./segment-diagrams.js";
import type { Segment } from "./timeline.js";

/** Which cases of a segment's table can have made a decision, and whether they did for certain. */
export interface CasesOf {
  readonly segment: Segment;
  readonly cases: readonly { readonly index: number; readonly certain: boolean }[];
}

interface Leaves {
  readonly values: ReadonlySet<boolean | string>;
  /** The range of the places met; infinite where a fact behind them is unbounded. */
  readonly places: { readonly low: number; readonly high: number } | undefined;
}

const noLeaves: Leaves = { values: new Set(), places: undefined };

/** One segment's diagrams, cut down to what is unknown and to completions that meet what is given. */
export class SegmentCompletions {
  readonly restricted: Restricted;
  readonly #completions: Completions;
  readonly #built: SegmentDiagrams;
  readonly #given: Diagram;
  readonly #givenFacts: ReadonlySet<string>;
  readonly #segments: number;
  readonly #roots = new Map<string, readonly Diagram[]>();
  readonly #leaves = new Map<Diagram, Leaves>();

  constructor(completions: Completions, restricted: Restricted, built: SegmentDiagrams, segments: number) {
    this.restricted = restricted;
    this.#completions = completions;
    this.#built = built;
    this.#given = restricted.cut(built.given);
    this.#givenFacts = completions.outline(this.#given).facts;
    this.#segments = segments;
  }

  isPossible(): boolean {
    return this.truths(this.#given).has(true);
  }

  /** Whether several unknown facts have to go together, so that one of them may not change alone. */
  isTied(): boolean {
    return this.#givenFacts.size > 1;
  }

  /** The diagrams of a decision: one, or for a set one per value. */
  roots(decision: string): readonly Diagram[] {
    let roots = this.#roots.get(decision);
    if (!roots) {
      const scalar = this.#built.scalars.get(decision);
      const whole = scalar === undefined ? [...(this.#built.sets.get(decision)?.values() ?? [])] : [scalar];
      this.#roots.set(
        decision,
        (roots = whole.map((diagram) => this.#meeting(this.restricted.cut(diagram)))),
      );
    }
    return roots;
  }

  cases(decision: string): CasesOf {
    const { segment } = this.restricted;
    const table = this.#built.tables.get(decision);
    if (!table) return { segment, cases: [] };
    if ("holding" in table) {
      const held = table.holding.map((diagram) => this.truths(this.#meeting(this.restricted.cut(diagram))));
      return {
        segment,
        cases: held.flatMap((seen, index) => (seen.has(true) ? [{ index, certain: !seen.has(false) }] : [])),
      };
    }
    const deciding = new Set<number>();
    this.#completions.reach(
      this.#meeting(this.restricted.cut(table.deciding)),
      this.restricted.feasibility,
      (leaf) => {
        if (leaf.is === "point") deciding.add(leaf.at);
      },
    );
    const indexes = [...deciding].sort((left, right) => left - right);
    return {
      segment,
      cases: indexes.flatMap((index) =>
        index === guarded ? [] : [{ index, certain: indexes.length === 1 }],
      ),
    };
  }

  /** The cases that one fact alone can bring in or take out, or whose result it can change. */
  casesBehind(decision: string, fact: string): CasesOf {
    const { segment, cases } = this.cases(decision);
    const varied = new Set([fact]);
    const dependsOnFact = (root: Diagram): boolean => {
      const side = { root: this.#meeting(root), restricted: this.restricted };
      return canDiffer(this.#completions, varied, side, side);
    };
    return { segment, cases: cases.filter(({ index }) => this.#saidBy(decision, index).some(dependsOnFact)) };
  }

  /** What one case says of a decision: its result where it holds, `unsaid` elsewhere; for a set, of each value. */
  #saidBy(decision: string, index: number): readonly Diagram[] {
    const { diagrams } = this.#completions;
    const unsaid = diagrams.leaf({ is: "value", value: "" });
    const table = this.#built.tables.get(decision);
    if (!table) return [];
    if ("holding" in table) {
      const holds = this.restricted.cut(table.holding[index] ?? diagrams.false);
      const added = [...(table.results[index]?.values() ?? [])].map((one) => this.restricted.cut(one));
      return added.map((one) => diagrams.ifElse(holds, one, diagrams.false));
    }
    const deciding = this.restricted.cut(table.deciding);
    return this.roots(decision).map((root) =>
      diagrams.bind(deciding, (leaf) => (leaf.is === "point" && leaf.at === index ? root : unsaid)),
    );
  }

  truths(root: Diagram | undefined): ReadonlySet<boolean | string> {
    return this.leaves(root).values;
  }

  leaves(root: Diagram | undefined): Leaves {
    if (root === undefined) return noLeaves;
    let leaves = this.#leaves.get(root);
    if (!leaves) this.#leaves.set(root, (leaves = this.#reached(root)));
    return leaves;
  }

  #reached(root: Diagram): Leaves {
    const values = new Set<boolean | string>();
    let places: { low: number; high: number } | undefined;
    this.#completions.reach(root, this.restricted.feasibility, (leaf, assumed) => {
      if (leaf.is === "value") values.add(leaf.value);
      const range = this.#range(leaf, assumed);
      if (range) {
        places = {
          low: Math.min(range.low, places?.low ?? Infinity),
          high: Math.max(range.high, places?.high ?? -Infinity),
        };
      }
    });
    return { values, places };
  }

  #range(leaf: Leaf, assumed: Restricted["feasibility"]): { low: number; high: number } | undefined {
    if (leaf.is === "value" || leaf.is === "impossible") return undefined;
    if (leaf.is === "point") return { low: leaf.at, high: leaf.at };
    const { low, high } = assumed.interval(leaf.fact);
    const scale = this.#completions.scale(leaf.fact);
    return {
      low: low < (scale?.openBelow ?? -Infinity) ? -Infinity : applyOffset(leaf.offset, low),
      high: high > (scale?.openAbove ?? Infinity) ? Infinity : applyOffset(leaf.offset, high),
    };
  }

  /** A diagram that leads to `impossible` where the facts contradict what is given. */
  #meeting(diagram: Diagram): Diagram {
    const { diagrams } = this.#completions;
    // A given that binds the governing date decides from which segment to which that date alone may change.
    if (this.#segments > 1) return diagrams.ifElse(this.#given, diagram, diagrams.impossible);
    if (!this.#completions.mentions(diagram, this.#givenFacts)) return diagram;
    return diagrams.ifElse(this.#given, diagram, diagrams.impossible);
  }
}

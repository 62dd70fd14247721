import { declaredFacts } from "../language/declared-facts.js";
import type { Policy } from "../language/policy.js";
import { Diagrams, type Diagram } from "./diagrams.js";
import type { Value } from "./evaluate.js";
import { Feasibility, type Interval } from "./feasibility.js";
import type { Leaf } from "./leaf.js";
import { applyOffset } from "./offset.js";
import type { PolicyDiagrams } from "./policy-diagrams.js";
import { scaleOf, type Scale } from "./scale.js";
import type { Segment } from "./timeline.js";
import { isConstrained, type Variable, type Variables } from "./variables.js";

/** The diagrams of one segment cut down to what is still unknown, and what is known of ordered facts and texts. */
export interface Restricted {
  readonly segment: Segment;
  readonly feasibility: Feasibility;
  readonly intervals: ReadonlyMap<string, Interval>;
  /** What remains of a diagram once the known facts are in. */
  cut(diagram: Diagram): Diagram;
}

/** A diagram seen from above. */
export interface Outline {
  /** The facts it still tests, or ends in. */
  readonly facts: ReadonlySet<string>;
  readonly leaves: readonly Leaf[];
  /**
   * Whether the values of one variable may exclude those of another, or an offset may hide a difference. Where not,
   * some completion leads to every leaf, every fact can change the answer, and there is nothing to filter.
   */
  readonly isTangled: boolean;
}

/** Reads a fact under its own name. */
export const itself = (fact: string): string => fact;

/** All completions of one set of facts, and what they lead to. */
export class Completions {
  readonly diagrams = new Diagrams();
  readonly variables: Variables;
  /** The texts that are known. */
  readonly texts: ReadonlyMap<string, string>;
  readonly #policy: Policy;
  readonly #source: Diagrams;
  readonly #facts: ReadonlyMap<string, Value>;
  readonly #intervals = new Map<string, Interval>();
  readonly #known = new Map<Diagram, Outline>();

  constructor(built: PolicyDiagrams, facts: ReadonlyMap<string, Value>) {
    this.#policy = built.policy;
    this.#source = built.diagrams;
    this.variables = built.variables;
    this.#facts = facts;
    const texts = new Map<string, string>();
    for (const [path, declared] of declaredFacts(built.policy.facts)) {
      const known = facts.get(path);
      if (declared.kind === "text" && typeof known === "string") texts.set(path, known);
      const scale = scaleOf(declared);
      if (!scale) continue;
      const place = known === undefined ? undefined : scale.place(known);
      this.#intervals.set(path, { low: place ?? scale.least, high: place ?? scale.most });
    }
    this.texts = texts;
  }

  scale(fact: string): Scale | undefined {
    return scaleOf(declaredFacts(this.#policy.facts).get(fact) ?? { kind: "text" });
  }

  restrict(segment: Segment): Restricted {
    const intervals = new Map(this.#intervals);
    const { datedBy } = this.#policy;
    const scale = this.scale(datedBy);
    if (scale && !this.#facts.has(datedBy)) {
      const [from, to] = [segment.from ?? scale.value(scale.least), segment.to ?? scale.value(scale.most)];
      intervals.set(datedBy, { low: scale.place(from), high: scale.place(to) });
    }
    const feasibility = Feasibility.from(intervals, this.texts);
    const statuses: (readonly number[] | undefined)[] = [];
    // By diagram of the source, which may get more of them.
    const done = new Array<Diagram | undefined>(this.#source.size);
    const cut = (diagram: Diagram): Diagram => (done[diagram] ??= cutOnce(diagram));
    const cutOnce = (diagram: Diagram): Diagram => {
      const leaf = this.#source.leafOf(diagram);
      if (leaf) return this.diagrams.leaf(known(leaf, intervals));
      const index = this.#source.variableOf(diagram);
      const possible = (statuses[index] ??= this.#possible(this.variables.at(index), feasibility));
      const kids = this.#source.kidsOf(diagram);
      const [first = 0] = possible;
      if (possible.length === 1) return cut(kids[first] ?? diagram);
      const remaining = new Array<Diagram>(kids.length);
      // Values that cannot occur take the branch of a neighbour, so that what remains is as small as it can be.
      let last = cut(kids[first] ?? diagram);
      for (let value = 0, next = 0; value < kids.length; value += 1) {
        if (possible[next] === value) {
          last = cut(kids[value] ?? diagram);
          next += 1;
        }
        remaining[value] = last;
      }
      return this.diagrams.node(index, remaining);
    };
    return { segment, feasibility, intervals, cut };
  }

  /** Calls back for every leaf some completion leads to, with what is assumed on the way. */
  reach(
    root: Diagram,
    feasibility: Feasibility,
    arrive: (leaf: Leaf, feasibility: Feasibility) => void,
  ): void {
    const { leaves, isTangled } = this.outline(root);
    if (!isTangled) {
      for (const leaf of leaves) arrive(leaf, feasibility);
      return;
    }
    const seen = new Set<string>();
    const walk = (diagram: Diagram, assumed: Feasibility): void => {
      const leaf = this.diagrams.leafOf(diagram);
      if (leaf) {
        arrive(leaf, assumed);
        return;
      }
      const key = `${diagram}#${assumed.key}`;
      if (seen.has(key)) return;
      seen.add(key);
      const variable = this.variables.at(this.diagrams.variableOf(diagram));
      const kids = this.diagrams.kidsOf(diagram);
      if (!isConstrained(variable)) {
        for (const kid of kids) walk(kid, assumed);
        return;
      }
      for (const { first, last } of runsOf(kids, variable)) {
        const next = assumed.assume(variable, first, last, itself);
        if (next) walk(kids[first] ?? diagram, next);
      }
    };
    walk(root, feasibility);
  }

  /** What a diagram still tests, and what it ends in. */
  outline(root: Diagram): Outline {
    let outline = this.#known.get(root);
    if (!outline) this.#known.set(root, (outline = this.#look(root)));
    return outline;
  }

  /** Whether a diagram still tests one of some facts, or ends in one. */
  mentions(root: Diagram, some: ReadonlySet<string>): boolean {
    const { facts } = this.outline(root);
    return [...some].some((fact) => facts.has(fact));
  }

  #look(root: Diagram): Outline {
    const isSeen = new Uint8Array(this.diagrams.size);
    const seen = [root];
    const tested = new Set<number>();
    const leaves: Leaf[] = [];
    for (const diagram of seen) {
      const leaf = this.diagrams.leafOf(diagram);
      if (leaf) leaves.push(leaf);
      else {
        tested.add(this.diagrams.variableOf(diagram));
        for (const kid of this.diagrams.kidsOf(diagram)) {
          if (isSeen[kid] === 1) continue;
          isSeen[kid] = 1;
          seen.push(kid);
        }
      }
    }
    const facts = new Set<string>();
    // The facts that one test says something of that another has to agree with.
    const bound = new Set<string>();
    let isTangled = false;
    for (const index of tested) {
      const unknown = this.variables.facts[index]?.filter((fact) => !this.#facts.has(fact)) ?? [];
      for (const fact of unknown) facts.add(fact);
      if (!isConstrained(this.variables.at(index))) continue;
      for (const fact of unknown) {
        isTangled ||= unknown.length > 1 || bound.has(fact);
        bound.add(fact);
      }
    }
    for (const leaf of leaves) {
      isTangled ||=
        leaf.is === "impossible" || (leaf.is === "fact" && (leaf.offset.length > 0 || bound.has(leaf.fact)));
      if (leaf.is === "fact" && !this.#facts.has(leaf.fact)) facts.add(leaf.fact);
    }
    return { facts, leaves, isTangled };
  }

  /** The values of a variable that some completion has. */
  #possible(variable: Variable, feasibility: Feasibility): readonly number[] {
    const values = Array.from({ length: variable.size }, (_, value) => value);
    if (isConstrained(variable)) {
      return values.filter((value) => feasibility.assume(variable, value, value, itself) !== undefined);
    }
    const known = "fact" in variable ? this.#facts.get(variable.fact) : undefined;
    if (known === undefined) return values;
    if (variable.kind === "element") {
      return [(known as readonly string[]).includes(variable.element) ? 1 : 0];
    }
    const declared =
      variable.kind === "choice" ? declaredFacts(this.#policy.facts).get(variable.fact) : undefined;
    return [declared?.kind === "one-of" ? declared.values.indexOf(known as string) : Number(known)];
  }
}

/** A leaf whose fact is known, or can have one value only, is a place. */
function known(leaf: Leaf, intervals: ReadonlyMap<string, Interval>): Leaf {
  if (leaf.is !== "fact") return leaf;
  const interval = intervals.get(leaf.fact);
  if (!interval || interval.low !== interval.high) return leaf;
  return { is: "point", at: applyOffset(leaf.offset, interval.low) };
}

/** Values of a variable, from the first to the last. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Stretches of neighbouring values that lead on alike; only stretches of a scale may be taken together. */
export function runsOf<Kid>(kids: readonly Kid[], variable: Variable): readonly Run[] {
  const found: { first: number; last: number }[] = [];
  kids.forEach((kid, value) => {
    const run = found.at(-1);
    if (run && variable.kind !== "word" && kids[run.first] === kid) run.last = value;
    else found.push({ first: value, last: value });
  });
  return found;
}

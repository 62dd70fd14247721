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
import { factsOf, isConstrained, type Variable, type Variables } from "./variables.js";

/** The diagrams of one segment cut down to what is still unknown, and what is known of ordered facts and texts. */
export interface Restricted {
  readonly segment: Segment;
  readonly feasibility: Feasibility;
  readonly intervals: ReadonlyMap<string, Interval>;
  /** What remains of a diagram once the known facts are in. */
  cut(diagram: Diagram): Diagram;
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
  readonly #mentioned = new Map<Diagram, ReadonlySet<string>>();

  constructor(built: PolicyDiagrams, facts: ReadonlyMap<string, Value>) {
    this.#policy = built.policy;
    this.#source = built.diagrams;
    this.variables = built.variables;
    this.#facts = facts;
    this.texts = new Map(
      [...declaredFacts(built.policy.facts)].flatMap(([path, declared]) => {
        const known = facts.get(path);
        return declared.kind === "text" && typeof known === "string" ? [[path, known] as const] : [];
      }),
    );
  }

  scale(fact: string): Scale | undefined {
    return scaleOf(declaredFacts(this.#policy.facts).get(fact) ?? { kind: "text" });
  }

  restrict(segment: Segment): Restricted {
    const intervals = new Map<string, Interval>();
    for (const [path, declared] of declaredFacts(this.#policy.facts)) {
      const scale = scaleOf(declared);
      if (!scale) continue;
      const known = this.#facts.get(path);
      let [low, high] =
        known === undefined ? [scale.least, scale.most] : [scale.place(known), scale.place(known)];
      if (path === this.#policy.datedBy && known === undefined) {
        if (segment.from !== null) low = scale.place(segment.from);
        if (segment.to !== null) high = scale.place(segment.to);
      }
      intervals.set(path, { low, high });
    }
    const feasibility = Feasibility.from(intervals, this.texts);
    const statuses = new Map<number, readonly boolean[]>();
    const done = new Map<Diagram, Diagram>();
    const cut = (diagram: Diagram): Diagram => {
      const leaf = this.#source.leafOf(diagram);
      if (leaf) return this.diagrams.leaf(known(leaf, intervals));
      const before = done.get(diagram);
      if (before !== undefined) return before;
      const index = this.#source.variableOf(diagram);
      let possible = statuses.get(index);
      if (!possible) statuses.set(index, (possible = this.#possible(this.variables.at(index), feasibility)));
      const remaining = this.#remaining(index, this.#source.kidsOf(diagram), possible, cut);
      done.set(diagram, remaining);
      return remaining;
    };
    return { segment, feasibility, intervals, cut };
  }

  /** Calls back for every leaf some completion leads to, with what is assumed on the way. */
  reach(
    root: Diagram,
    feasibility: Feasibility,
    arrive: (leaf: Leaf, feasibility: Feasibility) => void,
  ): void {
    const seen = new Set<string>();
    const walk = (diagram: Diagram, assumed: Feasibility): void => {
      const key = `${diagram}#${assumed.key}`;
      if (seen.has(key)) return;
      seen.add(key);
      const leaf = this.diagrams.leafOf(diagram);
      if (leaf) {
        arrive(leaf, assumed);
        return;
      }
      const variable = this.variables.at(this.diagrams.variableOf(diagram));
      const kids = this.diagrams.kidsOf(diagram);
      if (!isConstrained(variable)) {
        for (const kid of new Set(kids)) walk(kid, assumed);
        return;
      }
      for (const { first, last } of runsOf(kids, variable)) {
        const next = assumed.assume(variable, first, last, itself);
        if (next) walk(kids[first] ?? diagram, next);
      }
    };
    walk(root, feasibility);
  }

  /** The facts a diagram still tests, or ends in. */
  mentions(diagram: Diagram): ReadonlySet<string> {
    const before = this.#mentioned.get(diagram);
    if (before) return before;
    const leaf = this.diagrams.leafOf(diagram);
    const facts = leaf
      ? new Set(leaf.is === "fact" ? [leaf.fact] : [])
      : new Set([
          ...factsOf(this.variables.at(this.diagrams.variableOf(diagram))),
          ...this.diagrams.kidsOf(diagram).flatMap((kid) => [...this.mentions(kid)]),
        ]);
    for (const fact of facts) if (this.#facts.has(fact)) facts.delete(fact);
    this.#mentioned.set(diagram, facts);
    return facts;
  }

  /**
   * Whether the values of one variable may exclude those of another, or an offset may hide a difference. Where
   * not, every fact a reduced diagram mentions can change its answer, and there is nothing to filter.
   */
  isTangled(root: Diagram): boolean {
    const places = new Map<string, string>();
    const seen = new Set<Diagram>();
    const meetsTwice = (fact: string, place: string): boolean => {
      const before = places.get(fact);
      places.set(fact, place);
      return before !== undefined && before !== place;
    };
    const walk = (diagram: Diagram): boolean => {
      if (seen.has(diagram)) return false;
      seen.add(diagram);
      const leaf = this.diagrams.leafOf(diagram);
      if (leaf?.is === "fact") return leaf.offset.length > 0 || meetsTwice(leaf.fact, "leaf");
      if (leaf) return leaf.is === "impossible";
      const index = this.diagrams.variableOf(diagram);
      const variable = this.variables.at(index);
      if (isConstrained(variable)) {
        const unknown = factsOf(variable).filter((fact) => !this.#facts.has(fact));
        if (unknown.length > 1 || unknown.some((fact) => meetsTwice(fact, `variable ${index}`))) return true;
      }
      return this.diagrams.kidsOf(diagram).some(walk);
    };
    return walk(root);
  }

  #possible(variable: Variable, feasibility: Feasibility): readonly boolean[] {
    const values = Array.from({ length: variable.size }, (_, value) => value);
    if (isConstrained(variable)) {
      return values.map((value) => feasibility.assume(variable, value, value, itself) !== undefined);
    }
    const known = "fact" in variable ? this.#facts.get(variable.fact) : undefined;
    if (known === undefined) return values.map(() => true);
    if (variable.kind === "element") {
      const present = (known as readonly string[]).includes(variable.element) ? 1 : 0;
      return values.map((value) => value === present);
    }
    const declared =
      variable.kind === "choice" ? declaredFacts(this.#policy.facts).get(variable.fact) : undefined;
    const at = declared?.kind === "one-of" ? declared.values.indexOf(known as string) : Number(known);
    return values.map((value) => value === at);
  }

  /** Values that cannot occur take the branch of a neighbour, so that what remains is as small as it can be. */
  #remaining(
    index: number,
    kids: readonly Diagram[],
    possible: readonly boolean[],
    cut: (diagram: Diagram) => Diagram,
  ): Diagram {
    let last: Diagram | undefined;
    const first = kids.find((_, value) => possible[value]);
    return this.diagrams.node(
      index,
      kids.map((kid, value) => {
        if (possible[value]) last = cut(kid);
        return last ?? cut(first ?? kid);
      }),
    );
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

import { weekdayOfDay, weekdays } from "../calendar/civil-day.js";
import { termFromDuration } from "../calendar/term.js";
import type { Comparison, Condition } from "../language/condition.js";
import type { Expression, Reference } from "../language/expression.js";
import type { FactDeclaration } from "../language/fact.js";
import type { Policy } from "../language/policy.js";
import type { Diagram, Diagrams } from "./diagrams.js";
import { isNone, none, termKey, type FactTerm, type Leaf } from "./leaf.js";
import { applyOffset, extendOffset, lengthOf, noOffset, smallestReaching } from "./offset.js";
import { scaleOf } from "./scale.js";
import { rowFor, type Segment } from "./timeline.js";
import type { VariableOrder } from "./variables.js";

/** A set as one boolean diagram per element. */
export type SetDiagram = ReadonlyMap<string, Diagram>;

interface Scope {
  readonly policy: Policy;
  readonly segment: Segment;
  readonly diagrams: Diagrams;
  readonly order: VariableOrder;
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  /** The decisions made so far. */
  readonly scalars: ReadonlyMap<string, Diagram>;
  readonly sets: ReadonlyMap<string, SetDiagram>;
}

interface Declared {
  readonly kind: string;
  readonly values?: readonly string[];
}

/** Turns the conditions and expressions of one segment into diagrams. */
export class TermDiagrams {
  readonly #scope: Scope;
  readonly #diagrams: Diagrams;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#diagrams = scope.diagrams;
  }

  condition(condition: Condition): Diagram {
    const diagrams = this.#diagrams;
    if ("all" in condition) {
      return condition.all.reduce((all, part) => diagrams.and(all, this.condition(part)), diagrams.true);
    }
    if ("any" in condition) {
      return condition.any.reduce((any, part) => diagrams.or(any, this.condition(part)), diagrams.false);
    }
    if ("not" in condition) return diagrams.not(this.condition(condition.not));
    return this.#comparison(condition);
  }

  /** A scalar expression; its leaves are values of the declared kind. */
  scalar(expression: Expression | Condition, declared: Declared): Diagram {
    const diagrams = this.#diagrams;
    if (typeof expression !== "object") return diagrams.leaf(leafOf(expression, declared));
    if ("plus" in expression) {
      const term = termFromDuration(expression.plus[1]) ?? { months: 0, days: 0 };
      return diagrams.bind(this.scalar(expression.plus[0], { kind: "date" }), (leaf) => {
        if (leaf.is === "point") return diagrams.leaf({ ...leaf, at: applyOffset([term], leaf.at) });
        return diagrams.leaf(
          leaf.is === "fact" ? { ...leaf, offset: extendOffset(leaf.offset, term) } : leaf,
        );
      });
    }
    if ("weekdayOf" in expression) {
      return diagrams.bind(this.scalar(expression.weekdayOf, { kind: "date" }), (leaf) =>
        this.#weekday(leaf),
      );
    }
    if ("fact" in expression && !("operator" in expression)) return this.#reference(expression);
    return this.condition(expression as Condition);
  }

  set(expression: Expression, values: readonly string[]): SetDiagram {
    const diagrams = this.#diagrams;
    if (typeof expression === "object" && "minus" in expression) {
      const left = this.set(expression.minus[0], values);
      const right = this.set(expression.minus[1], [...left.keys()]);
      return new Map(
        [...left].map(([element, has]) => [
          element,
          diagrams.and(has, diagrams.not(right.get(element) ?? diagrams.false)),
        ]),
      );
    }
    if (typeof expression === "object" && "fact" in expression) return this.#setReference(expression);
    const listed = expression as readonly string[];
    return new Map([...new Set(listed)].map((element) => [element, diagrams.true]));
  }

  /** Where two scalars are the same. */
  same(left: Diagram, right: Diagram): Diagram {
    const diagrams = this.#diagrams;
    return diagrams.bindBoth(left, right, (one, two) => {
      if (one.is === "value" || two.is === "value") {
        const same = one.is === "value" && two.is === "value" && one.value === two.value;
        return same ? diagrams.true : diagrams.false;
      }
      return diagrams.not(diagrams.or(this.#less(one, two), this.#less(two, one)));
    });
  }

  #reference(reference: Reference): Diagram {
    const { diagrams, scalars, facts } = { ...this.#scope };
    const [group, name] = split(reference.fact);
    if (group === "decision") return scalars.get(name) ?? diagrams.impossible;
    if (group === "rate") {
      const declared: Declared = this.#scope.policy.rates[name] ?? { kind: "boolean" };
      return this.#rate(reference, name, (value) => diagrams.leaf(leafOf(value as string, declared)));
    }
    const declared = facts.get(reference.fact);
    if (!declared) return diagrams.impossible;
    if (scaleOf(declared)) return diagrams.leaf({ is: "fact", fact: reference.fact, offset: noOffset });
    const values = declared.kind === "one-of" ? declared.values : [false, true];
    const { index } = this.#scope.order.find({ kind: "choice", fact: reference.fact, size: values.length });
    return diagrams.node(
      index,
      values.map((value) => diagrams.leaf({ is: "value", value })),
    );
  }

  #setReference(reference: Reference): SetDiagram {
    const { diagrams, sets, facts, order } = this.#scope;
    const [group, name] = split(reference.fact);
    if (group === "decision") return sets.get(name) ?? new Map();
    if (group === "rate") {
      const elements = new Set(
        this.#scope.policy.rates[name]?.rows.flatMap((row) =>
          Array.isArray(row.value) ? (row.value as string[]) : [],
        ),
      );
      return new Map(
        [...elements].map((element) => [
          element,
          this.#rate(reference, name, (value) =>
            Array.isArray(value) && value.includes(element) ? diagrams.true : diagrams.false,
          ),
        ]),
      );
    }
    const declared = facts.get(reference.fact);
    const values = declared?.kind === "set-of" ? declared.values : [];
    return new Map(
      values.map((element) => {
        const { index } = order.find({ kind: "element", fact: reference.fact, element, size: 2 });
        return [element, diagrams.node(index, [diagrams.false, diagrams.true])];
      }),
    );
  }

  /** A keyed rate is an ordinary diagram over its key facts. */
  #rate(reference: Reference, name: string, leaf: (value: unknown) => Diagram): Diagram {
    const by = reference.params?.by ?? this.#scope.policy.rates[name]?.by ?? [];
    const at = (key: readonly string[]): Diagram => {
      const path = by[key.length];
      if (path === undefined) return leaf(rowFor(this.#scope.segment, name, key)?.value ?? "none");
      return this.#diagrams.bind(this.#reference({ fact: path }), (chosen) =>
        at([...key, chosen.is === "value" ? String(chosen.value) : ""]),
      );
    };
    return at([]);
  }

  #comparison(comparison: Comparison): Diagram {
    const { diagrams, facts } = this.#scope;
    const { operator, value } = comparison;
    const right = typeof value === "object" && "fact" in value ? value : undefined;
    const declared = this.#declared(comparison.fact) ?? { kind: "text" };
    if (operator === "isEmpty") {
      const some = [...this.#setReference(comparison).values()].reduce(
        (any, has) => diagrams.or(any, has),
        diagrams.false,
      );
      return value === true ? diagrams.not(some) : some;
    }
    if (operator === "contains" || operator === "doesNotContain") {
      const set = this.#setReference(comparison);
      const element = right ? this.#reference(right) : diagrams.leaf({ is: "value", value: value as string });
      const has = this.#member(element, set);
      return operator === "contains" ? has : diagrams.not(has);
    }
    if (operator === "in" || operator === "notIn") {
      const among = right
        ? this.#member(this.#reference(comparison), this.#setReference(right))
        : (value as readonly (string | number)[]).reduce<Diagram>(
            (any, one) => diagrams.or(any, this.#equal(comparison, one, declared)),
            diagrams.false,
          );
      return operator === "in" ? among : diagrams.not(among);
    }
    if (operator === "equal" || operator === "notEqual") {
      const equal =
        right && facts.get(comparison.fact)?.kind === "text"
          ? this.#sameText(comparison.fact, right.fact)
          : this.#equal(comparison, right ?? (value as string), declared);
      return operator === "equal" ? equal : diagrams.not(equal);
    }
    const other = right ? this.#reference(right) : diagrams.leaf(leafOf(value as string, declared));
    return diagrams.bindBoth(this.#reference(comparison), other, (one, two) => {
      if (isNone(one) || isNone(two)) return diagrams.false;
      if (operator === "lessThan") return this.#less(one, two);
      if (operator === "greaterThan") return this.#less(two, one);
      return diagrams.not(operator === "lessThanInclusive" ? this.#less(two, one) : this.#less(one, two));
    });
  }

  #equal(reference: Reference, other: Reference | string | number | boolean, declared: Declared): Diagram {
    const { diagrams, order } = this.#scope;
    if (declared.kind === "text") {
      const placed = order.find({ kind: "word", fact: reference.fact, words: [other as string], size: 2 });
      const words = placed.variable.kind === "word" ? placed.variable.words : [];
      return diagrams.node(
        placed.index,
        [...words, undefined].map((word) => (word === other ? diagrams.true : diagrams.false)),
      );
    }
    const two = typeof other === "object" ? this.#reference(other) : diagrams.leaf(leafOf(other, declared));
    return this.same(this.#reference(reference), two);
  }

  #sameText(left: string, right: string): Diagram {
    const { diagrams, order } = this.#scope;
    if (left === right) return diagrams.true;
    const [one, two] = left < right ? [left, right] : [right, left];
    const { index } = order.find({ kind: "same", left: one, right: two, size: 2 });
    return diagrams.node(index, [diagrams.false, diagrams.true]);
  }

  #member(element: Diagram, set: SetDiagram): Diagram {
    const diagrams = this.#diagrams;
    return diagrams.bind(element, (leaf) =>
      leaf.is === "value" ? (set.get(String(leaf.value)) ?? diagrams.false) : diagrams.false,
    );
  }

  /** Whether one place lies strictly before another. */
  #less(left: Leaf, right: Leaf): Diagram {
    const { diagrams, order } = this.#scope;
    if (left.is === "point" && right.is === "point")
      return left.at < right.at ? diagrams.true : diagrams.false;
    if (left.is === "fact" && right.is === "point") return this.#before(left, right.at);
    if (left.is === "point" && right.is === "fact") return diagrams.not(this.#before(right, left.at + 1));
    if (left.is !== "fact" || right.is !== "fact") return diagrams.impossible;
    if (left.fact === right.fact) {
      if (termKey(left) === termKey(right)) return diagrams.false;
      if (lengthOf(left.offset).most < lengthOf(right.offset).least) return diagrams.true;
      if (lengthOf(right.offset).most <= lengthOf(left.offset).least) return diagrams.false;
    }
    const { index } = order.find({ kind: "order", left: bare(left), right: bare(right), size: 2 });
    return diagrams.node(index, [diagrams.false, diagrams.true]);
  }

  /** Whether a fact with its offset lies before a fixed place: one more cut of the fact's scale. */
  #before(term: FactTerm, at: number): Diagram {
    const { diagrams, order, facts } = this.#scope;
    const start = smallestReaching(term.offset, at);
    const scale = scaleOf(facts.get(term.fact) ?? { kind: "text" });
    if (!scale || start <= scale.least) return diagrams.false;
    if (start > scale.most) return diagrams.true;
    const placed = order.find({ kind: "cut", fact: term.fact, starts: [start], size: 2 });
    const starts = placed.variable.kind === "cut" ? placed.variable.starts : [];
    return diagrams.node(
      placed.index,
      [...starts, Infinity].map((next) => (next <= start ? diagrams.true : diagrams.false)),
    );
  }

  #weekday(leaf: Leaf): Diagram {
    const { diagrams, order } = this.#scope;
    const leaves = weekdays.map((value) => diagrams.leaf({ is: "value", value }));
    if (leaf.is === "point") return leaves[weekdayOfDay(leaf.at)] ?? diagrams.impossible;
    if (leaf.is !== "fact") return diagrams.leaf(leaf);
    return diagrams.node(order.find({ kind: "weekday", term: bare(leaf), size: 7 }).index, leaves);
  }

  #declared(name: string): Declared | undefined {
    const [group, rest] = split(name);
    if (group === "decision") return this.#scope.policy.decisions[rest];
    return group === "rate" ? this.#scope.policy.rates[rest] : this.#scope.facts.get(name);
  }
}

function leafOf(value: boolean | number | string, declared: Declared): Leaf {
  const scale = scaleOf(declared);
  if (!scale) return { is: "value", value: typeof value === "number" ? String(value) : value };
  return value === "none" ? none : { is: "point", at: scale.place(value) };
}

function split(name: string): readonly ["decision" | "rate" | "fact", string] {
  if (name.startsWith("decision.")) return ["decision", name.slice("decision.".length)];
  return name.startsWith("rate.") ? ["rate", name.slice("rate.".length)] : ["fact", name];
}

function bare(leaf: FactTerm): FactTerm {
  return { fact: leaf.fact, offset: leaf.offset };
}

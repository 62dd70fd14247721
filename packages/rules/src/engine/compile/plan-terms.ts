import { type Enumeration, type Place, type Shape, wordsOf } from "../compiled/frame.js";
import { weekdays } from "../../calendar/civil-day.js";
import { termFromDuration } from "../../calendar/term.js";
import type { Comparison, Condition } from "../../language/condition.js";
import type { Expression, Reference } from "../../language/expression.js";
import { splitName } from "../../language/word.js";
import type { Value } from "../evaluate.js";
import { rowFor, type Segment } from "../timeline.js";
import * as fold from "./fold.js";
import { hold, holdSet, noId } from "./hold.js";
import type { Layout } from "./layout.js";
import type { Result, Term, Test } from "./plan.js";

/** A name as conditions and results read it. */
interface Operand {
  readonly words: readonly Term[];
  readonly shape: Shape;
  readonly mayBeNone: boolean;
}

/** Puts the conditions and expressions of a segment in terms of slots and constants. */
export class PlanTerms {
  readonly #layout: Layout;
  readonly #segment: Segment;
  readonly #decided: ReadonlySet<string>;

  /** `decided`: the decisions the edition has a table for; the others are their declared defaults. */
  constructor(layout: Layout, segment: Segment, decided: ReadonlySet<string>) {
    this.#layout = layout;
    this.#segment = segment;
    this.#decided = decided;
  }

  test(condition: Condition): Test {
    if ("all" in condition) return fold.allOf(condition.all.map((part) => this.test(part)));
    if ("any" in condition) return fold.anyOf(condition.any.map((part) => this.test(part)));
    if ("not" in condition) return fold.not(this.test(condition.not));
    return this.#comparison(condition);
  }

  /** What an expression, or a condition that stands for one, gives for a decision. */
  result(then: Expression | Condition, place: Place): Result {
    const { shape } = place;
    if (shape.is === "boolean") {
      if (typeof then !== "object") return fold.truth(then === true);
      const isName = "fact" in then && !("operator" in then);
      return isName ? fold.same(this.#only(then), fold.constant(true), false) : this.test(then as Condition);
    }
    return shape.is === "set"
      ? this.#set(then as Expression, shape.enumeration)
      : [this.#scalar(then as Expression, shape)];
  }

  #comparison({ operator, value, ...reference }: Comparison): Test {
    const left = this.#operand(reference);
    const [first = fold.constant(NaN)] = left.words;
    switch (operator) {
      case "equal":
        return this.#equal(left, value);
      case "notEqual":
        return fold.not(this.#equal(left, value));
      case "in":
        return this.#isIn(left, value);
      case "notIn":
        return fold.not(this.#isIn(left, value));
      case "lessThan":
        return fold.less(first, this.#scalarOf(value, left.shape), false);
      case "lessThanInclusive":
        return fold.less(first, this.#scalarOf(value, left.shape), true);
      case "greaterThan":
        return fold.less(this.#scalarOf(value, left.shape), first, false);
      case "greaterThanInclusive":
        return fold.less(this.#scalarOf(value, left.shape), first, true);
      case "contains":
        return fold.holdsId(left.words, this.#id(value, left.shape));
      case "doesNotContain":
        return fold.not(fold.holdsId(left.words, this.#id(value, left.shape)));
      case "isEmpty": {
        const empty = left.words.map((word) => fold.same(word, fold.constant(0), false));
        return value === true ? fold.allOf(empty) : fold.not(fold.allOf(empty));
      }
    }
  }

  #equal(left: Operand, value: Comparison["value"]): Test {
    const [first = fold.constant(NaN)] = left.words;
    const right = isReference(value) ? this.#operand(value) : undefined;
    const none = left.mayBeNone && (right?.mayBeNone ?? true);
    return fold.same(first, right?.words[0] ?? this.#scalarOf(value, left.shape), none);
  }

  #isIn(left: Operand, value: Comparison["value"]): Test {
    const [first = fold.constant(NaN)] = left.words;
    const { shape } = left;
    if (isReference(value)) return fold.holdsId(this.#operand(value).words, first);
    const listed = value as readonly (string | number)[];
    if (shape.is === "choice") {
      return fold.holdsId(holdSet(listed as readonly string[], shape.enumeration).map(fold.constant), first);
    }
    return fold.anyOf(
      listed.map((one) => fold.same(first, this.#scalarOf(one, shape), left.mayBeNone && one === "none")),
    );
  }

  #scalarOf(value: Comparison["value"], shape: Shape): Term {
    return isReference(value) ? this.#only(value) : fold.constant(hold(value as Value, shape)[0] ?? NaN);
  }

  /** A value asked for in a set. */
  #id(value: Comparison["value"], shape: Shape): Term {
    if (isReference(value)) return this.#only(value);
    const id = shape.is === "set" ? shape.enumeration.ids.get(value as string) : undefined;
    return fold.constant(id ?? noId);
  }

  #only(reference: Reference): Term {
    return this.#operand(reference).words[0] ?? fold.constant(NaN);
  }

  #scalar(then: Expression, shape: Shape): Term {
    if (typeof then !== "object" || Array.isArray(then)) {
      return fold.constant(hold(then as Value, shape)[0] ?? NaN);
    }
    if ("plus" in then) return this.#day(then).term;
    if ("weekdayOf" in then) {
      const ids = shape.is === "choice" ? shape.enumeration.ids : new Map<string, number>();
      return fold.weekday(
        this.#day(then.weekdayOf).term,
        weekdays.map((day) => ids.get(day) ?? noId),
      );
    }
    return this.#only(then as Reference);
  }

  #day(then: Expression): { readonly term: Term; readonly mayBeNone: boolean } {
    if (typeof then === "object" && "plus" in then) {
      const [start, duration] = then.plus;
      const { term, mayBeNone } = this.#day(start);
      const { months, days } = termFromDuration(duration) ?? { months: 0, days: 0 };
      return { term: fold.plusTerm(term, months, days, mayBeNone), mayBeNone };
    }
    if (typeof then === "object" && "fact" in then) {
      const { words, mayBeNone } = this.#operand(then);
      return { term: words[0] ?? fold.constant(NaN), mayBeNone };
    }
    return { term: this.#scalar(then, { is: "day" }), mayBeNone: false };
  }

  #set(then: Expression, enumeration: Enumeration): readonly Term[] {
    if (typeof then === "object" && "minus" in then) {
      const [left, right] = then.minus.map((side) => this.#set(side, enumeration));
      return (left ?? []).map((word, index) => fold.without(word, right?.[index] ?? fold.constant(0)));
    }
    if (typeof then === "object" && "fact" in then) return this.#operand(then).words;
    return holdSet(then as readonly string[], enumeration).map(fold.constant);
  }

  #operand(reference: Reference): Operand {
    const [group, name] = splitName(reference.fact);
    if (group === "rate") return this.#rate(name, reference);
    const place = (group === "decision" ? this.#layout.decisions : this.#layout.facts).get(name);
    if (!place) throw new RangeError(`compile: "${name}" is not declared`);
    const { slot, shape, mayBeNone } = place;
    const fallback = this.#layout.policy.decisions[name]?.default;
    if (group === "decision" && !this.#decided.has(name) && fallback !== undefined) {
      return { words: hold(fallback, shape).map(fold.constant), shape, mayBeNone };
    }
    const words = Array.from({ length: wordsOf(shape) }, (_, word): Term => ({
      is: "slot",
      slot: slot + word,
    }));
    return { words, shape, mayBeNone };
  }

  #rate(name: string, reference: Reference): Operand {
    const declared = this.#layout.policy.rates[name];
    if (!declared) throw new RangeError(`compile: rate "${name}" is not declared`);
    const shape = rateShape(declared.kind, this.#layout.enumerations.get(`rate.${name}`));
    const mayBeNone = declared.orNone === true;
    const by = (reference.params?.by ?? declared.by ?? []).map((path) => {
      const place = this.#layout.facts.get(path);
      if (place?.shape.is !== "choice") throw new RangeError(`compile: rate "${name}" has no key "${path}"`);
      const { values, enumeration } = place.shape;
      return { slot: place.slot, values, ids: enumeration.ids };
    });
    const rowOf = (key: readonly string[]): readonly (boolean | number | string)[] => {
      const value = rowFor(this.#segment, name, key)?.value;
      if (value === undefined) throw new RangeError(`compile: rate "${name}" has no value for a key`);
      return hold(value, shape);
    };
    if (by.length === 0) return { words: rowOf([]).map(fold.constant), shape, mayBeNone };
    const [outer, inner] = by;
    const width = inner?.ids.size ?? 1;
    const keys = by.map(({ slot }): Term => ({ is: "slot", slot }));
    const words = Array.from({ length: wordsOf(shape) }, (_, word): Term => {
      const values = new Array<number>((outer?.ids.size ?? 1) * width).fill(0);
      for (const first of outer?.values ?? []) {
        for (const second of inner?.values ?? [undefined]) {
          const at =
            (outer?.ids.get(first) ?? 0) * width + (second === undefined ? 0 : (inner?.ids.get(second) ?? 0));
          values[at] = Number(rowOf(second === undefined ? [first] : [first, second])[word]);
        }
      }
      return { is: "rate", name, values, keys, width };
    });
    return { words, shape, mayBeNone };
  }
}

function rateShape(kind: string, enumeration: Enumeration | undefined): Shape {
  if (kind === "set-of" && enumeration) {
    return { is: "set", values: [...enumeration.ids.keys()], enumeration };
  }
  return { is: kind === "date" ? "day" : "number" };
}

function isReference(value: Comparison["value"]): value is Reference {
  return typeof value === "object" && "fact" in value;
}

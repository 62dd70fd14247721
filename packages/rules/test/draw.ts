import type { Random } from "../src/testing/random.js";
import { choices, codes, type Json, type Name } from "./small-vocabulary.js";

const orders = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "equal", "notEqual"];
const equality = ["equal", "notEqual"];
const membership = ["in", "notIn"];
const terms = ["P1D", "P2D", "P8D", "P1W", "P1M", "P30D", "P1M1D"];
const longTerms = ["P2M", "P1Y", "P0D"];

/** A set with what it can hold at most, and holds for certain: taking away what is never there is refused. */
interface DrawnSet {
  readonly set: unknown;
  readonly possible: readonly string[];
  readonly certain: readonly string[];
}

/** Draws random conditions and results over the names known so far. */
export class Draw {
  readonly #random: Random;
  readonly #known: readonly Name[];
  readonly #days: readonly string[];
  readonly #terms: readonly string[];

  /** Open days are tried as far as short terms reach, so long ones are for policies without them. */
  constructor(random: Random, known: readonly Name[], days: readonly string[], withLongTerms: boolean) {
    this.#random = random;
    this.#known = known;
    this.#days = days;
    this.#terms = withLongTerms ? [...terms, ...longTerms] : terms;
  }

  condition(depth: number): Json {
    const random = this.#random;
    if (depth > 0 && random.chance(0.4)) {
      const parts = Array.from({ length: random.integer(1, 2) }, () => this.condition(depth - 1));
      return random.pick([{ all: parts }, { any: parts }, { not: parts[0] }]);
    }
    return this.#comparison(random.pick(this.#known));
  }

  /** A result of a decision: a literal, a name, or an expression of its kind. */
  result(declared: Name): unknown {
    const random = this.#random;
    if (declared.orNone && random.chance(0.2)) return "none";
    const values = declared.values ?? [];
    const fitting = this.#ofKind(declared.kind).filter(
      (one) =>
        (declared.orNone === true || one.orNone !== true) &&
        (one.values ?? []).every((value) => values.includes(value)),
    );
    const named =
      random.chance(0.5) && fitting.length > 0 ? this.#reference(random.pick(fitting)) : undefined;
    switch (declared.kind) {
      case "boolean":
        return named ?? (random.chance(0.4) ? this.condition(2) : random.chance(0.5));
      case "one-of":
        if (values.includes("monday") && random.chance(0.7)) return { weekdayOf: this.#day(false, 0.3) };
        return named ?? random.pick(values);
      case "set-of":
        return this.#setOf(values);
      case "time":
        return named ?? random.pick(["10:00", "08:30"]);
      case "date":
        return this.#day(declared.orNone === true, 0.6);
      default:
        return named ?? random.integer(0, 3);
    }
  }

  #setOf(values: readonly string[]): unknown {
    for (;;) {
      const drawn = this.#set(2);
      if (drawn.possible.every((value) => values.includes(value))) return drawn.set;
    }
  }

  #set(depth: number): DrawnSet {
    const random = this.#random;
    if (depth > 0 && random.chance(0.4)) {
      const left = this.#set(depth - 1);
      const right = this.#set(depth - 1);
      const shared = right.possible.some((value) => left.possible.includes(value));
      const written = Array.isArray(right.set);
      const idle = written ? right.possible.some((value) => !left.possible.includes(value)) : !shared;
      if (idle && left.possible.length > 0) return left;
      return {
        set: { minus: [left.set, right.set] },
        possible: left.possible.filter((value) => !right.certain.includes(value)),
        certain: left.certain.filter((value) => !right.possible.includes(value)),
      };
    }
    const sets = this.#ofKind("set-of");
    if (random.chance(0.6) && sets.length > 0) {
      const named = random.pick(sets);
      return { set: this.#reference(named), possible: named.values ?? [], certain: [] };
    }
    const listed = random.pick([codes, choices]).filter(() => random.chance(0.6));
    return { set: listed, possible: listed, certain: listed };
  }

  #day(orNone: boolean, plus: number): unknown {
    const random = this.#random;
    if (random.chance(0.1)) return random.pick(this.#days);
    if (random.chance(plus)) {
      return { plus: [this.#day(orNone, 0.2), random.pick(this.#terms)] };
    }
    const named = this.#ofKind("date").filter((one) => orNone || one.orNone !== true);
    return this.#reference(random.pick(named));
  }

  #ofKind(kind: string): readonly Name[] {
    const same = (one: string): string => (one === "amount" ? "integer" : one);
    return this.#known.filter((one) => same(one.kind) === same(kind));
  }

  /** A name; a keyed rate sometimes with the facts that select its row here. */
  #reference(name: Name): Json {
    const { by } = name;
    const params = by && this.#random.chance(0.5) ? { params: { by: this.#random.pick(by) } } : {};
    return { fact: name.name, ...params };
  }

  #comparison(left: Name): Json {
    const random = this.#random;
    const own = this.#reference(left);
    const others = this.#ofKind(left.kind).filter(
      (one) => one.name !== left.name && (left.values === undefined || sharesValue(one, left)),
    );
    const other = random.chance(0.5) && others.length > 0 ? this.#reference(random.pick(others)) : undefined;
    const values = left.values ?? [];
    if (left.orNone && random.chance(0.2)) return { ...own, operator: random.pick(equality), value: "none" };
    switch (left.kind) {
      case "boolean":
        return { ...own, operator: random.pick(equality), value: other ?? random.chance(0.5) };
      case "one-of": {
        const sets = this.#ofKind("set-of").filter((one) => sharesValue(one, left));
        if (sets.length > 0 && random.chance(0.3)) {
          return { ...own, operator: random.pick(membership), value: this.#reference(random.pick(sets)) };
        }
        if (other ?? random.chance(0.5)) {
          return { ...own, operator: random.pick(equality), value: other ?? random.pick(values) };
        }
        return { ...own, operator: random.pick(membership), value: values.slice(0, random.integer(1, 2)) };
      }
      case "set-of": {
        const elements = this.#ofKind("one-of").filter((one) => sharesValue(one, left));
        if (random.chance(0.3)) return { ...own, operator: "isEmpty", value: random.chance(0.5) };
        const named =
          elements.length > 0 && random.chance(0.5) ? this.#reference(random.pick(elements)) : undefined;
        return {
          ...own,
          operator: random.pick(["contains", "doesNotContain"]),
          value: named ?? random.pick(values),
        };
      }
      case "text":
        if (random.chance(0.3)) return { ...own, operator: random.pick(membership), value: ["x", "y"] };
        return { ...own, operator: random.pick(equality), value: other ?? random.pick(["x", "y"]) };
      default: {
        const listed = { date: this.#days, time: ["10:00", "00:00", "10:01", "23:59"] }[left.kind] ?? [
          -1, 0, 1, 2, 3, 4,
        ];
        if (random.chance(0.15))
          return { ...own, operator: random.pick(membership), value: listed.slice(1, 3) };
        return {
          ...own,
          operator: random.pick(orders),
          value: other ?? random.pick<number | string>(listed),
        };
      }
    }
  }
}

function sharesValue(one: Name, other: Name): boolean {
  return (one.values ?? []).some((value) => other.values?.includes(value) === true);
}

import { termFromDuration } from "../../../packages/rules/src/calendar/term.js";
import { rowFor, type Segment } from "../../../packages/rules/src/engine/timeline.js";
import type { Comparison, Condition } from "../../../packages/rules/src/language/condition.js";
import { declaredFacts } from "../../../packages/rules/src/language/declared-facts.js";
import type { Table } from "../../../packages/rules/src/language/edition.js";
import type { Expression, Reference } from "../../../packages/rules/src/language/expression.js";
import type { Kind } from "../../../packages/rules/src/language/kind.js";
import type { Policy } from "../../../packages/rules/src/language/policy.js";

// Reads the tables of a policy and writes them in the language of another engine: no rule is written twice by hand.

export type Literal = boolean | number | string | readonly string[];
type Declared = Kind & { readonly orNone?: true };
type Order = "<" | "<=" | ">" | ">=";

/** How an engine's language says what a table may say. */
export interface Language<Code> {
  /** A literal of a kind; what may be none is `none` where the kind has no such value. */
  readonly literal: (value: Literal, kind: Kind) => Code;
  readonly none: (kind: Kind) => Code;
  readonly fact: (path: string, kind: Kind) => Code;
  readonly decision: (name: string) => Code;
  readonly all: (parts: readonly Code[]) => Code;
  readonly any: (parts: readonly Code[]) => Code;
  readonly not: (part: Code) => Code;
  readonly equal: (left: Code, right: Code) => Code;
  readonly isIn: (element: Code, set: Code) => Code;
  readonly isEmpty: (set: Code) => Code;
  readonly ordered: (symbol: Order, left: Code, right: Code) => Code;
  readonly without: (left: Code, right: Code) => Code;
  /** A day some months and days later than `day`, which is what `from` says. */
  readonly later: (
    day: Code,
    term: { readonly months: number; readonly days: number },
    from: Expression,
  ) => Code;
  /** The value for the key among these, and the one for all others. */
  readonly keyed: (name: string, key: Code, rows: readonly (readonly [Code, Code])[], others: Code) => Code;
}

/** A table, written. */
export interface WrittenTable<Code> {
  readonly decides: readonly string[];
  readonly collects: boolean;
  /** Where it does not hold, the table does not answer. */
  readonly guard?: Code;
  readonly rows: readonly WrittenRow<Code>[];
}

export interface WrittenRow<Code> {
  readonly id: string;
  /** Absent: always. */
  readonly when?: Code;
  /** By decision. */
  readonly gives: readonly Code[];
  /** The same as the policy has it: the elements of a collected literal. */
  readonly then: readonly unknown[];
}

/** Calls back with each table in its order, once it is written: a language may keep what later tables refer to. */
export function writeTables<Code>(
  policy: Policy,
  segment: Segment,
  language: Language<Code>,
  add: (table: WrittenTable<Code>) => void,
): void {
  const write = new Writer(policy, segment, language);
  for (const table of segment.edition.tables) add(write.table(table));
}

class Writer<Code> {
  readonly policy: Policy;
  readonly segment: Segment;
  readonly language: Language<Code>;
  readonly #facts: ReadonlyMap<string, Kind>;

  constructor(policy: Policy, segment: Segment, language: Language<Code>) {
    this.policy = policy;
    this.segment = segment;
    this.language = language;
    this.#facts = declaredFacts(policy.facts) as ReadonlyMap<string, Kind>;
  }

  table(table: Table): WrittenTable<Code> {
    const decides = typeof table.decides === "string" ? [table.decides] : table.decides;
    const rows: readonly { readonly id?: string; readonly when?: Condition; readonly then: unknown }[] =
      "is" in table
        ? [{ ...(table.id === undefined ? {} : { id: table.id }), then: table.is }]
        : [...table.cases, ...("otherwise" in table ? [table.otherwise] : [])];
    return {
      decides,
      collects: "hitPolicy" in table && table.hitPolicy === "collect",
      ...(table.onlyWhen === undefined ? {} : { guard: this.condition(table.onlyWhen) }),
      rows: rows.map(({ id, when, then }) => {
        const thens = decides.map((name) =>
          typeof table.decides === "string" ? then : (then as Readonly<Record<string, unknown>>)[name],
        );
        return {
          id: id ?? "",
          ...(when === undefined ? {} : { when: this.condition(when) }),
          gives: thens.map((one, at) =>
            this.#result(one as Expression | Condition, this.#kindOf(`decision.${decides[at] ?? ""}`)),
          ),
          then: thens,
        };
      }),
    };
  }

  condition(when: Condition): Code {
    const { language } = this;
    if ("all" in when) return language.all(when.all.map((part) => this.condition(part)));
    if ("any" in when) return language.any(when.any.map((part) => this.condition(part)));
    if ("not" in when) return language.not(this.condition(when.not));
    return this.#comparison(when);
  }

  #comparison(when: Comparison): Code {
    const { language } = this;
    const kind = this.#kindOf(when.fact);
    const left = this.#reference(when);
    if (when.operator === "isEmpty") {
      const empty = language.isEmpty(left);
      return when.value === true ? empty : language.not(empty);
    }
    const right = isReference(when.value)
      ? this.#reference(when.value)
      : this.#literal(when.value as Literal, kind);
    switch (when.operator) {
      case "equal":
        return language.equal(left, right);
      case "notEqual":
        return language.not(language.equal(left, right));
      case "in":
        return language.isIn(left, right);
      case "notIn":
        return language.not(language.isIn(left, right));
      case "contains":
        return language.isIn(right, left);
      case "doesNotContain":
        return language.not(language.isIn(right, left));
      case "lessThan":
        return this.#ordered("<", when, left, right);
      case "lessThanInclusive":
        return this.#ordered("<=", when, left, right);
      case "greaterThan":
        return this.#ordered(">", when, left, right);
      case "greaterThanInclusive":
        return this.#ordered(">=", when, left, right);
    }
  }

  /** With `none`, ordered operators are false. */
  #ordered(symbol: Order, { fact, value }: Comparison, left: Code, right: Code): Code {
    const { language } = this;
    const isKnown = (name: string, code: Code): readonly Code[] => {
      const kind = this.#kindOf(name);
      return kind.orNone === true ? [language.not(language.equal(code, language.none(kind)))] : [];
    };
    const known = [...isKnown(fact, left), ...(isReference(value) ? isKnown(value.fact, right) : [])];
    const compared = language.ordered(symbol, left, right);
    return known.length === 0 ? compared : language.all([...known, compared]);
  }

  #result(then: Expression | Condition, kind: Declared): Code {
    if (typeof then !== "object" || Array.isArray(then)) return this.#literal(then as Literal, kind);
    if ("plus" in then) {
      const term = termFromDuration(then.plus[1]) ?? { months: 0, days: 0 };
      return this.language.later(this.#result(then.plus[0], kind), term, then.plus[0]);
    }
    if ("minus" in then) {
      const [left, right] = then.minus;
      return this.language.without(this.#result(left, kind), this.#result(right, kind));
    }
    if ("operator" in then || !("fact" in then)) return this.condition(then as Condition);
    return this.#reference(then);
  }

  #literal(value: Literal, kind: Declared): Code {
    const isNone = value === "none" && !("values" in kind && kind.values.includes("none"));
    return isNone ? this.language.none(kind) : this.language.literal(value, kind);
  }

  #reference({ fact, params }: Reference): Code {
    const [head = "", name = ""] = fact.split(/\.(.*)/s);
    const kind = this.#kindOf(fact);
    if (head === "decision") return this.language.decision(name);
    if (head !== "rate") return this.language.fact(fact, kind);
    const by = params?.by ?? this.policy.rates[name]?.by ?? [];
    if (by.length > 1) throw new RangeError(`bench: rate "${name}" has two keys; write that first`);
    const value = (key: readonly string[]): Code =>
      this.#literal(rowFor(this.segment, name, key)?.value ?? "none", kind);
    const [path] = by;
    if (path === undefined) return value([]);
    const keyKind = this.#kindOf(path);
    const rows = (this.segment.rates.get(name) ?? []).flatMap((row) => row.for?.[0] ?? []);
    return this.language.keyed(
      `${name}.${path}`,
      this.language.fact(path, keyKind),
      rows.map((key) => [this.language.literal(key, keyKind), value([key])] as const),
      value([]),
    );
  }

  #kindOf(name: string): Declared {
    const [head = "", rest = ""] = name.split(/\.(.*)/s);
    const declared =
      head === "decision"
        ? this.policy.decisions[rest]
        : head === "rate"
          ? this.policy.rates[rest]
          : this.#facts.get(name);
    if (!declared) throw new RangeError(`bench: nothing is called "${name}"`);
    return declared as Declared;
  }
}

function isReference(value: Comparison["value"]): value is Reference {
  return typeof value === "object" && "fact" in value;
}

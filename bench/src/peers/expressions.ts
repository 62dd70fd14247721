import { segmentsOf, type Segment } from "../../../packages/rules/src/engine/timeline.js";
import type { Policy } from "../../../packages/rules/src/language/policy.js";
import type { Answer } from "../variant.js";
import { dayOfNumber, numberOfDay, type DaysAsNumbers } from "./days-as-numbers.js";
import { writeTables, type Language, type WrittenTable } from "./translate.js";

// For languages of expressions that name their intermediate results: of each table the number of its case, or a truth
// for each case it collects, then the values of its decisions. A value that is none is null.

/** What such a language says its own way. */
export interface Expressions {
  readonly not: (part: string) => string;
  readonly equal: (left: string, right: string) => string;
  readonly isIn: (element: string, list: string) => string;
  readonly isEmpty: (list: string) => string;
  readonly without: (left: string, right: string) => string;
  readonly conditional: (
    branches: readonly (readonly [holds: string, value: string])[],
    otherwise: string,
  ) => string;
  /** The texts of those that hold. */
  readonly chosen: (options: readonly (readonly [holds: string, text: string])[]) => string;
  readonly text: (value: string) => string;
  /** A named result, and an element of a list by its place. */
  readonly read: (name: string) => string;
  readonly at: (list: string, place: number) => string;
}

export type Named = readonly [name: string, expression: string];

export interface ExpressionsOfSegment {
  readonly named: readonly Named[];
  /** Reads what an engine gives for those names: the outcome, and the ids of the cases. */
  readonly read: (given: unknown) => Answer;
}

/** A policy's segments in such a language. */
export function expressionsOf(
  policy: Policy,
  input: DaysAsNumbers,
  say: Expressions,
): readonly ExpressionsOfSegment[] {
  return segmentsOf(policy).map((segment) => new SegmentInExpressions(policy, segment, input, say).written());
}

class SegmentInExpressions {
  readonly policy: Policy;
  readonly segment: Segment;
  readonly input: DaysAsNumbers;
  readonly say: Expressions;
  readonly #tables: WrittenTable<string>[] = [];
  readonly #named: Named[] = [];
  readonly #decided = new Set<string>();

  constructor(policy: Policy, segment: Segment, input: DaysAsNumbers, say: Expressions) {
    this.policy = policy;
    this.segment = segment;
    this.input = input;
    this.say = say;
  }

  written(): ExpressionsOfSegment {
    writeTables(this.policy, this.segment, this.#language(), (table) => {
      this.#named.push(...(table.collects ? this.#collected(table) : this.#decidedBy(table)));
      this.#tables.push(table);
      for (const one of table.decides) this.#decided.add(one);
    });
    return { named: this.#named, read: answerReader(this.policy, this.#tables) };
  }

  #language(): Language<string> {
    const { say } = this;
    return {
      literal: (value, { kind }) =>
        kind === "date" ? String(numberOfDay(String(value))) : this.#literal(value),
      none: () => "null",
      fact: (path) => path,
      decision: (name) => (this.#decided.has(name) ? say.read(name) : this.#usual(name)),
      all: (parts) => `(${parts.join(" and ")})`,
      any: (parts) => `(${parts.join(" or ")})`,
      not: say.not,
      equal: say.equal,
      isIn: say.isIn,
      isEmpty: say.isEmpty,
      ordered: (symbol, left, right) => `(${left} ${symbol} ${right})`,
      without: say.without,
      later: (_day, term, from) => `term.${this.input.later(term, from)}`,
      keyed: (_name, key, rows, others) =>
        say.conditional(
          rows.map(([one, value]) => [say.equal(key, one), value] as const),
          others,
        ),
    };
  }

  /** The row that decides, then what it gives. */
  #decidedBy({ decides, rows, guard }: WrittenTable<string>): readonly Named[] {
    const { say } = this;
    const name = this.#casesName();
    const last = String(rows.length - 1);
    const row = this.#conditional(
      rows.slice(0, -1).map(({ when }, at) => [when ?? "true", String(at)]),
      last,
    );
    const values = decides.map((one, at): Named => {
      const given = rows.map(
        ({ gives }, of) => [say.equal(say.read(name), String(of)), gives[at] ?? ""] as const,
      );
      const unguarded =
        guard === undefined ? [] : [[say.equal(say.read(name), "-1"), this.#usual(one)] as const];
      return [one, this.#conditional([...unguarded, ...given.slice(0, -1)], given.at(-1)?.[1] ?? "")];
    });
    return [[name, guard === undefined ? row : say.conditional([[guard, row]], "-1")], ...values];
  }

  /** Which rows hold, then the elements that any of them gives. */
  #collected({ decides: [one = ""], rows, guard }: WrittenTable<string>): readonly Named[] {
    const { say } = this;
    const name = this.#casesName();
    const held = rows.map(({ when = "true" }) =>
      guard === undefined ? when : say.conditional([[guard, when]], "false"),
    );
    const declared = this.policy.decisions[one];
    const options = (declared && "values" in declared ? declared.values : []).flatMap((value) => {
      const giving = rows.flatMap(({ then: [given] }, row) =>
        (given as readonly string[]).includes(value) ? [say.at(say.read(name), row)] : [],
      );
      return giving.length === 0 ? [] : [[`(${giving.join(" or ")})`, say.text(value)] as const];
    });
    return [
      [name, `[${held.join(", ")}]`],
      [one, say.chosen(options)],
    ];
  }

  #casesName(): string {
    return `cases${String(this.#tables.length)}`;
  }

  #conditional(branches: readonly (readonly [string, string])[], otherwise: string): string {
    return branches.length === 0 ? otherwise : this.say.conditional(branches, otherwise);
  }

  #usual(decision: string): string {
    const usual = this.policy.decisions[decision]?.default;
    return usual === undefined ? "null" : this.#literal(usual);
  }

  #literal(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map((one) => this.#literal(one)).join(", ")}]`;
    return typeof value === "string" ? this.say.text(value) : JSON.stringify(value);
  }
}

function answerReader(policy: Policy, tables: readonly WrittenTable<string>[]): (given: unknown) => Answer {
  const shown = Object.entries(policy.decisions).filter(([, { internal }]) => internal !== true);
  const decided = new Set(tables.flatMap(({ decides }) => decides));
  return (raw) => {
    const given = raw as Readonly<Record<string, unknown>>;
    const outcome: Record<string, unknown> = {};
    for (const [name, declared] of shown) {
      // Some engines leave out what is null.
      const value = decided.has(name) ? (given[name] ?? "none") : declared.default;
      outcome[name] = declared.kind === "date" && typeof value === "number" ? dayOfNumber(value) : value;
    }
    const cases: Record<string, readonly string[]> = {};
    tables.forEach(({ decides, rows }, index) => {
      const found = given[`cases${String(index)}`];
      const holding = Array.isArray(found)
        ? rows.filter((_, row) => found[row] === true)
        : rows.slice(Number(found), Number(found) + 1);
      const ids = found === -1 ? [] : holding.flatMap(({ id }) => (id === "" ? [] : [id]));
      for (const one of decides) cases[one] = ids;
    });
    return { outcome, cases };
  };
}

import Engine from "publicodes";
import { segmentsOf, type Segment } from "../../../packages/rules/src/engine/timeline.js";
import { declaredFacts } from "../../../packages/rules/src/language/declared-facts.js";
import type { Kind } from "../../../packages/rules/src/language/kind.js";
import type { Policy } from "../../../packages/rules/src/language/policy.js";
import { segmentIndex, type Answer } from "../variant.js";
import { DaysAsNumbers, dayOfNumber, numberOfDay } from "./days-as-numbers.js";
import { writeTables, type Language, type WrittenTable } from "./translate.js";

// A policy as rules of publicodes. A rule yields one number, text or truth: a set is a rule for each element, and code
// puts the sets together.

/** A rule's name, a formula, or a mechanism. */
type Rule = string | object;
type Code = { readonly one: Rule; readonly literal?: string } | { readonly set: ReadonlyMap<string, Rule> };
type Rules = Record<string, object | null>;

const yes = "oui";
const no = "non";
const none = -1;
const all = (parts: readonly Rule[]): Rule =>
  parts.length === 1 ? (parts[0] ?? yes) : { "toutes ces conditions": parts };
const any = (parts: readonly Rule[]): Rule =>
  parts.length === 0 ? no : parts.length === 1 ? (parts[0] ?? no) : { "une de ces conditions": parts };
const choose = (branches: readonly (readonly [Rule, Rule])[], otherwise: Rule): Rule =>
  branches.length === 0
    ? otherwise
    : { variations: [...branches.map(([si, alors]) => ({ si, alors })), { sinon: otherwise }] };
const not = (part: Rule): Rule => choose([[part, no]], yes);

export function publicodes(policy: Policy): (facts: object) => Answer {
  const input = new DaysAsNumbers(policy);
  const logger = {
    log: () => undefined,
    warn: () => undefined,
    error: (message: string) => {
      throw new Error(message);
    },
  };
  const segments = segmentsOf(policy).map((segment) => {
    const { rules, decided } = new SegmentAsRules(policy, segment, input).written();
    return { engine: new Engine(rules as never, { logger }), decided };
  });
  const facts = [...declaredFacts(policy.facts)];
  const decisions = Object.entries(policy.decisions).filter(([, { internal }]) => internal !== true);
  return (raw) => {
    const segment = segments[segmentIndex(policy, raw)];
    if (!segment) return { outcome: {} };
    const { engine, decided } = segment;
    engine.setSituation(situationOf(facts, input.of(raw)) as never);
    const value = (name: string): unknown => engine.evaluate(name).nodeValue;
    const outcome: Record<string, unknown> = {};
    for (const [name, declared] of decisions) {
      if (!decided.has(name)) outcome[name] = declared.default;
      else if (declared.kind === "set-of") {
        outcome[name] = declared.values.filter(
          (element) => value(elementName(decisionName(name), element)) === true,
        );
      } else outcome[name] = shown(value(decisionName(name)), declared.kind);
    }
    return { outcome };
  };
}

class SegmentAsRules {
  readonly policy: Policy;
  readonly segment: Segment;
  readonly input: DaysAsNumbers;
  readonly #rules: Rules = {};
  readonly #decided = new Set<string>();

  constructor(policy: Policy, segment: Segment, input: DaysAsNumbers) {
    this.policy = policy;
    this.segment = segment;
    this.input = input;
  }

  written(): { readonly rules: Rules; readonly decided: ReadonlySet<string> } {
    for (const [path, { kind, ...declared }] of declaredFacts(this.policy.facts)) {
      if (kind === "set-of" && "values" in declared) {
        for (const value of declared.values)
          this.#rules[elementName(factName(path), value)] = { "par défaut": no };
      } else
        this.#rules[factName(path)] = {
          "par défaut": kind === "boolean" ? no : kind === "one-of" ? "''" : 0,
        };
    }
    writeTables(this.policy, this.segment, this.#language(), (table) => this.#add(table));
    return { rules: this.#rules, decided: this.#decided };
  }

  #add(table: WrittenTable<Code>): void {
    table.decides.forEach((name, at) => {
      const declared = this.policy.decisions[name];
      const given = table.rows.map(
        ({ when, gives }) => [when === undefined ? yes : one(when), gives[at]] as const,
      );
      if (declared?.kind === "set-of") {
        for (const element of declared.values) {
          const giving = given.map(
            ([when, code]) => [when, code && "set" in code ? (code.set.get(element) ?? no) : no] as const,
          );
          const holds = table.collects
            ? any(
                giving.flatMap(([when, gives]) =>
                  gives === no ? [] : [gives === yes ? when : all([when, gives])],
                ),
              )
            : choose(giving.slice(0, -1), giving.at(-1)?.[1] ?? no);
          const usual =
            (declared.default as readonly string[] | undefined)?.includes(element) === true ? yes : no;
          this.#name(elementName(decisionName(name), element), this.#guarded(table, holds, usual));
        }
      } else {
        const values = given.map(([when, code]) => [when, one(code)] as const);
        const usual = declared?.default === undefined ? no : one(literal(declared.default, declared));
        const value = choose(values.slice(0, -1), values.at(-1)?.[1] ?? no);
        this.#name(decisionName(name), this.#guarded(table, value, usual));
      }
      this.#decided.add(name);
    });
  }

  #guarded({ guard }: WrittenTable<Code>, value: Rule, usual: Rule): Rule {
    return guard === undefined ? value : choose([[one(guard), value]], usual);
  }

  #name(name: string, rule: Rule): string {
    this.#rules[name] = typeof rule === "string" ? { valeur: rule } : rule;
    return name;
  }

  /** Formulas compare names and constants only: what is more gets a name. */
  #operand(code: Code): string {
    const rule = one(code);
    if (typeof rule === "string") return rule;
    return this.#name(`part ${letters(Object.keys(this.#rules).length)}`, rule);
  }

  #language(): Language<Code> {
    const compared = (left: Code, symbol: string, right: Code): Code => ({
      one: `${this.#operand(left)} ${symbol} ${this.#operand(right)}`,
    });
    return {
      literal,
      none: (kind) => ({ one: kind.kind === "one-of" ? "'none'" : String(none) }),
      fact: (path, kind) => named(factName(path), kind),
      decision: (name) => {
        const declared = this.policy.decisions[name];
        if (!declared) throw new RangeError(`bench: there is no decision "${name}"`);
        if (this.#decided.has(name)) return named(decisionName(name), declared);
        return literal(declared.default ?? false, declared);
      },
      all: (parts) => ({ one: all(parts.map(one)) }),
      any: (parts) => ({ one: any(parts.map(one)) }),
      not: (part) => ({ one: not(one(part)) }),
      equal: (left, right) => compared(left, "=", right),
      isIn: (element, set) => {
        if (!("set" in set)) throw new RangeError("bench: not a set");
        if ("literal" in element) return { one: set.set.get(element.literal) ?? no };
        return {
          one: any(
            [...set.set].map(([value, holds]) => all([`${this.#operand(element)} = '${value}'`, holds])),
          ),
        };
      },
      isEmpty: (set) => ({ one: not(any("set" in set ? [...set.set.values()] : [])) }),
      ordered: (symbol, left, right) => compared(left, symbol, right),
      without: (left, right) => {
        if (!("set" in left && "set" in right)) throw new RangeError("bench: not a set");
        const rest = [...left.set].map(([value, holds]) => {
          const taken = right.set.get(value) ?? no;
          return [value, taken === no ? holds : all([holds, not(taken)])] as const;
        });
        return { set: new Map(rest) };
      },
      later: (_day, term, from) => {
        const name = factName(`term.${this.input.later(term, from)}`);
        this.#rules[name] = { "par défaut": 0 };
        return { one: name };
      },
      keyed: (_name, key, rows, others) => ({
        one: choose(
          rows.map(([of, value]) => [one(compared(key, "=", of)), one(value)] as const),
          one(others),
        ),
      }),
    };
  }
}

function one(code: Code | undefined): Rule {
  if (!code || !("one" in code)) throw new RangeError("bench: a set where one value belongs");
  return code.one;
}

function literal(value: unknown, { kind }: Kind): Code {
  if (Array.isArray(value)) return { set: new Map(value.map((element: string) => [element, yes])) };
  if (typeof value === "boolean") return { one: value ? yes : no };
  if (value === "none" && kind !== "one-of" && kind !== "set-of") return { one: String(none) };
  if (kind === "date") return { one: String(numberOfDay(String(value))) };
  return typeof value === "number"
    ? { one: String(value) }
    : { one: `'${String(value)}'`, literal: String(value) };
}

function named(name: string, kind: Kind): Code {
  if (kind.kind !== "set-of") return { one: name };
  return { set: new Map(kind.values.map((value) => [value, elementName(name, value)])) };
}

function situationOf(
  declared: readonly (readonly [string, Kind])[],
  facts: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Readonly<Record<string, unknown>> {
  const situation: Record<string, unknown> = {};
  for (const [path, kind] of declared) {
    const [group = "", name = ""] = path.split(".");
    const value = facts[group]?.[name];
    if (kind.kind === "set-of") {
      for (const element of kind.values) {
        situation[elementName(factName(path), element)] = (value as readonly string[]).includes(element)
          ? yes
          : no;
      }
    } else
      situation[factName(path)] =
        typeof value === "boolean"
          ? value
            ? yes
            : no
          : typeof value === "number"
            ? value
            : `'${String(value)}'`;
  }
  for (const [name, day] of Object.entries(facts["term"] ?? {})) situation[factName(`term.${name}`)] = day;
  return situation;
}

function shown(value: unknown, kind: string): unknown {
  if (value === none && kind !== "one-of") return "none";
  return kind === "date" ? dayOfNumber(Number(value)) : value;
}

// Names of publicodes are words of letters: digits, dots and hyphens would mean something else.
const factName = (path: string): string => `fact ${words(path)}`;
const decisionName = (name: string): string => `decision ${words(name)}`;
const elementName = (name: string, element: string): string => `${name} has ${words(element)}`;
const words = (text: string): string => text.replace(/[^a-z]/g, (mark) => `x${letters(mark.charCodeAt(0))}`);
const letters = (number: number): string =>
  String(number).replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));

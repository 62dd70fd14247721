import { LogicEngine } from "json-logic-engine";
import { addTerm } from "../../packages/rules/src/calendar/term.js";
import { dayFromIso, isoFromDay } from "../../packages/rules/src/calendar/civil-day.js";
import { termFromDuration } from "../../packages/rules/src/calendar/term.js";
import { rowFor, type Segment, segmentOn, segmentsOf } from "../../packages/rules/src/engine/timeline.js";
import type { Comparison, Condition } from "../../packages/rules/src/language/condition.js";
import type { Expression, Reference } from "../../packages/rules/src/language/expression.js";
import type { Policy } from "../../packages/rules/src/language/policy.js";
import type { Answer } from "./variants.js";

// A policy as JSON logic: each table gives the number of its case, or a truth for each case it collects. Code puts
// the decision together, as everybody does who uses the engine.

type Logic = unknown;
type Run = (data: Data) => unknown;
interface Data {
  readonly facts: object;
  readonly decision: Record<string, unknown>;
}
interface Table {
  readonly decides: readonly string[];
  readonly ids: readonly string[];
  readonly collects: boolean;
  readonly which: Run;
  /** By row, then by decision. */
  readonly gives: readonly (readonly Run[])[];
}

/** Answers of json-logic-engine, compiled, on facts that nobody checks. */
export function jsonLogic(policy: Policy): (facts: object) => Answer {
  const segments = segmentsOf(policy).map((segment) => compile(policy, segment));
  const [group = "", name = ""] = policy.datedBy.split(".");
  const shown = Object.entries(policy.decisions).filter(([, { internal }]) => internal !== true);
  const defaults = Object.fromEntries(
    Object.entries(policy.decisions).flatMap(([decision, declared]) =>
      declared.default === undefined ? [] : [[decision, declared.default] as const],
    ),
  );
  return (facts) => {
    const day = (facts as Readonly<Record<string, Readonly<Record<string, string>>>>)[group]?.[name] ?? "";
    const tables = segments[segmentOn(policy, day)?.index ?? 0] ?? [];
    const decision: Record<string, unknown> = { ...defaults };
    const data: Data = { facts, decision };
    const cases: Record<string, readonly string[]> = {};
    for (const { decides, ids, collects, which, gives } of tables) {
      const found = which(data);
      const [first = ""] = decides;
      if (collects) {
        if (found === -1) continue;
        const held: string[] = [];
        const union = new Set<unknown>();
        (found as readonly boolean[]).forEach((holds, row) => {
          if (!holds) return;
          held.push(ids[row] ?? "");
          for (const element of gives[row]?.[0]?.(data) as readonly unknown[]) union.add(element);
        });
        const declared = policy.decisions[first];
        const values = declared && "values" in declared ? declared.values : [];
        decision[first] = values.filter((value) => union.has(value));
        cases[first] = held;
      } else if (found !== -1) {
        const row = Number(found);
        decides.forEach((one, at) => {
          decision[one] = gives[row]?.[at]?.(data);
          cases[one] = ids[row] === "" ? [] : [ids[row] ?? ""];
        });
      }
    }
    const outcome: Record<string, unknown> = {};
    for (const [one] of shown) outcome[one] = decision[one];
    return { outcome, cases };
  };
}

const turned: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

function compile(policy: Policy, segment: Segment): readonly Table[] {
  const engine = new LogicEngine();
  const method = (name: string, run: (args: never) => unknown): void => {
    engine.addMethod(name, run as never, { deterministic: true, sync: true } as never);
  };
  method("plusDays", ([day, months, days]: readonly [string, number, number]) =>
    day === "none" ? day : isoFromDay(addTerm(dayFromIso(day) ?? 0, { months, days })),
  );
  method("without", ([left, right]: readonly [readonly string[], readonly string[]]) =>
    left.filter((element) => !right.includes(element)),
  );
  method("isEmptySet", ([set]: readonly [readonly string[]]) => set.length === 0);
  for (const [name, rate] of Object.entries(policy.rates)) {
    const declared = rate.by?.[0];
    if (declared === undefined) continue;
    const rows = segment.rates.get(name) ?? [];
    method(
      `rate-${name}`,
      ([key]: readonly [string]) => rows.find((row) => (row.for ?? [key])[0] === key)?.value,
    );
  }
  const build = (logic: Logic): Run => {
    if (typeof logic !== "object" || logic === null) return () => logic;
    if (Array.isArray(logic) && logic.every((one) => typeof one === "string")) return () => logic as unknown;
    return engine.build(logic as never) as unknown as Run;
  };

  const reference = ({ fact, params }: Reference): Logic => {
    const [head, name = ""] = fact.split(/\.(.*)/s);
    if (head === "decision") return { var: fact };
    if (head !== "rate") return { var: `facts.${fact}` };
    const by = params?.by ?? policy.rates[name]?.by;
    return by === undefined
      ? rowFor(segment, name, [])?.value
      : { [`rate-${name}`]: [{ var: `facts.${by[0] ?? ""}` }] };
  };
  const mayBeNone = (fact: string): boolean => {
    const [head, name = ""] = fact.split(/\.(.*)/s);
    if (head === "decision") return policy.decisions[name]?.orNone === true;
    return head === "rate" && policy.rates[name]?.orNone === true;
  };
  const ordered = (symbol: string, { fact, value }: Comparison, left: Logic, right: Logic): Logic => {
    const known = [
      ...(mayBeNone(fact) ? [{ "!==": [left, "none"] }] : []),
      ...(typeof value === "object" && "fact" in value && mayBeNone(value.fact)
        ? [{ "!==": [right, "none"] }]
        : []),
    ];
    // Compiled, version 5.0.7 compares wrongly what a method gives on the right; on the left it is sound.
    const isMethod = typeof right === "object" && right !== null && !("var" in right);
    const compared = isMethod ? { [turned[symbol] ?? ""]: [right, left] } : { [symbol]: [left, right] };
    return known.length === 0 ? compared : { and: [...known, compared] };
  };
  const condition = (when: Condition): Logic => {
    if ("all" in when) return { and: when.all.map(condition) };
    if ("any" in when) return { or: when.any.map(condition) };
    if ("not" in when) return { "!": [condition(when.not)] };
    const { value } = when;
    const left = reference(when);
    const right = typeof value === "object" && "fact" in value ? reference(value) : (value as Logic);
    switch (when.operator) {
      case "equal":
        return { "===": [left, right] };
      case "notEqual":
        return { "!==": [left, right] };
      case "in":
        return { in: [left, right] };
      case "notIn":
        return { "!": [{ in: [left, right] }] };
      case "contains":
        return { in: [right, left] };
      case "doesNotContain":
        return { "!": [{ in: [right, left] }] };
      case "isEmpty":
        return value === true ? { isEmptySet: [left] } : { "!": [{ isEmptySet: [left] }] };
      case "lessThan":
        return ordered("<", when, left, right);
      case "lessThanInclusive":
        return ordered("<=", when, left, right);
      case "greaterThan":
        return ordered(">", when, left, right);
      case "greaterThanInclusive":
        return ordered(">=", when, left, right);
    }
  };
  const result = (then: Expression | Condition): Logic => {
    if (typeof then !== "object" || Array.isArray(then)) return then;
    if ("plus" in then) {
      const { months, days } = termFromDuration(then.plus[1]) ?? { months: 0, days: 0 };
      return { plusDays: [result(then.plus[0]), months, days] };
    }
    if ("minus" in then) return { without: then.minus.map(result) };
    if ("operator" in then || !("fact" in then)) return condition(then as Condition);
    return reference(then as Reference);
  };

  return segment.edition.tables.map((table): Table => {
    const decides = typeof table.decides === "string" ? [table.decides] : table.decides;
    const rows: readonly { readonly id?: string; readonly when?: Condition; readonly then: unknown }[] =
      "is" in table
        ? [{ ...(table.id === undefined ? {} : { id: table.id }), then: table.is }]
        : [...table.cases, ...("otherwise" in table ? [table.otherwise] : [])];
    const collects = "hitPolicy" in table && table.hitPolicy === "collect";
    const chosen = collects
      ? rows.map(({ when }) => (when === undefined ? true : condition(when)))
      : rows.length === 1
        ? 0
        : {
            if: rows.flatMap(({ when }, row) =>
              row === rows.length - 1 ? [row] : [when ? condition(when) : true, row],
            ),
          };
    const guarded = table.onlyWhen === undefined ? chosen : { if: [condition(table.onlyWhen), chosen, -1] };
    const gives = rows.map(({ then }) =>
      decides.map((name) =>
        build(
          result(
            (typeof table.decides === "string"
              ? then
              : (then as Readonly<Record<string, unknown>>)[name]) as Expression,
          ),
        ),
      ),
    );
    return { decides, ids: rows.map(({ id }) => id ?? ""), collects, which: build(guarded), gives };
  });
}

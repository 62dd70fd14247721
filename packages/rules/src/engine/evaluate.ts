import { dayFromIso, isoFromDay, weekdayOfDay, weekdays } from "../calendar/civil-day.js";
import { addTerm, termFromDuration } from "../calendar/term.js";
import type { Comparison, Condition } from "../language/condition.js";
import type { Case, Table } from "../language/edition.js";
import type { Expression, Reference } from "../language/expression.js";
import type { Policy } from "../language/policy.js";
import { rowFor, type Segment } from "./timeline.js";

export type Value = boolean | number | string | readonly string[];

/** Reads a complete set of facts by path. */
export type FactReader = (path: string) => Value;

/** What the specification answers: a value per decision, internal ones too, and the cases that made it. */
export interface Evaluation {
  readonly values: Readonly<Record<string, Value>>;
  readonly cases: Readonly<Record<string, readonly string[]>>;
  /** The places of those cases among the rows of their table; a row without an id has one, too. */
  readonly rows: Readonly<Record<string, readonly number[]>>;
  /** What a name stands for once everything is decided. */
  readonly read: (reference: Reference) => Value;
}

/**
 * The meaning of a policy on complete facts: two-valued, table by table, in the order they are printed. This is
 * the specification every other engine is compared with; it has no shortcut.
 */
export function evaluate(policy: Policy, segment: Segment, facts: FactReader): Evaluation {
  const values: Record<string, Value> = {};
  const cases: Record<string, readonly string[]> = {};
  const rows: Record<string, readonly number[]> = {};
  for (const [name, declared] of Object.entries(policy.decisions)) {
    if (declared.default !== undefined) [values[name], cases[name], rows[name]] = [declared.default, [], []];
  }
  const read = (reference: Reference): Value => {
    const [, group, name] = /^(decision|rate)\.(.*)$/.exec(reference.fact) ?? [];
    if (group === "decision") return known(values[name ?? ""]);
    if (group !== "rate") return facts(reference.fact);
    const by = reference.params?.by ?? policy.rates[name ?? ""]?.by ?? [];
    return known(
      rowFor(
        segment,
        name ?? "",
        by.map((path) => facts(path) as string),
      )?.value,
    );
  };
  for (const table of segment.edition.tables) {
    if (table.onlyWhen !== undefined && !holds(table.onlyWhen, read)) continue;
    const { results, ids, places } = answer(table, read);
    for (const [name, result] of Object.entries(results)) {
      const declared = policy.decisions[name];
      values[name] =
        declared?.kind === "set-of" ? inOrder(declared.values, result as readonly string[]) : result;
      cases[name] = ids;
      rows[name] = places;
    }
  }
  return { values, cases, rows, read };
}

interface Answer {
  readonly results: Readonly<Record<string, Value>>;
  readonly ids: readonly string[];
  readonly places: readonly number[];
}

function answer(table: Table, read: (reference: Reference) => Value): Answer {
  if ("is" in table) {
    return {
      results: { [table.decides]: resultOf(table.is, read) },
      ids: table.id === undefined ? [] : [table.id],
      places: [0],
    };
  }
  const holding = table.cases.filter((one) => one.when === undefined || holds(one.when, read));
  if (table.hitPolicy === "collect") {
    const union = holding.flatMap((one) => resultOf(one.then as Expression, read) as readonly string[]);
    return {
      results: { [table.decides]: union },
      ids: holding.map((one) => one.id),
      places: placesOf(table.cases, holding),
    };
  }
  const [first] = holding;
  const deciding: Omit<Case, "when"> = (first ?? table.otherwise) as Omit<Case, "when">;
  const thens =
    typeof table.decides === "string"
      ? { [table.decides]: deciding.then as Expression }
      : (deciding.then as Readonly<Record<string, Expression>>);
  return {
    results: Object.fromEntries(Object.entries(thens).map(([name, then]) => [name, resultOf(then, read)])),
    ids: [deciding.id],
    places: first ? placesOf(table.cases, [first]) : [table.cases.length],
  };
}

function placesOf(cases: readonly object[], holding: readonly object[]): readonly number[] {
  return holding.map((one) => cases.indexOf(one));
}

/** The value of an expression, or of a condition that stands for one. */
export function resultOf(expression: Expression | Condition, read: (reference: Reference) => Value): Value {
  if (typeof expression !== "object" || Array.isArray(expression)) return expression as Value;
  if ("plus" in expression) {
    const [day, duration] = expression.plus;
    const start = dayFromIso(resultOf(day, read) as string);
    const term = termFromDuration(duration);
    return start === undefined || term === undefined ? "none" : isoFromDay(addTerm(start, term));
  }
  if ("weekdayOf" in expression) {
    return known(weekdays[weekdayOfDay(dayFromIso(resultOf(expression.weekdayOf, read) as string) ?? 0)]);
  }
  if ("minus" in expression) {
    const [left, right] = expression.minus.map((part) => resultOf(part, read) as readonly string[]);
    return known(left?.filter((element) => !right?.includes(element)));
  }
  if ("operator" in expression || !("fact" in expression)) return holds(expression as Condition, read);
  return read(expression);
}

/** Whether a condition holds. With `none`, ordered operators are false, `equal` and `notEqual` ordinary. */
export function holds(condition: Condition, read: (reference: Reference) => Value): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, read));
  if ("any" in condition) return condition.any.some((part) => holds(part, read));
  if ("not" in condition) return !holds(condition.not, read);
  return compare(condition, read(condition), read);
}

function compare(comparison: Comparison, left: Value, read: (reference: Reference) => Value): boolean {
  const { operator, value } = comparison;
  const right = typeof value === "object" && "fact" in value ? read(value) : (value as Value);
  const ordered = left !== "none" && right !== "none";
  switch (operator) {
    case "equal":
      return left === right;
    case "notEqual":
      return left !== right;
    case "in":
      return (right as readonly Value[]).includes(left);
    case "notIn":
      return !(right as readonly Value[]).includes(left);
    case "lessThan":
      return ordered && left < right;
    case "lessThanInclusive":
      return ordered && left <= right;
    case "greaterThan":
      return ordered && left > right;
    case "greaterThanInclusive":
      return ordered && left >= right;
    case "contains":
      return (left as readonly Value[]).includes(right);
    case "doesNotContain":
      return !(left as readonly Value[]).includes(right);
    case "isEmpty":
      return ((left as readonly Value[]).length === 0) === right;
  }
}

function inOrder(declared: readonly string[], elements: readonly string[]): readonly string[] {
  return declared.filter((element) => elements.includes(element));
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError("evaluate: a name has no value; the policy was not checked");
  return value;
}

import { dayFromIso, isoFromDay, weekdayOfDay, weekdays } from "../calendar/civil-day.js";
import { addTerm, termFromDuration } from "../calendar/term.js";
import type { Value } from "../engine/evaluate.js";
import type { Expression } from "../language/expression.js";
import type { Policy } from "../language/policy.js";
import { GuichetError, problemAt } from "../language/problem.js";
import { factProblems } from "./fact-problems.js";
import { heldRules } from "./held-rules.js";
import { factsRule, type PlannedCase, type PlannedTable } from "./rules-of-segment.js";
import type { ReportingAlmanac, RunningAlmanac } from "./running-engine.js";
import { translateReference } from "./translate-condition.js";

/** A decision's value, and the cases that made it. */
export interface Decided {
  readonly value: Value;
  readonly cases: readonly string[];
}

/** What a decision is by the rules that have run: the first case that held, or the union of all that did. */
export async function decidedByRules(
  policy: Policy,
  decision: string,
  table: PlannedTable | undefined,
  almanac: ReportingAlmanac,
): Promise<Decided> {
  const declared = policy.decisions[decision];
  const ofDefault = { value: declared?.default ?? "none", cases: [] };
  if (table === undefined) return ofDefault;
  const held = heldRules(almanac);
  if (!table.rules.every((rule) => held.has(rule))) throw incomplete(policy, decision);
  if (held.get(factsRule(policy)) !== true)
    throw new GuichetError("facts-refused", await factProblems(policy, almanac));
  if (held.get(table.guard) !== true) return ofDefault;
  const holding = table.cases.filter(({ rule }) => held.get(rule) === true);
  const deciding = table.collects ? holding : holding.slice(0, 1);
  const results = await Promise.all(deciding.map((one) => resultOf(policy, one, almanac)));
  const elements = results.flat();
  return {
    value:
      declared?.kind === "set-of"
        ? declared.values.filter((one) => elements.includes(one))
        : (results[0] ?? "none"),
    cases: deciding.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
}

async function resultOf(policy: Policy, { result }: PlannedCase, almanac: ReportingAlmanac): Promise<Value> {
  if ("heldBy" in result) return heldRules(almanac).get(result.heldBy) === true;
  return calculate(policy, result.is, almanac);
}

async function calculate(policy: Policy, expression: Expression, almanac: RunningAlmanac): Promise<Value> {
  if (typeof expression !== "object" || !("fact" in expression || isTerm(expression))) return expression;
  if ("fact" in expression) {
    const { fact, params } = translateReference(policy, expression);
    return (await almanac.factValue(fact, params)) as Value;
  }
  if ("plus" in expression) {
    const [start, duration] = expression.plus;
    const day = dayFromIso((await calculate(policy, start, almanac)) as string);
    const term = termFromDuration(duration);
    return day === undefined || term === undefined ? "none" : isoFromDay(addTerm(day, term));
  }
  if ("weekdayOf" in expression) {
    const day = dayFromIso((await calculate(policy, expression.weekdayOf, almanac)) as string);
    return (day === undefined ? undefined : weekdays[weekdayOfDay(day)]) ?? "none";
  }
  const [left, right] = expression.minus;
  const all = (await calculate(policy, left, almanac)) as readonly string[];
  const without = (await calculate(policy, right, almanac)) as readonly string[];
  return all.filter((element) => !without.includes(element));
}

type Term = Extract<
  Expression,
  { readonly plus: unknown } | { readonly weekdayOf: unknown } | { readonly minus: unknown }
>;

function isTerm(expression: object): expression is Term {
  return "plus" in expression || "weekdayOf" in expression || "minus" in expression;
}

function incomplete(policy: Policy, decision: string): GuichetError {
  const where = `${policy.id}, decision "${decision}"`;
  const todo =
    "give rules that read it a lower priority, run one set of facts at a time, and do not stop the engine";
  return new GuichetError("run-incomplete", [
    problemAt("run-incomplete", where, "its rules have not all run", todo),
  ]);
}

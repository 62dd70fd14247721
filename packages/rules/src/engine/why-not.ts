import type { Comparison, Condition } from "../language/condition.js";
import type { PublicDecision } from "../language/decision.js";
import type { Table } from "../language/edition.js";
import type { Expression, Reference } from "../language/expression.js";
import type { ValueOf } from "../language/kind.js";
import type { FactsOf, Policy } from "../language/policy.js";
import { GuichetError, problemAt } from "../language/problem.js";
import { referencesIn } from "../language/references.js";
import { splitName } from "../language/word.js";
import { answersFor, type Answer } from "./answers.js";
import { captureFacts } from "./check-facts.js";
import { decideCaptured } from "./decide.js";
import { holds, resultOf, type Value } from "./evaluate.js";
import { rowFor, segmentOn } from "./timeline.js";

/** A case that would have given the answer, and what keeps it from deciding. */
export interface Hindrance {
  readonly case: string;
  /** Comparisons that do not hold as they would have to: if all of them turned out the other way, the case would hold. */
  readonly unmet: readonly Comparison[];
  /** The case before it in its table that decides instead, and would have to give way. */
  readonly insteadOf?: string;
}

/** Why an answer was not given. */
export interface WhyNot {
  readonly decision: string;
  /** Whether it is the answer after all. */
  readonly given: boolean;
  /** One entry per case that leads to the answer; none when no case of the edition can. */
  readonly hindrances: readonly Hindrance[];
}

/** The answer somebody expected: a value, or for a set one of its elements. */
export type Expected<Declared> = Declared extends {
  readonly kind: "set-of";
  readonly values: readonly (infer Value)[];
}
  ? Value
  : ValueOf<Declared>;

/**
 * Says why a decision is not what somebody expected: each case that would have given that answer, and the
 * comparisons that keep it from holding.
 *
 * Errors: `facts-refused`; `still-open` while the policy is not decided; `not-in-force`.
 *
 * @example
 * whyNot(parking, facts, "minutes", 60).hindrances; // [{ case: "P-1", unmet: [{ fact: "visit.by", … }] }]
 */
export function whyNot<P extends Policy, Name extends PublicDecision<P["decisions"]>>(
  policy: P,
  facts: FactsOf<P>,
  decision: Name,
  expected: Expected<P["decisions"][Name]>,
): WhyNot {
  const known = captureFacts(policy, facts);
  const taken = decideCaptured<Policy>(policy, known);
  if (taken.status === "open") throw noAnswer("still-open", policy, "supply what it still needs first");
  if (taken.status === "not-in-force") throw noAnswer("not-in-force", policy, "ask about a day in force");
  // An outcome that is the same on every day has no one edition to look into.
  if (taken.governingDate === null) throw noAnswer("still-open", policy, `supply "${policy.datedBy}" first`);
  const outcome = taken.outcome as Readonly<Record<string, Value>>;
  const value = outcome[decision];
  const segment = segmentOn(policy, taken.governingDate);
  const table = segment?.edition.tables.find(({ decides }) =>
    typeof decides === "string" ? decides === decision : decides.includes(decision),
  );
  const given = value !== undefined && amountsTo(value, expected);
  if (given || !segment || !table) return { decision, given, hindrances: [] };
  const answers = answersFor(policy, known);
  const looking: Looking = {
    decidedAt: answers.cases(decision)[0]?.cases[0]?.index,
    valueOf({ fact, params }) {
      const [group, name] = splitName(fact);
      if (group === "fact") return known.get(fact);
      if (group === "decision") return settledIn(answers.answer(name));
      const key = (params?.by ?? policy.rates[name]?.by ?? []).map((path) => known.get(path));
      return key.includes(undefined) ? undefined : rowFor(segment, name, key as readonly string[])?.value;
    },
  };
  return { decision, given, hindrances: hindrancesIn(table, decision, expected, looking) };
}

/** What is known where somebody looks for the reason. */
interface Looking {
  /** The first row that can have decided; none where a default does. */
  readonly decidedAt: number | undefined;
  /** What a name stands for; nothing while that depends on a fact nobody knows. */
  readonly valueOf: (reference: Reference) => Value | undefined;
}

interface Row {
  readonly id?: string;
  readonly when?: Condition;
  readonly then: unknown;
}

function hindrancesIn(
  table: Table,
  decision: string,
  expected: Value,
  looking: Looking,
): readonly Hindrance[] {
  const rows = rowsOf(table);
  const decidedAt = "otherwise" in table ? looking.decidedAt : undefined;
  return rows.flatMap((row, index): readonly Hindrance[] => {
    const then =
      typeof table.decides === "string"
        ? row.then
        : (row.then as Readonly<Record<string, unknown>>)[decision];
    const towards = unmetTowards(then, expected, looking);
    if (!towards) return [];
    const conditions = [table.onlyWhen, row.when].filter((one) => one !== undefined);
    const unmet = [...conditions.flatMap((one) => unmetOf(one, true, looking)), ...towards];
    const before = decidedAt !== undefined && decidedAt < index ? rows[decidedAt]?.id : undefined;
    return [{ case: row.id ?? decision, unmet, ...(before === undefined ? {} : { insteadOf: before }) }];
  });
}

function rowsOf(table: Table): readonly Row[] {
  if ("is" in table) return [{ ...(table.id === undefined ? {} : { id: table.id }), then: table.is }];
  return table.hitPolicy === "collect" ? table.cases : [...table.cases, table.otherwise];
}

/** What keeps a result from being the expected one; `undefined` where it never is. */
function unmetTowards(then: unknown, expected: Value, looking: Looking): readonly Comparison[] | undefined {
  if (isCondition(then)) return unmetOf(then, expected === true, looking);
  if (!isKnown(referencesIn(then), looking)) return undefined;
  return amountsTo(resultOf(then as Expression, readIn(looking)), expected) ? [] : undefined;
}

/** The comparisons that keep a condition from having the wanted truth, or may do so because a fact is unknown. */
function unmetOf(condition: Condition, wanted: boolean, looking: Looking): readonly Comparison[] {
  if ("not" in condition) return unmetOf(condition.not, !wanted, looking);
  if ("operator" in condition) {
    const { value } = condition;
    const sides: readonly Reference[] =
      typeof value === "object" && "fact" in value ? [condition, value] : [condition];
    return isKnown(sides, looking) && holds(condition, readIn(looking)) === wanted ? [] : [condition];
  }
  const parts = "all" in condition ? condition.all : condition.any;
  const unmet = parts.map((part) => unmetOf(part, wanted, looking));
  // One part makes "any" true, and "all" false.
  const oneIsEnough = "any" in condition === wanted;
  return oneIsEnough && unmet.some((part) => part.length === 0) ? [] : unmet.flat();
}

function isCondition(then: unknown): then is Condition {
  if (typeof then !== "object" || then === null) return false;
  return "operator" in then || "all" in then || "any" in then || "not" in then;
}

function amountsTo(value: Value, expected: Value): boolean {
  return typeof value === "object" ? value.includes(expected as string) : value === expected;
}

function isKnown(references: readonly Reference[], { valueOf }: Looking): boolean {
  return references.every((reference) => valueOf(reference) !== undefined);
}

/** Reads what is known to be known. */
function readIn({ valueOf }: Looking): (reference: Reference) => Value {
  return (reference) => valueOf(reference) ?? "none";
}

function settledIn(answer: Answer): Value | undefined {
  return answer.settled ? answer.value : undefined;
}

function noAnswer(code: "still-open" | "not-in-force", policy: Policy, todo: string): GuichetError {
  return new GuichetError(code, [
    problemAt(code, policy.id, "there is no settled answer to compare with", todo),
  ]);
}

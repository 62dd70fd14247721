import type { Comparison, Condition } from "../language/condition.js";
import type { Given, Policy } from "../language/policy.js";
import { GuichetError, problemAt, type FactProblem } from "../language/problem.js";
import { answersFor } from "./answers.js";
import { holds, type Value } from "./evaluate.js";

/**
 * Says which of the policy's `given` conditions the known facts break, whatever the unknown ones are. Facts that
 * break none alone, but that no completion brings in line with all of them, are one problem together.
 *
 * Errors: none; each problem has the code `contradiction` and the path of the first fact that takes part.
 */
export function givenProblems(policy: Policy, facts: ReadonlyMap<string, Value>): readonly FactProblem[] {
  const given = policy.given ?? [];
  const truths = given.map((one) => truthOf(one.holds, facts));
  const broken = given.filter((_, index) => truths[index] === false);
  if (broken.length > 0) return broken.map((one) => contradiction(policy, one, facts));
  // Only what is still open can be impossible without being false, and only the diagrams see that.
  return truths.includes(undefined) && answersFor(policy, facts).contradictory
    ? [jointContradiction(policy, facts)]
    : [];
}

/** Whether a condition over facts holds, or `undefined` while too few of them are known (Kleene's logic). */
export function truthOf(condition: Condition, facts: ReadonlyMap<string, Value>): boolean | undefined {
  if ("all" in condition) return allOf(condition.all.map((part) => truthOf(part, facts)));
  if ("any" in condition) return negated(allOf(condition.any.map((part) => negated(truthOf(part, facts)))));
  if ("not" in condition) return negated(truthOf(condition.not, facts));
  const values = new Map<string, Value>();
  for (const name of namesIn(condition)) {
    const value = facts.get(name);
    if (value === undefined) return undefined;
    values.set(name, value);
  }
  return holds(condition, ({ fact }) => values.get(fact) ?? "none");
}

function allOf(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function contradiction(policy: Policy, given: Given, facts: ReadonlyMap<string, Value>): FactProblem {
  const paths = [...new Set(pathsIn(given.holds))].filter((path) => facts.has(path));
  const where = `${policy.id}, ${paths.length > 1 ? "facts" : "fact"} ${paths.map((path) => `"${path}"`).join(", ")}`;
  const what = `${paths.length > 1 ? "they contradict" : "it contradicts"} "${given.label}" (given "${given.id}")`;
  const todo = paths.length > 1 ? "correct at least one of them" : "correct it";
  return { ...problemAt("contradiction", where, what, todo), path: paths[0] ?? "", expected: given.label };
}

function pathsIn(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(pathsIn);
  if ("any" in condition) return condition.any.flatMap(pathsIn);
  return "not" in condition ? pathsIn(condition.not) : namesIn(condition);
}

function namesIn({ fact, value }: Comparison): readonly string[] {
  return typeof value === "object" && "fact" in value ? [fact, value.fact] : [fact];
}

/** Throws `facts-refused` for facts that no completion brings in line with what is given. */
export function refuseContradiction(policy: Policy, facts: ReadonlyMap<string, Value>): never {
  throw new GuichetError("facts-refused", [jointContradiction(policy, facts)]);
}

function jointContradiction(policy: Policy, facts: ReadonlyMap<string, Value>): FactProblem {
  const given = policy.given ?? [];
  const paths = [...new Set(given.flatMap((one) => pathsIn(one.holds)))].filter((path) => facts.has(path));
  const where = `${policy.id}, facts ${paths.map((path) => `"${path}"`).join(", ")}`;
  const what = "together they contradict what is given";
  return {
    ...problemAt("contradiction", where, what, "correct at least one of them"),
    path: paths[0] ?? "",
    expected: given.map((one) => one.label).join("; "),
  };
}

import { readFacts } from "../engine/check-facts.js";
import { factLookup } from "../engine/fact-lookup.js";
import type { Segment } from "../engine/timeline.js";
import type { Policy } from "../language/policy.js";
import { problemAt, type FactProblem } from "../language/problem.js";
import type { RunningAlmanac } from "./running-engine.js";

/** What keeps a policy's rules from deciding in this run, as its own fact in the engine says. */
export async function factProblems(policy: Policy, almanac: RunningAlmanac): Promise<readonly FactProblem[]> {
  return (await almanac.factValue("guichet/problems", { policy: policy.id })) as readonly FactProblem[];
}

/** Reads a policy's facts in a run: what is wrong with them, what is missing, and whether the edition is theirs. */
export async function findFactProblems(
  policy: Policy,
  segment: Segment,
  needed: ReadonlySet<string>,
  almanac: RunningAlmanac,
): Promise<readonly FactProblem[]> {
  const { byPath } = factLookup(policy);
  const nested: Record<string, Record<string, unknown>> = {};
  const missing: FactProblem[] = [];
  for (const [path, { expected }] of byPath) {
    // A fact that cannot be had is missing; the rules of the engine's owner may not fail with ours.
    const value = await almanac.factValue(path).catch(() => undefined);
    if (value !== undefined) place(nested, path, value);
    else if (needed.has(path)) missing.push(missingFact(policy, path, expected));
  }
  const { values, problems } = readFacts(policy, nested);
  return [...problems, ...missing, ...otherDay(policy, segment, values.get(policy.datedBy))];
}

function place(nested: Record<string, Record<string, unknown>>, path: string, value: unknown): void {
  const [group = "", name] = path.split(".");
  if (name === undefined) Object.assign(nested, { [group]: value });
  else (nested[group] ??= {})[name] = value;
}

function missingFact(policy: Policy, path: string, expected: string): FactProblem {
  const where = `${policy.id}, fact "${path}"`;
  const problem = problemAt(
    "missing-fact",
    where,
    "json-rules-engine cannot leave it open",
    `supply ${expected}`,
  );
  return { ...problem, path, expected };
}

function otherDay(policy: Policy, { from, to }: Segment, day: unknown): readonly FactProblem[] {
  if (typeof day !== "string" || ((from === null || from <= day) && (to === null || day <= to))) return [];
  const expected = `a day ${[from === null ? [] : `from ${from}`, to === null ? [] : `to ${to}`].flat().join(" ")}`;
  const where = `${policy.id}, fact "${policy.datedBy}"`;
  const what = "the day lies outside the edition and rates that are loaded";
  const problem = problemAt("other-day", where, what, `supply ${expected}, or load the policy on that day`);
  return [{ ...problem, path: policy.datedBy, expected }];
}

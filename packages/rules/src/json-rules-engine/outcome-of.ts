import type { OutcomeOfPolicy, Policy } from "../language/policy.js";
import { GuichetError, problemAt } from "../language/problem.js";
import type { Decided } from "./decided-by-rules.js";
import { factProblems } from "./fact-problems.js";
import type { RunningAlmanac } from "./running-engine.js";

/** What an engine's rules answered for one policy, in the policy's own form. */
export interface EngineOutcome<P extends Policy> {
  readonly outcome: OutcomeOfPolicy<P>;
  /** Per decision, the cases that made it, in the order of the table. */
  readonly cases: Readonly<Record<string, readonly string[]>>;
}

/**
 * Collects what a run of json-rules-engine found for a policy that was loaded into the engine: the values of its
 * public decisions, with sets in declared order, and the cases that made them.
 *
 * Shape: takes the result of `engine.run`, or its almanac.
 * Errors: `policy-not-loaded`, `facts-refused` (also for a fact that is missing), `run-incomplete`.
 *
 * @example
 * const { outcome, cases } = await outcomeOf(await engine.run(factsForEngine(parking, facts)), parking);
 */
export async function outcomeOf<P extends Policy>(
  result: { readonly almanac: RunningAlmanac } | RunningAlmanac,
  policy: P,
): Promise<EngineOutcome<P>> {
  const decided = await decidedInRun(result, policy);
  const shown = [...decided].filter(([name]) => policy.decisions[name]?.internal !== true);
  return {
    outcome: Object.fromEntries(shown.map(([name, { value }]) => [name, value])) as OutcomeOfPolicy<P>,
    cases: Object.fromEntries(shown.map(([name, { cases }]) => [name, cases])),
  };
}

/** Every decision of a run, the internal ones too, in declared order. */
export async function decidedInRun(
  result: { readonly almanac: RunningAlmanac } | RunningAlmanac,
  policy: Policy,
): Promise<ReadonlyMap<string, Decided>> {
  const almanac = "almanac" in result ? result.almanac : result;
  // An engine without our facts rejects or, where it allows undefined facts, answers with nothing.
  const problems = await factProblems(policy, almanac).catch((error: unknown) => {
    if (GuichetError.isInstance(error)) throw error;
    return undefined;
  });
  if (problems === undefined) throw notLoaded(policy);
  if (problems.length > 0) throw new GuichetError("facts-refused", problems);
  const decided = Object.keys(policy.decisions).map(async (decision) => {
    const found = await almanac.factValue("guichet/decided", { policy: policy.id, decision });
    return [decision, found as Decided] as const;
  });
  return new Map(await Promise.all(decided));
}

function notLoaded(policy: Policy): GuichetError {
  const todo = "load it with loadPolicy before the engine runs";
  return new GuichetError("policy-not-loaded", [
    problemAt("policy-not-loaded", policy.id, "the run's engine does not have this policy", todo),
  ]);
}

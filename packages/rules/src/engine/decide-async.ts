import type { FactPath } from "../language/fact.js";
import type { FactsOf, Policy } from "../language/policy.js";
import { GuichetError } from "../language/problem.js";
import { captureFacts } from "./check-facts.js";
import { decideCaptured, type DecideOptions } from "./decide.js";
import type { Decision } from "./decision.js";
import { refuseStale } from "./freshness.js";
import { givenProblems } from "./given.js";

/** Loads facts by path. What it leaves out stays unknown and is not asked for again. */
export type LoadFacts<P extends Policy> = (
  paths: readonly FactPath<P["facts"]>[],
) => FactsOf<P> | Promise<FactsOf<P>>;

export interface DecideAsyncOptions<P extends Policy> extends DecideOptions {
  /** What is known before anything is loaded. */
  readonly facts?: FactsOf<P>;
}

/**
 * Decides a policy with facts that are loaded in rounds: each round asks only for what can still change an open
 * decision. The governing date comes first, because it selects the edition. A fact that is loaded again, asked for
 * or not, replaces what was known of it.
 *
 * Errors: those of `decide`, and whatever the loader throws or rejects with.
 *
 * @example
 * const decision = await decideAsync(parking, async (paths) => readFromMis(paths));
 */
export async function decideAsync<P extends Policy>(
  policy: P,
  load: LoadFacts<P>,
  options: DecideAsyncOptions<P> = {},
): Promise<Decision<P>> {
  const { facts = {}, staleSources = "report", ...others } = options;
  const asked = new Set<string>();
  let known = captureFacts(policy, facts);
  for (;;) {
    const decision = decideCaptured(policy, known, others);
    const paths = pathsToAsk(policy, decision, asked);
    if (paths.length === 0) {
      // Not earlier: a reason of an unfinished round may cite a source that the last one has no use for.
      if (staleSources === "refuse") refuseStale(policy, decision.freshness);
      return decision;
    }
    for (const path of paths) asked.add(path);
    const loaded = captureFacts(policy, await load(paths as readonly FactPath<P["facts"]>[]));
    known = new Map([...known, ...loaded]);
    const problems = givenProblems(policy, known);
    if (problems.length > 0) throw new GuichetError("facts-refused", problems);
  }
}

function pathsToAsk(policy: Policy, decision: Decision, asked: ReadonlySet<string>): readonly string[] {
  const paths = (decision.needs ?? []).map((need) => need.fact).filter((path) => !asked.has(path));
  return paths.includes(policy.datedBy) ? [policy.datedBy] : paths;
}

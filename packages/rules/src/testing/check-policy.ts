import * as fc from "fast-check";
import type { Policy } from "../language/policy.js";
import { GuichetError, problemAt, type Problem } from "../language/problem.js";
import type { LawOptions, PolicyLaw } from "./law-property.js";
import { laws, type LawName } from "./laws.js";

export interface CheckOptions extends LawOptions {
  /** How many facts are drawn for each law. Default: 100. */
  readonly runs?: number;
  /** Where drawing begins. Default: 1, so that every run of your tests draws the same. */
  readonly seed?: number;
}

/** A law that does not hold, with the smallest case that shows it: facts that were made up, of nobody. */
export interface LawProblem extends Problem {
  readonly law: LawName;
  readonly counterexample: unknown;
  readonly seed: number;
}

/**
 * Holds a policy to every law of the kit. One line of a test, whatever runs it.
 *
 * Errors: `policy-breaks-laws`, with every law that is broken, each with the smallest case and the seed.
 *
 * @example
 * it("parks visitors as the poster says", () => checkPolicy(parking, { examples: parkingExamples }));
 */
export function checkPolicy(policy: Policy, options: CheckOptions = {}): void {
  const { runs = 100, seed = 1 } = options;
  const problems = Object.entries<PolicyLaw>(laws).flatMap(([name, law]) =>
    problemsWith(policy, name as LawName, () =>
      fc.check(law(policy, options), { numRuns: runs, seed, verbose: fc.VerbosityLevel.None }),
    ),
  );
  if (problems.length > 0) throw new GuichetError("policy-breaks-laws", problems);
}

function problemsWith(
  policy: Policy,
  law: LawName,
  check: () => fc.RunDetails<unknown>,
): readonly LawProblem[] {
  const { failed, counterexample, seed, errorInstance } = check();
  if (!failed) return [];
  const what = errorInstance instanceof Error ? errorInstance.message : "it does not hold";
  const shown = JSON.stringify(counterexample);
  const where = `${policy.id}, law "${law}"`;
  const todo = `mend the policy, or run fc.assert(laws.${law}(policy), { seed: ${seed} }) to look closer`;
  return [
    {
      ...problemAt("law-broken", where, `${oneLine(what)}, as for ${shown}`, todo),
      law,
      counterexample,
      seed,
    },
  ];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}

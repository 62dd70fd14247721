import type { Example } from "../language/example.js";
import type { Policy } from "../language/policy.js";
import { GuichetError, problemAt } from "../language/problem.js";
import { decideAlike } from "../verify/decide-alike.js";
import { brokenLaws } from "../verify/prove-laws.js";
import { spaceOf } from "../verify/space.js";
import type { MutantKind } from "./edit.js";
import { exampleProblem } from "./example-problem.js";
import { loadMutant, mutations, type Mutant } from "./mutants-of.js";

/**
 * What is to notice mutants: worked examples together with the policy's own laws, or a function that throws or
 * gives false for a policy it finds wrong.
 */
export type MutationTests = { readonly examples: readonly Example[] } | ((policy: Policy) => unknown);

export interface MutationOptions {
  /** Try no more than so many mutants, spread evenly over the policy: always the same. Default: all of them. */
  readonly most?: number;
  /** Told after each mutant, for long runs. */
  readonly onProgress?: (tried: number, of: number) => void;
}

/** A mutant that nobody noticed. */
export type Survivor = Omit<Mutant, "policy">;

/** How many mutants were tried, and who noticed. */
export interface Tally {
  readonly tried: number;
  readonly noticed: number;
  /** Proved to answer the same for all facts on all days. There is nothing to notice: they do not count. */
  readonly equivalent: number;
  /** The share of the others that was noticed, in whole percent, rounded down: 100 means all. */
  readonly percent: number;
  readonly survivors: readonly Survivor[];
}

/** How good tests are at noticing small mistakes in a policy. */
export interface MutationScore {
  readonly policy: string;
  /** Mutants that change what is answered. */
  readonly answers: Tally;
  /** Mutants that change only what is cited for it, or whether it is marked as a gap. */
  readonly reasons: Tally;
}

/**
 * Plants every small mistake in a policy, one at a time, and says which of them the tests do not notice. One that
 * changes no answer, for no facts on no day, is set apart: that is proved, not sampled.
 *
 * Errors: `tests-fail` where the tests find the policy itself wrong.
 *
 * @example
 * const { answers } = mutationScore(parking, { examples: parkingExamples });
 * answers.survivors; // [{ kind: "threshold", where: "…", change: "60 becomes 61" }]
 */
export function mutationScore(
  policy: Policy,
  tests: MutationTests,
  options: MutationOptions = {},
): MutationScore {
  const notices = typeof tests === "function" ? noticing(tests) : noticedBy(tests.examples);
  // Examples and laws speak of answers: they are not asked for what they cannot see.
  const seesReasons = typeof tests === "function";
  if (notices(policy)) {
    const todo = "make them pass before you ask what they notice";
    const problem = problemAt("tests-fail", policy.id, "the tests find the policy itself wrong", todo);
    throw new GuichetError("tests-fail", [problem]);
  }
  const [answers, reasons] = [new Counting(), new Counting()];
  const all = mutations(policy);
  const picked = evenly(all, options.most ?? all.length);
  picked.forEach((mutation, index) => {
    const mutant = loadMutant(policy, mutation);
    if (mutant) {
      if (!isAboutReasons(mutant.kind)) answers.count(mutant, judge(policy, mutant, notices));
      else reasons.count(mutant, seesReasons && notices(mutant.policy) ? "noticed" : "survived");
    }
    options.onProgress?.(index + 1, picked.length);
  });
  return { policy: policy.id, answers: answers.tally(), reasons: reasons.tally() };
}

type Verdict = "noticed" | "equivalent" | "survived";

function judge(policy: Policy, mutant: Mutant, notices: (policy: Policy) => boolean): Verdict {
  if (notices(mutant.policy)) return "noticed";
  return decideAlike(policy, mutant.policy) ? "equivalent" : "survived";
}

function isAboutReasons(kind: MutantKind): boolean {
  return kind === "citation" || kind === "gap";
}

class Counting {
  #tried = 0;
  #noticed = 0;
  #equivalent = 0;
  readonly #survivors: Survivor[] = [];

  count({ id, kind, where, change }: Mutant, verdict: Verdict): void {
    this.#tried += 1;
    if (verdict === "noticed") this.#noticed += 1;
    else if (verdict === "equivalent") this.#equivalent += 1;
    else this.#survivors.push({ id, kind, where, change });
  }

  tally(): Tally {
    const [tried, noticed, equivalent] = [this.#tried, this.#noticed, this.#equivalent];
    const different = tried - equivalent;
    const percent = different === 0 ? 100 : Math.floor((100 * noticed) / different);
    return { tried, noticed, equivalent, percent, survivors: this.#survivors };
  }
}

function noticing(tests: (policy: Policy) => unknown): (policy: Policy) => boolean {
  return (policy) => {
    try {
      return tests(policy) === false;
    } catch {
      return true;
    }
  };
}

/** Examples are tried first: they are quick, and notice most. */
function noticedBy(examples: readonly Example[]): (policy: Policy) => boolean {
  return noticing(
    (policy) =>
      examples.every((example) => exampleProblem(policy, example) === undefined) &&
      brokenLaws(spaceOf(policy)).length === 0,
  );
}

function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)] as Item);
}

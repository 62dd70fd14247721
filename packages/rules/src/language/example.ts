import type { CaseId } from "./locale.js";
import type { FactsOf, OutcomeOfPolicy, Policy } from "./policy.js";

/** A worked example: it is a test, and a row of the printed page. */
export interface Example<P extends Policy = Policy> {
  /** What it shows, as a sentence without a person in it, in the policy's first language. */
  readonly shows: string;
  readonly facts: FactsOf<P>;
  /** A part of the outcome; decisions that are not named are not looked at. */
  readonly expect: Partial<OutcomeOfPolicy<P>>;
  /** Cases that take part in the answer. */
  readonly cases?: readonly CaseId<P>[];
}

/**
 * Writes a policy's worked examples: both sides of every boundary, each case at least once. The first is the ordinary
 * case: the printed page tells the others by what is different in them.
 */
export function defineExamples<P extends Policy>(
  policy: P,
  examples: readonly Example<P>[],
): readonly Example<P>[] {
  void policy;
  return examples;
}

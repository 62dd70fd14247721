import { report, type Findings } from "./findings.js";
import type { Place } from "./place.js";
import type { PolicyProblemCode } from "./policy-problem-code.js";
import type { Words } from "./word.js";

/** Why a name may not stand where it stands. */
export interface Misplaced {
  readonly code: PolicyProblemCode;
  readonly what: string;
  readonly todo: string;
}

/** A rate as it is used: the facts that select its row there. */
export interface RateUse {
  readonly rate: string;
  readonly by: readonly string[];
}

/** What conditions and expressions are checked against where they stand. */
export interface Scope {
  readonly findings: Findings;
  readonly words: Words;
  /** Shared by everything in one policy. */
  readonly size: { nodes: number };
  /** Judges the use of a decision or a rate that exists. */
  readonly misplaced: (group: "decision" | "rate", name: string) => Misplaced | undefined;
  readonly rateUses: Map<string, RateUse>;
}

const deepest = 64;
const mostNodes = 10_000;

/** Counts a condition or an expression; false where it is too much, so that the check does not go deeper. */
export function admitNode(scope: Scope, place: Place, depth: number): boolean {
  if (scope.size.nodes >= mostNodes) {
    if (scope.size.nodes === mostNodes) {
      const what = "the policy has more than 10000 conditions and expressions";
      report(scope.findings, "too-many-nodes", place, what, "split the policy, or decide part of it earlier");
    }
    scope.size.nodes = mostNodes + 1;
    return false;
  }
  scope.size.nodes += 1;
  if (depth <= deepest) return true;
  report(
    scope.findings,
    "too-deep",
    place,
    "nested deeper than 64",
    "decide part of it in an internal decision",
  );
  return false;
}

import type { Findings } from "../../language/findings.js";
import { whereOf, type Place } from "../../language/place.js";
import { problemAt, type Problem } from "../../language/problem.js";
import type { Witness } from "../witness-of.js";

/**
 * Every code of its own an amendment can be refused with. What it writes into a policy is refused with the codes of
 * policies, its form with those of policy files.
 */
export type AmendmentProblemCode =
  /** More than 1,000 changes in one amendment. */
  | "too-many-changes"
  /** A change that is none of the four, or more than one of them. */
  | "change-ambiguous"
  /** An amendment of another policy. */
  | "policy-differs"
  /** A policy that carries amendments already. */
  | "already-amended"
  /** The policy has no edition in force on the amendment's first day. */
  | "not-in-force"
  /** An edition the policy does not have. */
  | "edition-unknown"
  /** An edition that has ended before the amendment begins, or begins after it has ended. */
  | "edition-not-met"
  /** A decision the policy does not have, or none that the edition has a table for. */
  | "decision-unknown"
  /** A case that the edition or the table does not have. */
  | "case-unknown"
  /** A case that cannot stand where it is put: as an `otherwise` with a condition. */
  | "case-misplaced"
  /** The id of a new case is one the policy has. */
  | "case-id-taken"
  /** A rate the policy does not have. */
  | "rate-unknown"
  /** A key for which the rate has no value. */
  | "rate-key-unknown"
  /** A name that is no set of facts and no set a decision gives. */
  | "set-unknown"
  /** The policy has a document of the amendment's id. */
  | "source-id-taken"
  /** A locale the policy does not ship. */
  | "locale-unknown"
  /** Facts break a law of the policy once it is amended. */
  | "law-broken";

/** Why an amendment is refused; of a broken law which one, and facts that break it. */
export interface AmendmentProblem extends Problem {
  readonly law?: string;
  /** Complete facts that `decide` accepts, made up to show it. */
  readonly witness?: Witness;
  /** For a law that compares: the same facts with more of the one it speaks of. */
  readonly after?: Witness;
}

export function refuse(
  findings: Findings,
  code: AmendmentProblemCode,
  place: Place,
  what: string,
  todo: string,
): void {
  findings.problems.push(problemAt(code, whereOf(place), what, todo));
}

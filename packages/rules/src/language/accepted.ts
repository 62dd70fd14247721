import type { FactPath } from "./fact.js";
import type { RowId } from "./row-id.js";
import type { Vocabulary } from "./vocabulary.js";

/** Findings about one case of a table. */
export const caseFindings = ["gap-reachable", "case-unreachable", "case-redundant"] as const;

/** Findings about one fact. */
export const factFindings = ["fact-unused", "boundary-uncovered"] as const;

/**
 * The findings a policy may accept. Not among them: a broken law, and cases that conflict in a table that says they
 * do not. Those are promises of the policy itself: it keeps them, or no longer makes them.
 */
export const acceptableFindings = [
  ...caseFindings,
  ...factFindings,
  "decision-constant",
  "source-stale",
] as const;

export type AcceptableFinding = (typeof acceptableFindings)[number];

/** A finding somebody looked at and means to keep. It decides nothing. */
export interface Accepted {
  readonly finding: AcceptableFinding;
  /** The case, decision, fact or source it is about: in every edition that has it. */
  readonly at: string;
  /** Why it is right as it is: one sentence in the policy's first language. */
  readonly reason: string;
}

interface AcceptedAt<Finding extends AcceptableFinding, At extends string> extends Accepted {
  readonly finding: Finding;
  readonly at: At;
}

/** An accepted finding over a policy's own words. */
export type AcceptedOf<V extends Vocabulary, Editions extends readonly unknown[]> =
  // An internal expression may have no id: it goes by the name of its decision.
  | AcceptedAt<(typeof caseFindings)[number], RowId<Editions> | (keyof V["decisions"] & string)>
  | AcceptedAt<(typeof factFindings)[number], FactPath<V["facts"]>>
  | AcceptedAt<"decision-constant", keyof V["decisions"] & string>
  | AcceptedAt<"source-stale", keyof V["sources"] & string>;

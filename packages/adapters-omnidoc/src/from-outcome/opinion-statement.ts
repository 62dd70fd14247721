import type { FactsOf } from "@guichet/rules";
import { requesterStatement, type RequesterStatement, type TeleExpertiseOptions } from "@guichet/rules/desk";
import type { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { joinFacts, opinionFacts } from "../to-facts/opinion-facts.js";
import type { Opinion } from "../to-facts/opinion.js";

/** An opinion, and what the desk knows of it besides. */
export interface StatedOpinion {
  readonly opinion: Opinion;
  readonly facts?: FactsOf<typeof teleExpertise> | undefined;
}

export interface OpinionStatementInput {
  /** Civil year. */
  readonly year: number;
  /** RPPS or ADELI number. */
  readonly requester: string;
  /** Those of others, of other years and those without an answer are left aside. */
  readonly opinions: readonly StatedOpinion[];
}

/** A statement, and what had to be left out of it. */
export type OpinionStatement = RequesterStatement & {
  /** Ids of answered opinions of the requester whose day neither the platform nor the desk has named. */
  readonly undated: readonly string[];
};

/**
 * What one requester is paid in one sum for the opinions of a year before 2022-04-01; of a later year, that each is
 * billed by itself. An opinion whose day nobody knows belongs to no year: it is named beside the sum, not counted in it.
 *
 * Errors: those of `requesterStatement`.
 */
export function opinionStatement(
  { year, requester, opinions }: OpinionStatementInput,
  options: TeleExpertiseOptions = {},
): OpinionStatement {
  const answered = opinions
    .filter(({ opinion }) => opinion.requester.number === requester && opinion.state === "completed")
    .map(({ opinion, facts }) => ({ id: opinion.remoteId, facts: joinFacts(opinionFacts(opinion), facts) }));
  const isDated = ({ facts }: (typeof answered)[number]) => facts.act?.on !== undefined;
  const undated = answered.filter((act) => !isDated(act)).map(({ id }) => id);
  return { ...requesterStatement({ year, acts: answered.filter(isDated) }, options), undated };
}

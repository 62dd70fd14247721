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

/**
 * What one requester is paid in one sum for the opinions of a year before 2022-04-01; of a later year, that each is
 * billed by itself. An opinion whose day nobody knows belongs to no year, and is not in it.
 *
 * Errors: those of `requesterStatement`.
 */
export function opinionStatement(
  { year, requester, opinions }: OpinionStatementInput,
  options: TeleExpertiseOptions = {},
): RequesterStatement {
  const acts = opinions
    .filter(({ opinion }) => opinion.requester.number === requester && opinion.state === "completed")
    .map(({ opinion, facts }) => ({ id: opinion.remoteId, facts: joinFacts(opinionFacts(opinion), facts) }))
    .filter(({ facts }) => facts.act?.on !== undefined);
  return requesterStatement({ year, acts }, options);
}

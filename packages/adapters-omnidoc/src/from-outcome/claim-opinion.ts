import type { FactsOf } from "@guichet/rules";
import { claimTeleExpertise, type TeleExpertiseClaims, type TeleExpertiseOptions } from "@guichet/rules/desk";
import type { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { match } from "ts-pattern";
import { joinFacts, opinionFacts } from "../to-facts/opinion-facts.js";
import type { Opinion } from "../to-facts/opinion.js";
import { usageFacts, type BilledBefore } from "../to-facts/usage-facts.js";
import type { RequestState } from "../wire/request-state.js";

export interface ClaimOpinionInput {
  readonly opinion: Opinion;
  /** What the desk knows besides, in the words of the policy. It goes before what the platform tells. */
  readonly facts?: FactsOf<typeof teleExpertise> | undefined;
  /** What both sides have billed before: it counts in the year of the day that is claimed. Left out: nobody knows. */
  readonly before?: BilledBefore | undefined;
}

/** What both sides bill for an opinion, or why there is nothing to bill yet. */
export type OpinionClaims =
  | ({ readonly status: "answered" } & TeleExpertiseClaims)
  /** It can still be answered. */
  | { readonly status: "waiting"; readonly state: RequestState }
  /** It will never be answered. */
  | { readonly status: "given-up"; readonly state: RequestState };

/**
 * Drafts what the responder and the requester of an opinion bill, once it is answered.
 *
 * Shape: the claims of `claimTeleExpertise`, with numbers and the patient's identity from the platform. They are made
 * in memory and are not kept.
 */
export function claimOpinion(
  { opinion, facts, before }: ClaimOpinionInput,
  options: TeleExpertiseOptions = {},
): OpinionClaims {
  const { state } = opinion;
  return match(state)
    .returnType<OpinionClaims>()
    .with("completed", () => {
      const known = joinFacts(opinionFacts(opinion), facts);
      const usage = before === undefined ? {} : usageFacts(known, before, options.policy);
      const { requester, responder, ins } = opinion;
      return {
        status: "answered",
        ...claimTeleExpertise(
          {
            facts: joinFacts({ usage }, known),
            identifiers: { requester: requester.number, responder: responder.number, patient: ins },
          },
          options,
        ),
      };
    })
    .with("revoked", "entered-in-error", () => ({ status: "given-up", state }))
    .with("draft", "ready", "active", "in-progress", "on-hold", "unknown", () => ({
      status: "waiting",
      state,
    }))
    .exhaustive();
}

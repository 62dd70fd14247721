import * as z from "zod";
import { decide } from "../../engine/decide.js";
import type { Decision } from "../../engine/decision.js";
import type { FactsOf } from "../../language/policy.js";
import { teleExpertise, type TeleExpertise } from "../../policies/tele-expertise/policy.js";
import { textField } from "../input-fields.js";
import { policyFacts } from "../policy-facts.js";
import { readInput } from "../read-input.js";
import type { PartyIdentifiers, RequesterClaim, ResponderClaim } from "./claim-draft.js";
import { draftRequesterClaim, draftResponderClaim } from "./draft-claims.js";

/** One opinion that was given, and the people a claim names. */
export interface TeleExpertiseClaimInput {
  /** What is known of the opinion, in the words of the policy `tele-expertise`. */
  readonly facts: FactsOf<TeleExpertise>;
  /** What is known of the identifiers the insurance asks for. They come back in a claim and nowhere else. */
  readonly identifiers?: PartyIdentifiers | undefined;
}

/** Which policy decides. */
export interface TeleExpertiseOptions {
  /** The clinic's amended policy. Left out: the one that is shipped. */
  readonly policy?: TeleExpertise | undefined;
}

/** What each of the two bills for one opinion, and the decision it follows from. */
export interface TeleExpertiseClaims {
  readonly responder: ResponderClaim;
  readonly requester: RequesterClaim;
  readonly decision: Decision<TeleExpertise>;
}

/**
 * What whoever gave an opinion bills for it, and whoever asked for it: a draft with act code, fee, identifiers and
 * payment, the share in the yearly lump sum, what is missing, or why there is none.
 *
 * Shape: `status` of each role is `claim`, `incomplete` (identifiers are missing), `lump-sum` (the requester before
 * 2022-04-01), `no-claim` with the reasons, or `open` with what is possible and what to ask. Amounts in cents.
 * Errors: `input-refused` with every problem at once, the policy's own for facts; never an identifier.
 * Source: TE-8 to TE-14 and TE-17 of the policy `tele-expertise`.
 *
 * @example
 * const { responder } = claimTeleExpertise({
 *   facts: { act: { on: "2026-11-23" }, consent: { given: false } },
 * });
 * responder.status; // "no-claim"
 */
export function claimTeleExpertise(
  input: TeleExpertiseClaimInput,
  { policy = teleExpertise }: TeleExpertiseOptions = {},
): TeleExpertiseClaims {
  const { facts, identifiers = {} } = readInput("claimTeleExpertise", claimShape(policy), input);
  const decision = decide(policy, facts);
  return {
    responder: draftResponderClaim(decision, identifiers),
    requester: draftRequesterClaim(decision, identifiers),
    decision,
  };
}

function claimShape(policy: TeleExpertise): z.ZodType<TeleExpertiseClaimInput> {
  return z.strictObject({
    facts: policyFacts(policy),
    identifiers: z
      .strictObject({
        requester: textField.optional(),
        responder: textField.optional(),
        patient: textField.optional(),
      })
      .optional(),
  });
}

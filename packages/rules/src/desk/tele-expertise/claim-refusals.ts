import type { Decision } from "../../engine/decision.js";
import type { OutcomeOfPolicy } from "../../language/policy.js";
import type { TeleExpertise } from "../../policies/tele-expertise/policy.js";
import { answersOf, possibleElements } from "../possible-answers.js";

type Outcome = OutcomeOfPolicy<TeleExpertise>;

/** The two who exchange an opinion. */
export type TeleExpertiseRole = "responder" | "requester";

/** One reason why nothing is billed: it stands against the opinion itself, or against one role's billing. */
export type ClaimRefusal =
  | { readonly about: "opinion"; readonly refusal: Outcome["refusals"][number] }
  | {
      readonly about: TeleExpertiseRole;
      readonly refusal: Outcome["responderBillingRefusals"][number];
    };

/**
 * The reasons that hold, whatever is still unknown, why a role is paid nothing: those against the opinion, and
 * those against the role. Where nothing can stand against the role itself, those against the other one: before
 * 2022-04-01 one claim paid both.
 */
export function claimRefusals(
  decision: Decision<TeleExpertise>,
  role: TeleExpertiseRole,
): readonly ClaimRefusal[] {
  const { outcome, open } = answersOf(decision);
  const ofRole = {
    responder: possibleElements(outcome.responderBillingRefusals, open.responderBillingRefusals),
    requester: possibleElements(outcome.requesterBillingRefusals, open.requesterBillingRefusals),
  };
  const other: TeleExpertiseRole = role === "responder" ? "requester" : "responder";
  const { certain, possible } = ofRole[role];
  const telling = certain.length + possible.length > 0 ? role : other;
  return [
    ...possibleElements(outcome.refusals, open.refusals).certain.map((refusal): ClaimRefusal => ({
      about: "opinion",
      refusal,
    })),
    ...ofRole[telling].certain.map((refusal): ClaimRefusal => ({ about: telling, refusal })),
  ];
}

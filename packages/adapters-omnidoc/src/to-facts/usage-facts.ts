import { decide, type FactsOf } from "@guichet/rules";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { joinFacts } from "./opinion-facts.js";

type TeleExpertise = typeof teleExpertise;
type Facts = FactsOf<TeleExpertise>;

/** Acts one professional has billed for one patient in one civil year, as far as we were told. */
export interface BilledCount {
  readonly acts: number;
  /** Of those, the ones of level 1 and of level 2; since 2022-04-01 there are none of either. */
  readonly level1Acts: number;
  readonly level2Acts: number;
  /** Whether the professional bills nothing that we are not told of. Otherwise the counts are the least there can be. */
  readonly isWhole: boolean;
}

/** What both sides of an opinion have billed before it. */
export interface BilledBefore {
  readonly responder: BilledCount;
  readonly requester: BilledCount;
}

/**
 * The usage facts of an opinion. A count that may leave something out stays unknown, unless the cap is reached even
 * so: whoever has billed more is never paid more, which is a law of the policy.
 */
export function usageFacts(
  facts: Facts,
  { responder, requester }: BilledBefore,
  policy: TeleExpertise = teleExpertise,
): NonNullable<Facts["usage"]> {
  const ofResponder = {
    responderActs: responder.acts,
    responderLevel1Acts: responder.level1Acts,
    responderLevel2Acts: responder.level2Acts,
  };
  const ofRequester = { requesterActs: requester.acts };
  const { outcome, open } = decide(policy, joinFacts(facts, { usage: { ...ofResponder, ...ofRequester } }));
  const isCapped = (role: "responder" | "requester") =>
    (outcome?.[`${role}BillingRefusals`] ?? open?.[`${role}BillingRefusals`]?.certain ?? []).includes(
      "annual-cap-reached",
    );
  return {
    ...(responder.isWhole || isCapped("responder") ? ofResponder : {}),
    ...(requester.isWhole || isCapped("requester") ? ofRequester : {}),
  };
}

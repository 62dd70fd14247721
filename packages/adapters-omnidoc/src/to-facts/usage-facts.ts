import { decide, type FactsOf, type IsoDay } from "@guichet/rules";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { joinFacts } from "./opinion-facts.js";

type TeleExpertise = typeof teleExpertise;
type Facts = FactsOf<TeleExpertise>;

/** An act that was billed, as far as it counts towards a cap. */
export interface EarlierAct {
  /** Civil year of the day of the act. */
  readonly year: number;
  /** `single` since 2022-04-01, and for whoever asked. */
  readonly level: "1" | "2" | "single";
}

/** What one professional has billed for one patient, as far as we were told. */
export interface BilledActs {
  readonly acts: readonly EarlierAct[];
  /** Whether the professional bills nothing that we are not told of. Otherwise these are the least there can be. */
  readonly isWhole: boolean;
}

/** What both sides of an opinion have billed before it. */
export interface BilledBefore {
  readonly responder: BilledActs;
  readonly requester: BilledActs;
}

/**
 * The usage facts of an opinion: what was billed in the civil year of `act.on`. Without that day they stay unknown. A
 * count that may leave something out stays unknown too, unless the cap is reached even so: whoever has billed more is
 * never paid more, which is a law of the policy.
 */
export function usageFacts(
  facts: Facts,
  { responder, requester }: BilledBefore,
  policy: TeleExpertise = teleExpertise,
): NonNullable<Facts["usage"]> {
  const on = facts.act?.on;
  if (on === undefined) return {};
  const inYear = ({ acts }: BilledActs) => acts.filter(({ year }) => year === yearOfDay(on));
  const answers = inYear(responder);
  const ofResponder = {
    // Whatever their level: what was billed before the levels ended counts in the same year.
    responderActs: answers.length,
    responderLevel1Acts: answers.filter(({ level }) => level === "1").length,
    responderLevel2Acts: answers.filter(({ level }) => level === "2").length,
  };
  const ofRequester = { requesterActs: inYear(requester).length };
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

/** The civil year of a day. */
export function yearOfDay(day: IsoDay): number {
  return Number(day.slice(0, 4));
}

import type { FactsOf } from "@guichet/rules";
import type { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import type { Opinion, OpinionParty } from "./opinion.js";

type Facts = FactsOf<typeof teleExpertise>;

/**
 * What the platform tells of an opinion, in the words of the policy `tele-expertise`. What it does not tell stays
 * unknown: what the patient was told, whether they stay in the hospital that asks, what was billed before.
 *
 * Shape: `request.channel` is the dedicated platform, because it came by one. The region is that of both sides, where
 * it is the same; both are in one health centre where both places are one and the same.
 */
export function opinionFacts({ answeredOn, urgent, consentGiven, requester, responder }: Opinion): Facts {
  return {
    act: known({
      on: answeredOn,
      region: requester.region === responder.region ? requester.region : undefined,
      sameHealthCentre: sameCentre(requester, responder),
    }),
    requester: known({ profession: requester.profession }),
    responder: known({ profession: responder.profession }),
    consent: known({ given: consentGiven }),
    request: { ...known({ urgent }), channel: "dedicated-platform" },
  };
}

/**
 * What is known of an opinion from two sides. Fact by fact, what `facts` says goes before what `told` says.
 */
export function joinFacts(told: Facts, facts: Facts = {}): Facts {
  return {
    act: { ...told.act, ...facts.act },
    requester: { ...told.requester, ...facts.requester },
    responder: { ...told.responder, ...facts.responder },
    patient: { ...told.patient, ...facts.patient },
    consent: { ...told.consent, ...facts.consent },
    request: { ...told.request, ...facts.request },
    usage: { ...told.usage, ...facts.usage },
  };
}

function sameCentre(left: OpinionParty, right: OpinionParty): boolean | undefined {
  if (left.healthCentre === false || right.healthCentre === false) return false;
  if (left.healthCentre !== true || right.healthCentre !== true) return undefined;
  if (left.finess === undefined || right.finess === undefined) return undefined;
  return left.finess === right.finess;
}

/** Without the fields nobody knows. */
function known<Group extends object>(
  group: Group,
): { [Name in keyof Group]?: Exclude<Group[Name], undefined> } {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Group]?: Exclude<Group[Name], undefined>;
  };
}

import type { FactsOf } from "../../language/policy.js";
import type { TeleExpertise } from "../../policies/tele-expertise/policy.js";

/** An ordinary opinion of today between two physicians: nothing stands against it. */
export const opinion = {
  act: { on: "2026-11-23", region: "metropolitan", sameHealthCentre: false },
  requester: { profession: "physician" },
  responder: { profession: "physician" },
  patient: {
    longTermCondition: true,
    rareDisease: false,
    underservedArea: false,
    medicoSocialResident: false,
    detained: false,
    hospitalisedAtRequester: false,
    knownToResponder: false,
  },
  consent: {
    given: true,
    informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
  },
  request: { urgent: false, channel: "dedicated-platform", complex: false, dentalCase: "none" },
  usage: { responderLevel1Acts: 0, responderLevel2Acts: 0, responderActs: 0, requesterActs: 0 },
} as const satisfies FactsOf<TeleExpertise>;

type Day = `${number}-${number}-${number}`;

/** The same on another day. */
export function opinionOn(on: Day): FactsOf<TeleExpertise> {
  return { ...opinion, act: { ...opinion.act, on } };
}

/** A level-2 opinion on a day before 2022-04-01: the responder knows the patient, and the case is complex. */
export function complexOpinionOn(on: Day): FactsOf<TeleExpertise> {
  return {
    ...opinionOn(on),
    patient: { ...opinion.patient, knownToResponder: true },
    request: { ...opinion.request, complex: true },
  };
}

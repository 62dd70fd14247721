import { shippedPolicy } from "../../language/index.js";
import { teleExpertiseFrom20190210 } from "./edition-2019-02-10.js";
import { teleExpertiseFrom20220401 } from "./edition-2022-04-01.js";
import { teleExpertiseOpen } from "./edition-open.js";
import { vocabulary } from "./vocabulary.js";

const defined = shippedPolicy({
  id: "tele-expertise",
  title: "Tele-expertise",
  question: "May this opinion be asked for, given and billed, at which level and fee?",
  jurisdiction: "FR",
  datedBy: "act.on",
  locales: ["en", "fr", "ru"],
  ...vocabulary,
  editions: [teleExpertiseOpen, teleExpertiseFrom20190210, teleExpertiseFrom20220401],
  laws: [
    {
      id: "no-consent-no-opinion",
      label: "No opinion is asked for without the patient's consent.",
      never: {
        all: [
          { fact: "consent.given", operator: "equal", value: false },
          { fact: "decision.eligible", operator: "equal", value: true },
        ],
      },
    },
    {
      id: "no-opinion-over-open-channels",
      label: "No opinion travels by ordinary email or by phone.",
      never: {
        all: [
          { fact: "request.channel", operator: "in", value: ["ordinary-email", "phone"] },
          { fact: "decision.eligible", operator: "equal", value: true },
        ],
      },
    },
    {
      id: "nothing-paid-when-refused",
      label: "Nothing is paid for an opinion that may not be given.",
      never: {
        all: [
          { fact: "decision.eligible", operator: "equal", value: false },
          {
            any: [
              { fact: "decision.responderFeeCents", operator: "greaterThan", value: 0 },
              { fact: "decision.requesterFeeCents", operator: "greaterThan", value: 0 },
            ],
          },
        ],
      },
    },
    {
      id: "answers-are-medical",
      label: "Only a physician, a midwife or a dentist is paid for an opinion.",
      never: {
        all: [
          { fact: "responder.profession", operator: "notIn", value: ["physician", "midwife", "dentist"] },
          { fact: "decision.responderFeeCents", operator: "greaterThan", value: 0 },
        ],
      },
    },
    {
      id: "requester-paid-one-way",
      label: "A requester who shares in the yearly lump sum bills no act.",
      never: {
        all: [
          { fact: "decision.requesterPayment", operator: "equal", value: "annual-lump-sum" },
          { fact: "decision.requesterAct", operator: "notEqual", value: "none" },
        ],
      },
    },
    {
      id: "telling-more-leaves-less",
      label: "The more the patient has been told, the less is left to tell.",
      monotone: { moreOf: "consent.informedOf", neverMeans: "more", of: "consentToObtain" },
    },
    {
      id: "more-answers-pay-no-more",
      label: "The more opinions were billed this year, the responder is never paid more for the next one.",
      monotone: { moreOf: "usage.responderActs", neverMeans: "more", of: "responderFeeCents" },
    },
    {
      id: "more-requests-pay-no-more",
      label: "The more requests were billed this year, the requester is never paid more for the next one.",
      monotone: { moreOf: "usage.requesterActs", neverMeans: "more", of: "requesterFeeCents" },
    },
  ],
});

type Defined = typeof defined;
/** The type of the policy, under a name of its own. */
export interface TeleExpertise extends Defined {}

export const teleExpertise: TeleExpertise = defined;

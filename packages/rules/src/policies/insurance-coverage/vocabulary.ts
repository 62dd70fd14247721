import { boolean, dateOrNone, defineVocabulary, oneOf } from "../../language/index.js";
import { insuranceAndLoyaltyGuide } from "../insurance-and-loyalty-guide.js";
import { facts } from "./facts.js";

const declared = {
  /** The visit is what the insurance is for. */
  insuredEvent: boolean({ label: "insured event" }),
  /** Last day on which the guarantee letter is valid; `none` under prepaid enrolment, or without a letter. */
  guaranteeLetterValidUntil: dateOrNone({ label: "guarantee letter valid until" }),
  /** There is a letter, and the day of the service is neither before its issue nor after its last day. */
  guaranteeLetterHolds: boolean({
    label: "the guarantee letter is valid on the day of the service",
    internal: true,
  }),
  /** Who pays; `pending` while the insurer has to answer, `unregulated` where the guide names nobody. */
  payer: oneOf(["insurer", "patient", "pending", "unregulated"], { label: "payer" }),
  /** The one thing the front desk does now. */
  nextStep: oneOf(
    [
      "treat",
      "offer-self-payment",
      "clarify-with-insurer",
      "send-to-insurer-dispatcher",
      "await-guarantee-letter",
      "request-new-letter",
      "request-additional-approval",
      "await-additional-approval",
    ],
    { label: "next step" },
  ),
  /** For the laws: of payers there is no more and less, of paying oneself there is. */
  patientPays: boolean({ label: "the patient pays", internal: true }),
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface InsuranceCoverageDecisions extends Declared {}

const decisions: InsuranceCoverageDecisions = declared;

export const vocabulary = defineVocabulary({
  sources: { "insurance-and-loyalty-guide": insuranceAndLoyaltyGuide },
  facts,
  decisions,
  rates: {},
});

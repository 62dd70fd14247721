import { amount, boolean, defineVocabulary, oneOf, setOf } from "../../language/index.js";
import { facts } from "./facts.js";
import { rates } from "./rates.js";
import { sources } from "./sources.js";

const declared = {
  /** What stands against asking for the opinion or giving it: all of it, not only the first. */
  refusals: setOf(
    [
      "not-covered-yet",
      "patient-category-not-eligible",
      "consent-missing",
      "consent-information-incomplete",
      "urgent-request",
      "channel-not-secure",
      "requester-not-entitled",
      "responder-not-entitled",
    ],
    { label: "reasons against the tele-expertise" },
  ),
  /** What the patient has not been told yet, and must be before the opinion is asked for. */
  consentToObtain: setOf(facts.consent.informedOf.values, {
    label: "still to be told to the patient",
    default: [],
  }),
  /** Whether nothing stands against the opinion. */
  eligible: boolean({ label: "tele-expertise possible", default: false }),
  /** The level of the opinion; since 2022-04-01 there is a single one. */
  level: oneOf(["1", "2", "single", "none"], { label: "level", default: "none" }),
  /** What keeps the responder from billing. */
  responderBillingRefusals: setOf(
    ["profession-cannot-bill", "annual-cap-reached", "same-health-centre", "hospital-stay"],
    { label: "reasons why the responder cannot bill", default: [] },
  ),
  /** What keeps the requester from billing. */
  requesterBillingRefusals: setOf(
    ["profession-cannot-bill", "annual-cap-reached", "same-health-centre", "hospital-stay"],
    { label: "reasons why the requester cannot bill", default: [] },
  ),
  /** The act the responder bills. `TE2` is level 2 before 2022-04-01 and the single act since. */
  responderAct: oneOf(["TE1", "TE2", "none"], { label: "act of the responder", default: "none" }),
  /** What the responder is paid, in cents. */
  responderFeeCents: amount("EUR", { label: "fee of the responder", default: 0 }),
  /** The act the requester bills. */
  requesterAct: oneOf(["RQD", "none"], { label: "act of the requester", default: "none" }),
  /** What the requester is paid, in cents: with the act, or as a share of the yearly lump sum. */
  requesterFeeCents: amount("EUR", { label: "fee of the requester", default: 0 }),
  /** How the requester is paid. */
  requesterPayment: oneOf(["annual-lump-sum", "per-act", "none"], {
    label: "payment of the requester",
    default: "none",
  }),
  /** How the act is billed, once somebody is paid. */
  billing: setOf(["third-party-payment", "fully-reimbursed", "no-extra-fee", "not-combinable"], {
    label: "conditions of billing",
    default: [],
  }),
  /** Whom the responder's claim names. */
  responderClaimIdentifiers: setOf(["requester-identifier", "patient-identifier"], {
    label: "identifiers in the responder's claim",
    default: [],
  }),
  /** Whom the requester's claim names. */
  requesterClaimIdentifiers: setOf(["responder-identifier", "patient-identifier"], {
    label: "identifiers in the requester's claim",
    default: [],
  }),
  /** True for every responder but a dentist; a dentist may bill an opinion in two cases only. */
  dentalCaseAllowsAnswer: boolean({
    label: "dental case in which a dentist may bill an opinion",
    internal: true,
  }),
  /** True for every requester but a dentist; a dentist may bill a request in one case only. */
  dentalCaseAllowsRequest: boolean({
    label: "dental case in which a dentist may bill a request",
    internal: true,
  }),
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface TeleExpertiseDecisions extends Declared {}

const decisions: TeleExpertiseDecisions = declared;

export const vocabulary = defineVocabulary({
  facts,
  rates,
  sources,
  decisions,
});

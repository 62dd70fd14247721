import { bitsFor, bitsOf, dayOf, isCount, listsOf, nothing, objectOf } from "./read-facts.js";

const never = 99999999;

/** What a profession may do: since which day it bills opinions and requests, and how many a year. */
interface Profession {
  readonly isPhysician: boolean;
  readonly isDentist: boolean;
  /** May answer, and before 2021-06-05 may ask. */
  readonly isMedical: boolean;
  readonly answersFrom: number;
  readonly answers: number;
  readonly asksFrom: number;
  readonly asks: number;
}
const other: Profession = {
  isPhysician: false,
  isDentist: false,
  isMedical: false,
  answersFrom: never,
  answers: 0,
  asksFrom: never,
  asks: 0,
};
const professions = new Map<unknown, Profession>([
  [
    "physician",
    { ...other, isPhysician: true, isMedical: true, answersFrom: 0, answers: 4, asksFrom: 0, asks: 4 },
  ],
  ["midwife", { ...other, isMedical: true, answersFrom: 20220905, answers: 2, asksFrom: 20220905, asks: 2 }],
  [
    "dentist",
    {
      ...other,
      isDentist: true,
      isMedical: true,
      answersFrom: 20250201,
      answers: 4,
      asksFrom: 20250201,
      asks: 4,
    },
  ],
  ["speech-therapist", { ...other, asksFrom: 20220406, asks: 4 }],
  ["nurse", { ...other, asksFrom: 20230323, asks: 4 }],
  ["advanced-practice-nurse", { ...other, asksFrom: 20230323, asks: 4 }],
  ["physiotherapist", { ...other, asksFrom: 20240222, asks: 2 }],
  ["podiatrist", { ...other, asksFrom: 20240307, asks: 2 }],
  ["orthoptist", other],
  ["pharmacist", other],
  ["other-health-professional", other],
]);
/** Whether the channel is secure. */
const channels = new Map<unknown, boolean>([
  ["secure-health-messaging", true],
  ["dedicated-platform", true],
  ["ordinary-email", false],
  ["phone", false],
  ["other", false],
]);
const toTell = ["reason", "responder-identity", "responder-specialty", "return-mode"];
const toTellBits = bitsFor(toTell);
const toTellLists = listsOf(toTell);

const only = (id: string): readonly string[] => Object.freeze([id]);
const notCoveredYet = only("not-covered-yet");
const notCoveredYetCase = only("TE-0");
const refusedCase = only("TE-1-refused");
const eligibleCase = only("TE-1-eligible");
const toTellCase = only("TE-6-to-tell");

// Refusals come out in one order, their cases in the order of the page; both orders are the same here.
const refusalsBefore2022 = listsOf([
  "patient-category-not-eligible",
  "consent-missing",
  "channel-not-secure",
  "requester-not-entitled",
  "responder-not-entitled",
]);
const refusalCasesBefore2022 = listsOf(["TE-4", "TE-6-consent", "TE-2", "TE-7-requester", "TE-7-responder"]);
const refusalsSince2022 = listsOf([
  "consent-missing",
  "consent-information-incomplete",
  "urgent-request",
  "channel-not-secure",
  "responder-not-entitled",
]);
const refusalCasesSince2022 = listsOf(["TE-6-consent", "TE-6-information", "TE-5", "TE-2", "TE-7-responder"]);

const levels = [
  {
    level: "1",
    cases: only("TE-9-level-1"),
    act: "TE1",
    answerFee: 1200,
    requestFee: 500,
    made: only("TE-10-level-1"),
    cap: only("TE-8-level-1"),
  },
  {
    level: "2",
    cases: only("TE-9-level-2"),
    act: "TE2",
    answerFee: 2000,
    requestFee: 1000,
    made: only("TE-10-level-2"),
    cap: only("TE-8-level-2"),
  },
] as const;
const cannotBill = only("profession-cannot-bill");
const capReached = only("annual-cap-reached");
const responderCannotBill = only("TE-14-responder");
const requesterCannotBill = only("TE-14-requester");

const wrongDentalCase = 2;
const capIsReached = 4;
const billingRefusals = listsOf(["", "", "annual-cap-reached", "same-health-centre", "hospital-stay"]).map(
  (list, held) =>
    Object.freeze([
      ...((held & 3) === 0 ? [] : ["profession-cannot-bill"]),
      ...list.filter((one) => one !== ""),
    ]),
);
const billingCases = (side: string) =>
  listsOf([
    `TE-14-${side}`,
    `TE-14-${side}-dentist`,
    `TE-8-${side}`,
    `TE-17-centre-${side}`,
    `TE-17-stay-${side}`,
  ]);
const responderBillingCases = billingCases("responder");
const requesterBillingCases = billingCases("requester");

const billing: readonly string[] = Object.freeze([
  "third-party-payment",
  "fully-reimbursed",
  "no-extra-fee",
  "not-combinable",
]);
const responderClaim: readonly string[] = Object.freeze(["requester-identifier", "patient-identifier"]);
const requesterClaim: readonly string[] = Object.freeze(["responder-identifier", "patient-identifier"]);
const lumpSumCase = only("TE-12-lump-sum");
const billingCase = only("TE-13");
const responderClaimCase = only("TE-12-responder-claim");
const requesterClaimCase = only("TE-12-requester-claim");
const levelCase = only("TE-11-level");
const responderActCase = only("TE-11-responder-act");
const responderFeeCase = only("TE-11-responder-fee");
const requesterActCase = only("TE-11-requester-act");
const requesterFeeCase = only("TE-11-requester-fee");
const perActCase = only("TE-12-per-act");

export function teleExpertise(raw: unknown) {
  const facts = objectOf(raw, 7);
  const act = facts && objectOf(facts["act"], 3);
  const requester = facts && objectOf(facts["requester"], 1);
  const responder = facts && objectOf(facts["responder"], 1);
  const patient = facts && objectOf(facts["patient"], 7);
  const consent = facts && objectOf(facts["consent"], 2);
  const request = facts && objectOf(facts["request"], 4);
  const usage = facts && objectOf(facts["usage"], 4);
  if (!act || !requester || !responder || !patient || !consent || !request || !usage) return undefined;
  const { region, sameHealthCentre } = act;
  if ((region !== "metropolitan" && region !== "overseas") || typeof sameHealthCentre !== "boolean") {
    return undefined;
  }
  const { longTermCondition, rareDisease, underservedArea, medicoSocialResident, detained } = patient;
  const { hospitalisedAtRequester, knownToResponder } = patient;
  if (typeof longTermCondition !== "boolean" || typeof rareDisease !== "boolean") return undefined;
  if (typeof underservedArea !== "boolean" || typeof medicoSocialResident !== "boolean") return undefined;
  if (typeof detained !== "boolean" || typeof hospitalisedAtRequester !== "boolean") return undefined;
  const { urgent, complex, dentalCase } = request;
  const { given } = consent;
  if (typeof knownToResponder !== "boolean" || typeof given !== "boolean") return undefined;
  if (typeof urgent !== "boolean" || typeof complex !== "boolean") return undefined;
  if (
    dentalCase !== "none" &&
    dentalCase !== "medico-social-resident" &&
    dentalCase !== "oral-cancer-or-rare-disease"
  ) {
    return undefined;
  }
  const { responderLevel1Acts, responderLevel2Acts, responderActs, requesterActs } = usage;
  if (!isCount(responderLevel1Acts) || !isCount(responderLevel2Acts)) return undefined;
  if (!isCount(responderActs) || !isCount(requesterActs)) return undefined;
  const asks = professions.get(requester["profession"]);
  const answers = professions.get(responder["profession"]);
  const isSecure = channels.get(request["channel"]);
  if (asks === undefined || answers === undefined || isSecure === undefined) return undefined;
  const told = bitsOf(consent["informedOf"], toTellBits);
  const on = dayOf(act["on"]);
  if (told < 0 || on === 0) return undefined;

  if (on < 20190210) return refused(notCoveredYet, notCoveredYetCase, nothing, nothing, nothing);
  if (on < 20220401) {
    const isCovered = longTermCondition || rareDisease || underservedArea || medicoSocialResident || detained;
    const held =
      (isCovered ? 0 : 1) |
      (given ? 0 : 2) |
      (isSecure ? 0 : 4) |
      (on >= 20210605 || asks.isMedical ? 0 : 8) |
      (answers.isMedical ? 0 : 16);
    if (held !== 0) {
      return refused(refusalsBefore2022[held], refusalCasesBefore2022[held], nothing, nothing, refusedCase);
    }
    const level = levels[knownToResponder && complex ? 1 : 0];
    const isCapReached = level.level === "2" ? responderLevel2Acts >= 2 : responderLevel1Acts >= 4;
    const isPaid = answers.isPhysician && asks.isPhysician && !isCapReached;
    const made = isPaid ? level.made : nothing;
    return {
      outcome: {
        refusals: nothing,
        consentToObtain: nothing,
        eligible: true,
        level: level.level,
        responderBillingRefusals: answers.isPhysician ? (isCapReached ? capReached : nothing) : cannotBill,
        requesterBillingRefusals: asks.isPhysician ? nothing : cannotBill,
        responderAct: isPaid ? level.act : "none",
        responderFeeCents: isPaid ? level.answerFee : 0,
        requesterAct: "none",
        requesterFeeCents: isPaid ? level.requestFee : 0,
        requesterPayment: isPaid ? "annual-lump-sum" : "none",
        billing: isPaid ? billing : nothing,
        responderClaimIdentifiers: isPaid ? responderClaim : nothing,
        requesterClaimIdentifiers: nothing,
      },
      cases: {
        refusals: nothing,
        consentToObtain: nothing,
        eligible: eligibleCase,
        level: level.cases,
        responderBillingRefusals: answers.isPhysician
          ? isCapReached
            ? level.cap
            : nothing
          : responderCannotBill,
        requesterBillingRefusals: asks.isPhysician ? nothing : requesterCannotBill,
        responderAct: made,
        responderFeeCents: made,
        requesterAct: nothing,
        requesterFeeCents: made,
        requesterPayment: isPaid ? lumpSumCase : nothing,
        billing: isPaid ? billingCase : nothing,
        responderClaimIdentifiers: isPaid ? responderClaimCase : nothing,
        requesterClaimIdentifiers: nothing,
      },
    };
  }

  const untold = ~told & 15;
  const held =
    (given ? 0 : 1) |
    (untold === 0 ? 0 : 2) |
    (urgent ? 4 : 0) |
    (isSecure ? 0 : 8) |
    (answers.isMedical ? 0 : 16);
  if (held !== 0) {
    return refused(
      refusalsSince2022[held],
      refusalCasesSince2022[held],
      toTellLists[untold],
      toTellCase,
      refusedCase,
    );
  }
  const isForMouth = dentalCase === "oral-cancer-or-rare-disease";
  const allowsAnswer =
    !answers.isDentist ||
    (dentalCase === "medico-social-resident" && knownToResponder) ||
    (isForMouth && asks.isDentist);
  const allowsRequest = !asks.isDentist || isForMouth;
  const elsewhere = (sameHealthCentre ? 8 : 0) | (hospitalisedAtRequester ? 16 : 0);
  const answerHeld =
    elsewhere |
    (on < answers.answersFrom
      ? 1
      : allowsAnswer
        ? responderActs >= answers.answers
          ? capIsReached
          : 0
        : wrongDentalCase);
  const requestHeld =
    elsewhere |
    (on < asks.asksFrom
      ? 1
      : allowsRequest
        ? requesterActs >= asks.asks
          ? capIsReached
          : 0
        : wrongDentalCase);
  const billsAnswer = answerHeld === 0;
  const billsRequest = requestHeld === 0;
  const isOverseas = region === "overseas";
  const answerFee = on >= 20260101 ? (isOverseas ? 2760 : 2300) : isOverseas ? 2400 : 2000;
  const isBilled = billsAnswer || billsRequest;
  return {
    outcome: {
      refusals: nothing,
      consentToObtain: nothing,
      eligible: true,
      level: "single",
      responderBillingRefusals: billingRefusals[answerHeld],
      requesterBillingRefusals: billingRefusals[requestHeld],
      responderAct: billsAnswer ? "TE2" : "none",
      responderFeeCents: billsAnswer ? answerFee : 0,
      requesterAct: billsRequest ? "RQD" : "none",
      requesterFeeCents: billsRequest ? (isOverseas ? 1200 : 1000) : 0,
      requesterPayment: billsRequest ? "per-act" : "none",
      billing: isBilled ? billing : nothing,
      responderClaimIdentifiers: billsAnswer ? responderClaim : nothing,
      requesterClaimIdentifiers: billsRequest ? requesterClaim : nothing,
    },
    cases: {
      refusals: nothing,
      consentToObtain: toTellCase,
      eligible: eligibleCase,
      level: levelCase,
      responderBillingRefusals: responderBillingCases[answerHeld],
      requesterBillingRefusals: requesterBillingCases[requestHeld],
      responderAct: billsAnswer ? responderActCase : nothing,
      responderFeeCents: billsAnswer ? responderFeeCase : nothing,
      requesterAct: billsRequest ? requesterActCase : nothing,
      requesterFeeCents: billsRequest ? requesterFeeCase : nothing,
      requesterPayment: billsRequest ? perActCase : nothing,
      billing: isBilled ? billingCase : nothing,
      responderClaimIdentifiers: billsAnswer ? responderClaimCase : nothing,
      requesterClaimIdentifiers: billsRequest ? requesterClaimCase : nothing,
    },
  };
}

function refused(
  refusals: readonly string[] | undefined,
  refusalCases: readonly string[] | undefined,
  consentToObtain: readonly string[] | undefined,
  consentCases: readonly string[],
  eligibleCases: readonly string[],
) {
  return {
    outcome: {
      refusals,
      consentToObtain,
      eligible: false,
      level: "none",
      responderBillingRefusals: nothing,
      requesterBillingRefusals: nothing,
      responderAct: "none",
      responderFeeCents: 0,
      requesterAct: "none",
      requesterFeeCents: 0,
      requesterPayment: "none",
      billing: nothing,
      responderClaimIdentifiers: nothing,
      requesterClaimIdentifiers: nothing,
    },
    cases: {
      refusals: refusalCases,
      consentToObtain: consentCases,
      eligible: eligibleCases,
      level: nothing,
      responderBillingRefusals: nothing,
      requesterBillingRefusals: nothing,
      responderAct: nothing,
      responderFeeCents: nothing,
      requesterAct: nothing,
      requesterFeeCents: nothing,
      requesterPayment: nothing,
      billing: nothing,
      responderClaimIdentifiers: nothing,
      requesterClaimIdentifiers: nothing,
    },
  };
}

import { isCount, isDay, isListOf, isOneOf, objectOf } from "./read-facts.js";

const groups = new Set(["act", "requester", "responder", "patient", "consent", "request", "usage"]);
const actNames = new Set(["on", "region", "sameHealthCentre"]);
const professionalNames = new Set(["profession"]);
const patientNames = new Set([
  "longTermCondition",
  "rareDisease",
  "underservedArea",
  "medicoSocialResident",
  "detained",
  "hospitalisedAtRequester",
  "knownToResponder",
]);
const consentNames = new Set(["given", "informedOf"]);
const requestNames = new Set(["urgent", "channel", "complex", "dentalCase"]);
const usageNames = new Set(["responderLevel1Acts", "responderLevel2Acts", "responderActs", "requesterActs"]);
const regions = new Set(["metropolitan", "overseas"]);
const professions = new Set([
  "physician",
  "midwife",
  "dentist",
  "speech-therapist",
  "nurse",
  "advanced-practice-nurse",
  "physiotherapist",
  "podiatrist",
  "orthoptist",
  "pharmacist",
  "other-health-professional",
]);
const informed = ["reason", "responder-identity", "responder-specialty", "return-mode"];
const informedNames = new Set(informed);
const channels = new Set([
  "secure-health-messaging",
  "dedicated-platform",
  "ordinary-email",
  "phone",
  "other",
]);
const dentalCases = new Set(["none", "medico-social-resident", "oral-cancer-or-rare-disease"]);

function responderActsPerYear(profession: string, on: string): number | undefined {
  if (profession === "physician") return 4;
  if (profession === "midwife") return on >= "2022-09-05" ? 2 : undefined;
  return profession === "dentist" && on >= "2025-02-01" ? 4 : undefined;
}

function requesterActsPerYear(profession: string, on: string): number | undefined {
  switch (profession) {
    case "physician":
      return 4;
    case "speech-therapist":
      return on >= "2022-04-06" ? 4 : undefined;
    case "midwife":
      return on >= "2022-09-05" ? 2 : undefined;
    case "nurse":
    case "advanced-practice-nurse":
      return on >= "2023-03-23" ? 4 : undefined;
    case "physiotherapist":
      return on >= "2024-02-22" ? 2 : undefined;
    case "podiatrist":
      return on >= "2024-03-07" ? 2 : undefined;
    case "dentist":
      return on >= "2025-02-01" ? 4 : undefined;
    default:
      return undefined;
  }
}

const billed = () => ["third-party-payment", "fully-reimbursed", "no-extra-fee", "not-combinable"];

export function teleExpertise(raw: unknown) {
  const facts = objectOf(raw, groups);
  const act = facts && objectOf(facts["act"], actNames);
  const requester = facts && objectOf(facts["requester"], professionalNames);
  const responder = facts && objectOf(facts["responder"], professionalNames);
  const patient = facts && objectOf(facts["patient"], patientNames);
  const consent = facts && objectOf(facts["consent"], consentNames);
  const request = facts && objectOf(facts["request"], requestNames);
  const usage = facts && objectOf(facts["usage"], usageNames);
  if (!act || !requester || !responder || !patient || !consent || !request || !usage) return undefined;
  const { on, region, sameHealthCentre } = act;
  const asks = requester["profession"];
  const answers = responder["profession"];
  const { longTermCondition, rareDisease, underservedArea, medicoSocialResident, detained } = patient;
  const { hospitalisedAtRequester, knownToResponder } = patient;
  const { given, informedOf } = consent;
  const { urgent, channel, complex, dentalCase } = request;
  const { responderLevel1Acts, responderLevel2Acts, responderActs, requesterActs } = usage;
  if (!isDay(on) || !isOneOf(region, regions) || typeof sameHealthCentre !== "boolean") return undefined;
  if (!isOneOf(asks, professions) || !isOneOf(answers, professions)) return undefined;
  if (typeof longTermCondition !== "boolean" || typeof rareDisease !== "boolean") return undefined;
  if (typeof underservedArea !== "boolean" || typeof medicoSocialResident !== "boolean") return undefined;
  if (typeof detained !== "boolean" || typeof hospitalisedAtRequester !== "boolean") return undefined;
  if (typeof knownToResponder !== "boolean" || typeof given !== "boolean") return undefined;
  if (!isListOf(informedOf, informedNames) || typeof urgent !== "boolean") return undefined;
  if (!isOneOf(channel, channels) || typeof complex !== "boolean") return undefined;
  if (!isOneOf(dentalCase, dentalCases) || !isCount(responderLevel1Acts)) return undefined;
  if (!isCount(responderLevel2Acts) || !isCount(responderActs) || !isCount(requesterActs)) return undefined;

  const refusals: string[] = [];
  const outcome = {
    refusals,
    consentToObtain: [] as string[],
    eligible: false,
    level: "none",
    responderBillingRefusals: [] as string[],
    requesterBillingRefusals: [] as string[],
    responderAct: "none",
    responderFeeCents: 0,
    requesterAct: "none",
    requesterFeeCents: 0,
    requesterPayment: "none",
    billing: [] as string[],
    responderClaimIdentifiers: [] as string[],
    requesterClaimIdentifiers: [] as string[],
  };
  const cases = {
    refusals: [] as string[],
    consentToObtain: [] as string[],
    eligible: [] as string[],
    level: [] as string[],
    responderBillingRefusals: [] as string[],
    requesterBillingRefusals: [] as string[],
    responderAct: [] as string[],
    responderFeeCents: [] as string[],
    requesterAct: [] as string[],
    requesterFeeCents: [] as string[],
    requesterPayment: [] as string[],
    billing: [] as string[],
    responderClaimIdentifiers: [] as string[],
    requesterClaimIdentifiers: [] as string[],
  };
  if (on < "2019-02-10") {
    refusals.push("not-covered-yet");
    cases.refusals.push("TE-0");
    return { outcome, cases };
  }
  const isSecure = channel === "secure-health-messaging" || channel === "dedicated-platform";
  const mayAnswer = answers === "physician" || answers === "midwife" || answers === "dentist";
  const isSince2022 = on >= "2022-04-01";

  // Refusals come out in one order, their cases in the order of the page.
  if (isSince2022) {
    for (const one of informed) if (!informedOf.includes(one)) outcome.consentToObtain.push(one);
    cases.consentToObtain.push("TE-6-to-tell");
    if (!given) {
      refusals.push("consent-missing");
      cases.refusals.push("TE-6-consent");
    }
    if (outcome.consentToObtain.length > 0) {
      refusals.push("consent-information-incomplete");
      cases.refusals.push("TE-6-information");
    }
    if (urgent) {
      refusals.push("urgent-request");
      cases.refusals.push("TE-5");
    }
  } else {
    if (!longTermCondition && !rareDisease && !underservedArea && !medicoSocialResident && !detained) {
      refusals.push("patient-category-not-eligible");
      cases.refusals.push("TE-4");
    }
    if (!given) {
      refusals.push("consent-missing");
      cases.refusals.push("TE-6-consent");
    }
  }
  if (!isSecure) {
    refusals.push("channel-not-secure");
    cases.refusals.push("TE-2");
  }
  if (on < "2021-06-05" && asks !== "physician" && asks !== "midwife" && asks !== "dentist") {
    refusals.push("requester-not-entitled");
    cases.refusals.push("TE-7-requester");
  }
  if (!mayAnswer) {
    refusals.push("responder-not-entitled");
    cases.refusals.push("TE-7-responder");
  }
  if (refusals.length > 0) {
    cases.eligible.push("TE-1-refused");
    return { outcome, cases };
  }
  outcome.eligible = true;
  cases.eligible.push("TE-1-eligible");
  const overseas = region === "overseas";

  if (!isSince2022) {
    const isLevel2 = knownToResponder && complex;
    outcome.level = isLevel2 ? "2" : "1";
    cases.level.push(isLevel2 ? "TE-9-level-2" : "TE-9-level-1");
    if (answers !== "physician") {
      outcome.responderBillingRefusals.push("profession-cannot-bill");
      cases.responderBillingRefusals.push("TE-14-responder");
    } else if (isLevel2 ? responderLevel2Acts >= 2 : responderLevel1Acts >= 4) {
      outcome.responderBillingRefusals.push("annual-cap-reached");
      cases.responderBillingRefusals.push(isLevel2 ? "TE-8-level-2" : "TE-8-level-1");
    }
    if (asks !== "physician") {
      outcome.requesterBillingRefusals.push("profession-cannot-bill");
      cases.requesterBillingRefusals.push("TE-14-requester");
    }
    if (outcome.responderBillingRefusals.length > 0 || outcome.requesterBillingRefusals.length > 0) {
      return { outcome, cases };
    }
    outcome.responderAct = isLevel2 ? "TE2" : "TE1";
    outcome.responderFeeCents = isLevel2 ? 2000 : 1200;
    outcome.requesterFeeCents = isLevel2 ? 1000 : 500;
    const made = isLevel2 ? "TE-10-level-2" : "TE-10-level-1";
    cases.responderAct.push(made);
    cases.responderFeeCents.push(made);
    cases.requesterFeeCents.push(made);
    outcome.requesterPayment = "annual-lump-sum";
    cases.requesterPayment.push("TE-12-lump-sum");
    outcome.billing = billed();
    cases.billing.push("TE-13");
    outcome.responderClaimIdentifiers = ["requester-identifier", "patient-identifier"];
    cases.responderClaimIdentifiers.push("TE-12-responder-claim");
    return { outcome, cases };
  }

  outcome.level = "single";
  cases.level.push("TE-11-level");
  const answerAllowed =
    answers !== "dentist" ||
    (dentalCase === "medico-social-resident" && knownToResponder) ||
    (dentalCase === "oral-cancer-or-rare-disease" && asks === "dentist");
  const requestAllowed = asks !== "dentist" || dentalCase === "oral-cancer-or-rare-disease";
  const mostAnswers = responderActsPerYear(answers, on);
  const mostRequests = requesterActsPerYear(asks, on);
  refuseBilling(outcome.responderBillingRefusals, cases.responderBillingRefusals, "responder", {
    most: mostAnswers,
    acts: responderActs,
    allowed: answerAllowed,
    sameHealthCentre,
    hospitalisedAtRequester,
  });
  refuseBilling(outcome.requesterBillingRefusals, cases.requesterBillingRefusals, "requester", {
    most: mostRequests,
    acts: requesterActs,
    allowed: requestAllowed,
    sameHealthCentre,
    hospitalisedAtRequester,
  });
  const billsAnswer = outcome.responderBillingRefusals.length === 0;
  const billsRequest = outcome.requesterBillingRefusals.length === 0;
  if (billsAnswer) {
    outcome.responderAct = "TE2";
    outcome.responderFeeCents = on >= "2026-01-01" ? (overseas ? 2760 : 2300) : overseas ? 2400 : 2000;
    outcome.responderClaimIdentifiers = ["requester-identifier", "patient-identifier"];
    cases.responderAct.push("TE-11-responder-act");
    cases.responderFeeCents.push("TE-11-responder-fee");
    cases.responderClaimIdentifiers.push("TE-12-responder-claim");
  }
  if (billsRequest) {
    outcome.requesterAct = "RQD";
    outcome.requesterFeeCents = overseas ? 1200 : 1000;
    outcome.requesterPayment = "per-act";
    outcome.requesterClaimIdentifiers = ["responder-identifier", "patient-identifier"];
    cases.requesterAct.push("TE-11-requester-act");
    cases.requesterFeeCents.push("TE-11-requester-fee");
    cases.requesterPayment.push("TE-12-per-act");
    cases.requesterClaimIdentifiers.push("TE-12-requester-claim");
  }
  if (billsAnswer || billsRequest) {
    outcome.billing = billed();
    cases.billing.push("TE-13");
  }
  return { outcome, cases };
}

interface Bill {
  readonly most: number | undefined;
  readonly acts: number;
  readonly allowed: boolean;
  readonly sameHealthCentre: boolean;
  readonly hospitalisedAtRequester: boolean;
}

function refuseBilling(
  refusals: string[],
  cases: string[],
  side: "responder" | "requester",
  bill: Bill,
): void {
  if (bill.most === undefined) {
    refusals.push("profession-cannot-bill");
    cases.push(side === "responder" ? "TE-14-responder" : "TE-14-requester");
  } else if (!bill.allowed) {
    refusals.push("profession-cannot-bill");
    cases.push(side === "responder" ? "TE-14-responder-dentist" : "TE-14-requester-dentist");
  }
  if (bill.allowed && bill.most !== undefined && bill.acts >= bill.most) {
    refusals.push("annual-cap-reached");
    cases.push(side === "responder" ? "TE-8-responder" : "TE-8-requester");
  }
  if (bill.sameHealthCentre) {
    refusals.push("same-health-centre");
    cases.push(side === "responder" ? "TE-17-centre-responder" : "TE-17-centre-requester");
  }
  if (bill.hospitalisedAtRequester) {
    refusals.push("hospital-stay");
    cases.push(side === "responder" ? "TE-17-stay-responder" : "TE-17-stay-requester");
  }
}

import { bitsFor, bitsOf, dayOf, isCount, objectOf } from "./read-facts.js";

// The checks of the hand-written functions alone, for engines that take facts as they come.

const professions = new Set<unknown>([
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
const channels = new Set<unknown>([
  "secure-health-messaging",
  "dedicated-platform",
  "ordinary-email",
  "phone",
  "other",
]);
const dentalCases = new Set<unknown>(["none", "medico-social-resident", "oral-cancer-or-rare-disease"]);
const toTell = bitsFor(["reason", "responder-identity", "responder-specialty", "return-mode"]);
const kinds = new Set<unknown>(["insured", "corporate-employee", "relative", "other"]);
const relations = new Set<unknown>(["husband", "wife", "son", "daughter", "other"]);
const relatives = new Set<unknown>(["insured", "corporate-employee", "other"]);
const lines = new Set<unknown>([
  "therapeutic-dentistry",
  "implantology",
  "prosthodontics",
  "orthodontics",
  "surgery",
  "periodontics",
  "hygiene",
  "paediatrics",
  "diagnostics",
  "other",
]);
const specialties = bitsFor(["general", "implantology", "orthodontics"]);
const documents = bitsFor([
  "signed-quote",
  "panoramic-radiographs",
  "periapical-radiographs",
  "treatment-plan-since-first-visit",
  "paid-invoices",
  "implant-passport-copy",
  "implant-passport-original",
  "ct-scan",
  "prior-approval-request",
  "study-casts",
]);
const modes = new Set<unknown>(["in-hand", "registered-mail", "ordinary-mail", "email", "other"]);

function isTruth(raw: unknown): boolean {
  return typeof raw === "boolean";
}

function isTeleExpertise(raw: unknown): boolean {
  const facts = objectOf(raw, 7);
  const act = facts && objectOf(facts["act"], 3);
  const requester = facts && objectOf(facts["requester"], 1);
  const responder = facts && objectOf(facts["responder"], 1);
  const patient = facts && objectOf(facts["patient"], 7);
  const consent = facts && objectOf(facts["consent"], 2);
  const request = facts && objectOf(facts["request"], 4);
  const usage = facts && objectOf(facts["usage"], 4);
  if (!act || !requester || !responder || !patient || !consent || !request || !usage) return false;
  return (
    (act["region"] === "metropolitan" || act["region"] === "overseas") &&
    isTruth(act["sameHealthCentre"]) &&
    isTruth(patient["longTermCondition"]) &&
    isTruth(patient["rareDisease"]) &&
    isTruth(patient["underservedArea"]) &&
    isTruth(patient["medicoSocialResident"]) &&
    isTruth(patient["detained"]) &&
    isTruth(patient["hospitalisedAtRequester"]) &&
    isTruth(patient["knownToResponder"]) &&
    isTruth(consent["given"]) &&
    isTruth(request["urgent"]) &&
    isTruth(request["complex"]) &&
    dentalCases.has(request["dentalCase"]) &&
    channels.has(request["channel"]) &&
    professions.has(requester["profession"]) &&
    professions.has(responder["profession"]) &&
    isCount(usage["responderLevel1Acts"]) &&
    isCount(usage["responderLevel2Acts"]) &&
    isCount(usage["responderActs"]) &&
    isCount(usage["requesterActs"]) &&
    bitsOf(consent["informedOf"], toTell) >= 0 &&
    dayOf(act["on"]) > 0
  );
}

function isLoyaltyDiscount(raw: unknown): boolean {
  const facts = objectOf(raw, 3);
  const beneficiary = facts && objectOf(facts["beneficiary"], 3);
  const entitlement = facts && objectOf(facts["entitlement"], 3);
  const service = facts && objectOf(facts["service"], 3);
  if (!beneficiary || !entitlement || !service) return false;
  return (
    kinds.has(beneficiary["kind"]) &&
    relations.has(beneficiary["relation"]) &&
    relatives.has(beneficiary["relativeOf"]) &&
    lines.has(service["line"]) &&
    isTruth(entitlement["openEnded"]) &&
    isTruth(service["inProgram"]) &&
    dayOf(entitlement["from"]) > 0 &&
    dayOf(entitlement["to"]) > 0 &&
    dayOf(service["on"]) > 0
  );
}

function isRecordHandover(raw: unknown): boolean {
  const facts = objectOf(raw, 4);
  const request = facts && objectOf(facts["request"], 7);
  const record = facts && objectOf(facts["record"], 5);
  const practitioner = facts && objectOf(facts["practitioner"], 1);
  const delivery = facts && objectOf(facts["delivery"], 7);
  if (!request || !record || !practitioner || !delivery) return false;
  const { by, assignedTo } = request;
  const { status } = practitioner;
  const oldest = dayOf(record["oldestInformationOn"]);
  return (
    (by === "patient" || by === "other-entitled-person") &&
    (assignedTo === "nobody" || assignedTo === "practitioner" || assignedTo === "secretariat-lead") &&
    (status === "present" || status === "temporarily-absent" || status === "departed") &&
    isTruth(request["written"]) &&
    isTruth(request["scanned"]) &&
    isTruth(request["identityCardScanned"]) &&
    isTruth(request["authorityProofScanned"]) &&
    isTruth(delivery["handedOver"]) &&
    isTruth(delivery["receiptSigned"]) &&
    isTruth(delivery["receiptScanned"]) &&
    isTruth(delivery["identityCardScanned"]) &&
    isTruth(delivery["acknowledgementScanned"]) &&
    modes.has(delivery["mode"]) &&
    bitsOf(record["specialties"], specialties) >= 0 &&
    bitsOf(record["heldDocuments"], documents) >= 0 &&
    bitsOf(record["neverMadeDocuments"], documents) >= 0 &&
    dayOf(request["receivedOn"]) > 0 &&
    dayOf(delivery["on"]) > 0 &&
    oldest > 0 &&
    oldest <= dayOf(record["newestInformationOn"])
  );
}

/** Whether facts are right, by the policy's id. */
export const accepts: Readonly<Record<string, (facts: unknown) => boolean>> = {
  "tele-expertise": isTeleExpertise,
  "loyalty-discount": isLoyaltyDiscount,
  "record-handover": isRecordHandover,
};

import { dayFromIso, isoFromDay } from "../../../packages/rules/src/calendar/civil-day.js";
import { addTerm } from "../../../packages/rules/src/calendar/term.js";
import { isDay, isListOf, isOneOf, objectOf } from "./read-facts.js";

const groups = new Set(["request", "record", "practitioner", "delivery"]);
const requestNames = new Set([
  "receivedOn",
  "by",
  "written",
  "scanned",
  "identityCardScanned",
  "authorityProofScanned",
  "assignedTo",
]);
const recordNames = new Set([
  "specialties",
  "heldDocuments",
  "neverMadeDocuments",
  "newestInformationOn",
  "oldestInformationOn",
]);
const practitionerNames = new Set(["status"]);
const deliveryNames = new Set([
  "mode",
  "on",
  "handedOver",
  "receiptSigned",
  "receiptScanned",
  "identityCardScanned",
  "acknowledgementScanned",
]);
const askers = new Set(["patient", "other-entitled-person"]);
const persons = new Set(["nobody", "practitioner", "secretariat-lead"]);
const specialtyNames = new Set(["general", "implantology", "orthodontics"]);
const statuses = new Set(["present", "temporarily-absent", "departed"]);
const modes = new Set(["in-hand", "registered-mail", "ordinary-mail", "email", "other"]);
const documents = [
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
];
const documentNames = new Set(documents);

const plus = (day: string, months: number, days: number): string =>
  isoFromDay(addTerm(dayFromIso(day) ?? 0, { months, days }));

export function recordHandover(raw: unknown) {
  const facts = objectOf(raw, groups);
  const request = facts && objectOf(facts["request"], requestNames);
  const record = facts && objectOf(facts["record"], recordNames);
  const practitioner = facts && objectOf(facts["practitioner"], practitionerNames);
  const delivery = facts && objectOf(facts["delivery"], deliveryNames);
  if (!request || !record || !practitioner || !delivery) return undefined;
  const { receivedOn, by, written, scanned, identityCardScanned, authorityProofScanned, assignedTo } =
    request;
  const { specialties, heldDocuments, neverMadeDocuments, newestInformationOn, oldestInformationOn } = record;
  const { status } = practitioner;
  const { mode, on, handedOver, receiptSigned, receiptScanned, acknowledgementScanned } = delivery;
  const cardWithReceipt = delivery["identityCardScanned"];
  if (!isDay(receivedOn) || !isOneOf(by, askers) || typeof written !== "boolean") return undefined;
  if (typeof scanned !== "boolean" || typeof identityCardScanned !== "boolean") return undefined;
  if (typeof authorityProofScanned !== "boolean" || !isOneOf(assignedTo, persons)) return undefined;
  if (!isListOf(specialties, specialtyNames) || !isListOf(heldDocuments, documentNames)) return undefined;
  if (!isListOf(neverMadeDocuments, documentNames) || !isDay(newestInformationOn)) return undefined;
  if (!isDay(oldestInformationOn) || !isOneOf(status, statuses) || !isOneOf(mode, modes)) return undefined;
  if (!isDay(on) || typeof handedOver !== "boolean" || typeof receiptSigned !== "boolean") return undefined;
  if (typeof receiptScanned !== "boolean" || typeof cardWithReceipt !== "boolean") return undefined;
  if (typeof acknowledgementScanned !== "boolean" || receivedOn < "2002-03-05") return undefined;
  if (oldestInformationOn > newestInformationOn) return undefined;

  let responsible = "unregulated";
  let responsibleCase = "RH-3-absent";
  if (status === "present") [responsible, responsibleCase] = ["practitioner", "RH-3"];
  else if (status === "departed") [responsible, responsibleCase] = ["secretariat-lead", "RH-10"];
  else if (assignedTo === "practitioner") [responsible, responsibleCase] = ["practitioner", "RH-3-assigned"];
  else if (assignedTo === "secretariat-lead")
    [responsible, responsibleCase] = ["secretariat-lead", "RH-10-assigned"];

  const isImplant = specialties.includes("implantology");
  const isOrthodontic = specialties.includes("orthodontics");
  const requiredDocuments = documents.slice(0, 5);
  const requiredCases = ["RH-4"];
  if (isImplant) {
    requiredDocuments.push("implant-passport-copy", "ct-scan");
    requiredCases.push("RH-5");
  }
  if (isOrthodontic) {
    requiredDocuments.push("prior-approval-request", "study-casts");
    requiredCases.push("RH-7");
  }
  const missingDocuments: string[] = [];
  for (const one of requiredDocuments) {
    if (!heldDocuments.includes(one) && !neverMadeDocuments.includes(one)) missingDocuments.push(one);
  }
  const withheld = heldDocuments.includes("implant-passport-original");

  const requiredEvidence = ["written-request", "identity-card"];
  const evidenceCases = ["RH-1", "RH-2"];
  const missingEvidence: string[] = [];
  if (!written || !scanned) missingEvidence.push("written-request");
  if (!identityCardScanned) missingEvidence.push("identity-card");
  if (by === "other-entitled-person") {
    requiredEvidence.push("proof-of-authority");
    evidenceCases.push("RH-13");
    if (!authorityProofScanned) missingEvidence.push("proof-of-authority");
  }
  const requestIsMissing = missingEvidence.length > 0;
  if (mode === "in-hand") {
    requiredEvidence.push("signed-receipt", "identity-card-with-receipt");
    evidenceCases.push("RH-8");
    if (!receiptSigned || !receiptScanned) missingEvidence.push("signed-receipt");
    if (!cardWithReceipt) missingEvidence.push("identity-card-with-receipt");
  } else if (mode === "registered-mail") {
    requiredEvidence.push("acknowledgement-of-receipt");
    evidenceCases.push("RH-9");
    if (!acknowledgementScanned) missingEvidence.push("acknowledgement-of-receipt");
  }

  const earliestHandoverOn = plus(receivedOn, 0, 2);
  const newestIsOld = plus(newestInformationOn, 60, 0) < receivedOn;
  const oldestIsOld = plus(oldestInformationOn, 60, 0) < receivedOn;
  const latestHandoverOn = newestIsOld ? plus(receivedOn, 2, 0) : plus(receivedOn, 0, 8);
  const hasOldPart = oldestIsOld && !newestIsOld;
  const oldPartLatestHandoverOn = hasOldPart ? plus(receivedOn, 2, 0) : "none";
  const deadlineMissed = on > latestHandoverOn;

  const refusals: string[] = [];
  const refusalCases: string[] = [];
  if (mode === "email") {
    refusals.push("delivery-by-email");
    refusalCases.push("RH-11");
  } else if (mode === "ordinary-mail") {
    refusals.push("delivery-by-ordinary-mail");
    refusalCases.push("RH-9-ordinary-mail");
  } else if (mode === "other") {
    refusals.push("delivery-not-foreseen");
    refusalCases.push("RH-9-not-foreseen");
  }
  if (on < earliestHandoverOn) {
    refusals.push("before-reflection-period");
    refusalCases.push("RH-12-too-early");
  }
  const breaches: string[] = [];
  const breachCases: string[] = [];
  if (handedOver) {
    if (mode === "email") {
      breaches.push("left-by-email");
      breachCases.push("RH-11-left");
    }
    if (mode === "ordinary-mail") {
      breaches.push("left-by-ordinary-mail");
      breachCases.push("RH-9-left");
    }
    if (missingDocuments.length > 0) {
      breaches.push("left-incomplete");
      breachCases.push("RH-4-left");
    }
    if (!written) {
      breaches.push("left-without-request");
      breachCases.push("RH-1-left");
    }
  }
  let nextStep = "closed";
  let nextCase = "RH-8-closed";
  if (breaches.length > 0) [nextStep, nextCase] = ["report-breach", "RH-11-report"];
  else if (!written) [nextStep, nextCase] = ["obtain-written-request", "RH-1-obtain"];
  else if (requestIsMissing) [nextStep, nextCase] = ["scan-request-and-identity", "RH-2-scan"];
  else if (responsible === "unregulated")
    [nextStep, nextCase] = ["decide-who-is-responsible", "RH-10-decide"];
  else if (refusals.length > 0) [nextStep, nextCase] = ["choose-permitted-delivery", "RH-9-choose"];
  else if (missingDocuments.length > 0) [nextStep, nextCase] = ["gather-documents", "RH-4-gather"];
  else if (!handedOver) [nextStep, nextCase] = ["hand-over", "RH-8-hand-over"];
  else if (missingEvidence.length > 0) [nextStep, nextCase] = ["file-evidence", "RH-8-file"];

  return {
    outcome: {
      responsible,
      requiredDocuments,
      missingDocuments,
      withheldDocuments: withheld ? ["implant-passport-original"] : [],
      requiredEvidence,
      missingEvidence,
      refusals,
      breaches,
      nextStep,
      earliestHandoverOn,
      latestHandoverOn,
      oldPartLatestHandoverOn,
      deadlineMissed,
    },
    cases: {
      responsible: [responsibleCase],
      requiredDocuments: requiredCases,
      missingDocuments: ["RH-4-missing"],
      withheldDocuments: withheld ? ["RH-6"] : [],
      requiredEvidence: evidenceCases,
      missingEvidence: ["RH-1-missing"],
      refusals: refusalCases,
      breaches: breachCases,
      nextStep: [nextCase],
      earliestHandoverOn: ["RH-12-earliest"],
      latestHandoverOn: [newestIsOld ? "RH-12-old" : "RH-12-recent"],
      oldPartLatestHandoverOn: [hasOldPart ? "RH-12-old-part" : "RH-12-no-old-part"],
      deadlineMissed: [deadlineMissed ? "RH-12-late" : "RH-12-not-late"],
    },
  };
}

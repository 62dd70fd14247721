import { bitsFor, bitsOf, dayOf, daysIn, listsOf, nothing, objectOf } from "./read-facts.js";

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
const documentBits = bitsFor(documents);
const documentLists = listsOf(documents);
const alwaysDocuments = 0b11111;
const originalPassport = 1 << 6;
const implantDocuments = (1 << 5) | (1 << 7);
const orthodonticDocuments = (1 << 8) | (1 << 9);

const specialtyBits = bitsFor(["general", "implantology", "orthodontics"]);
const requiredCases = listsOf(["RH-4", "RH-5", "RH-7"]);

const writtenRequest = 1;
const identityCard = 2;
const authorityProof = 4;
const signedReceipt = 8;
const cardWithReceipt = 16;
const acknowledgement = 32;
const evidenceLists = listsOf([
  "written-request",
  "identity-card",
  "proof-of-authority",
  "signed-receipt",
  "identity-card-with-receipt",
  "acknowledgement-of-receipt",
]);
const evidenceCases = listsOf(["RH-1", "RH-2", "RH-13", "RH-8", "RH-9"]);

const tooEarly = 8;
const refusalLists = listsOf([
  "delivery-by-email",
  "delivery-by-ordinary-mail",
  "delivery-not-foreseen",
  "before-reflection-period",
]);
const refusalCases = listsOf(["RH-11", "RH-9-ordinary-mail", "RH-9-not-foreseen", "RH-12-too-early"]);
const breachLists = listsOf([
  "left-by-email",
  "left-by-ordinary-mail",
  "left-incomplete",
  "left-without-request",
]);
const breachCases = listsOf(["RH-11-left", "RH-9-left", "RH-4-left", "RH-1-left"]);

/** What a mode of delivery refuses, breaches once it happened, and asks to be filed. */
const modes = new Map([
  ["in-hand", { refused: 0, breach: 0, evidence: signedReceipt | cardWithReceipt, evidenceCase: 8 }],
  ["registered-mail", { refused: 0, breach: 0, evidence: acknowledgement, evidenceCase: 16 }],
  ["ordinary-mail", { refused: 2, breach: 2, evidence: 0, evidenceCase: 0 }],
  ["email", { refused: 1, breach: 1, evidence: 0, evidenceCase: 0 }],
  ["other", { refused: 4, breach: 0, evidence: 0, evidenceCase: 0 }],
]);

const only = (id: string): readonly string[] => Object.freeze([id]);
const present = { person: "practitioner", cases: only("RH-3") };
const departed = { person: "secretariat-lead", cases: only("RH-10") };
const assigned = new Map([
  ["nobody", { person: "unregulated", cases: only("RH-3-absent") }],
  ["practitioner", { person: "practitioner", cases: only("RH-3-assigned") }],
  ["secretariat-lead", { person: "secretariat-lead", cases: only("RH-10-assigned") }],
]);
const steps = {
  report: { step: "report-breach", cases: only("RH-11-report") },
  obtain: { step: "obtain-written-request", cases: only("RH-1-obtain") },
  scan: { step: "scan-request-and-identity", cases: only("RH-2-scan") },
  decide: { step: "decide-who-is-responsible", cases: only("RH-10-decide") },
  choose: { step: "choose-permitted-delivery", cases: only("RH-9-choose") },
  gather: { step: "gather-documents", cases: only("RH-4-gather") },
  handOver: { step: "hand-over", cases: only("RH-8-hand-over") },
  file: { step: "file-evidence", cases: only("RH-8-file") },
  closed: { step: "closed", cases: only("RH-8-closed") },
};
const missingDocumentsCase = only("RH-4-missing");
const withheldCase = only("RH-6");
const missingEvidenceCase = only("RH-1-missing");
const earliestCase = only("RH-12-earliest");
const oldCase = only("RH-12-old");
const recentCase = only("RH-12-recent");
const oldPartCase = only("RH-12-old-part");
const noOldPartCase = only("RH-12-no-old-part");
const lateCase = only("RH-12-late");
const notLateCase = only("RH-12-not-late");

export function recordHandover(raw: unknown) {
  const facts = objectOf(raw, 4);
  const request = facts && objectOf(facts["request"], 7);
  const record = facts && objectOf(facts["record"], 5);
  const practitioner = facts && objectOf(facts["practitioner"], 1);
  const delivery = facts && objectOf(facts["delivery"], 7);
  if (!request || !record || !practitioner || !delivery) return undefined;
  const { by, written, scanned, identityCardScanned, authorityProofScanned } = request;
  if ((by !== "patient" && by !== "other-entitled-person") || typeof written !== "boolean") return undefined;
  if (typeof scanned !== "boolean" || typeof identityCardScanned !== "boolean") return undefined;
  if (typeof authorityProofScanned !== "boolean") return undefined;
  const { handedOver, receiptSigned, receiptScanned, acknowledgementScanned } = delivery;
  const cardScannedWithReceipt = delivery["identityCardScanned"];
  if (typeof handedOver !== "boolean" || typeof receiptSigned !== "boolean") return undefined;
  if (typeof receiptScanned !== "boolean" || typeof cardScannedWithReceipt !== "boolean") return undefined;
  if (typeof acknowledgementScanned !== "boolean") return undefined;
  const mode = modes.get(delivery["mode"] as string);
  const person = assigned.get(request["assignedTo"] as string);
  const { status } = practitioner;
  if (!mode || !person) return undefined;
  if (status !== "present" && status !== "temporarily-absent" && status !== "departed") return undefined;
  const specialties = bitsOf(record["specialties"], specialtyBits);
  const held = bitsOf(record["heldDocuments"], documentBits);
  const neverMade = bitsOf(record["neverMadeDocuments"], documentBits);
  if (specialties < 0 || held < 0 || neverMade < 0) return undefined;
  const receivedOn = dayOf(request["receivedOn"]);
  const newest = dayOf(record["newestInformationOn"]);
  const oldest = dayOf(record["oldestInformationOn"]);
  const on = dayOf(delivery["on"]);
  if (newest === 0 || oldest === 0 || on === 0 || receivedOn < 20020305 || oldest > newest) return undefined;

  const responsible = status === "present" ? present : status === "departed" ? departed : person;
  const required =
    alwaysDocuments | (specialties & 2 ? implantDocuments : 0) | (specialties & 4 ? orthodonticDocuments : 0);
  const missing = required & ~held & ~neverMade;
  const isOther = by === "other-entitled-person";
  const evidence = writtenRequest | identityCard | (isOther ? authorityProof : 0) | mode.evidence;
  const filed =
    (written && scanned ? writtenRequest : 0) |
    (identityCardScanned ? identityCard : 0) |
    (authorityProofScanned ? authorityProof : 0) |
    (receiptSigned && receiptScanned ? signedReceipt : 0) |
    (cardScannedWithReceipt ? cardWithReceipt : 0) |
    (acknowledgementScanned ? acknowledgement : 0);
  const missingEvidence = evidence & ~filed;

  const earliest = plusDays(receivedOn, 2);
  const isNewestOld = fiveYearsAfter(newest) < receivedOn;
  const hasOldPart = !isNewestOld && fiveYearsAfter(oldest) < receivedOn;
  const twoMonthsOn = isNewestOld || hasOldPart ? plusTwoMonths(receivedOn) : 0;
  const latest = isNewestOld ? twoMonthsOn : plusDays(receivedOn, 8);
  const isLate = on > latest;

  const refusals = mode.refused | (on < earliest ? tooEarly : 0);
  const breaches = handedOver ? mode.breach | (missing === 0 ? 0 : 4) | (written ? 0 : 8) : 0;
  let next = steps.closed;
  if (breaches !== 0) next = steps.report;
  else if (!written) next = steps.obtain;
  else if ((missingEvidence & (writtenRequest | identityCard | authorityProof)) !== 0) next = steps.scan;
  else if (responsible.person === "unregulated") next = steps.decide;
  else if (refusals !== 0) next = steps.choose;
  else if (missing !== 0) next = steps.gather;
  else if (!handedOver) next = steps.handOver;
  else if (missingEvidence !== 0) next = steps.file;

  const isWithheld = (held & originalPassport) !== 0;
  return {
    outcome: {
      responsible: responsible.person,
      requiredDocuments: documentLists[required],
      missingDocuments: documentLists[missing],
      withheldDocuments: isWithheld ? documentLists[originalPassport] : nothing,
      requiredEvidence: evidenceLists[evidence],
      missingEvidence: evidenceLists[missingEvidence],
      refusals: refusalLists[refusals],
      breaches: breachLists[breaches],
      nextStep: next.step,
      earliestHandoverOn: textOf(earliest),
      latestHandoverOn: textOf(latest),
      oldPartLatestHandoverOn: hasOldPart ? textOf(twoMonthsOn) : "none",
      deadlineMissed: isLate,
    },
    cases: {
      responsible: responsible.cases,
      requiredDocuments: requiredCases[1 | (specialties & 6)],
      missingDocuments: missingDocumentsCase,
      withheldDocuments: isWithheld ? withheldCase : nothing,
      requiredEvidence: evidenceCases[3 | (isOther ? 4 : 0) | mode.evidenceCase],
      missingEvidence: missingEvidenceCase,
      refusals: refusalCases[refusals],
      breaches: breachCases[breaches],
      nextStep: next.cases,
      earliestHandoverOn: earliestCase,
      latestHandoverOn: isNewestOld ? oldCase : recentCase,
      oldPartLatestHandoverOn: hasOldPart ? oldPartCase : noOldPartCase,
      deadlineMissed: isLate ? lateCase : notLateCase,
    },
  };
}

// Days are the numbers yyyymmdd here. Terms end with the calendar, as in the library.
const lastDay = 99991231;

function plusDays(day: number, days: number): number {
  let year = Math.floor(day / 10000);
  let month = Math.floor(day / 100) % 100;
  let dayOfMonth = (day % 100) + days;
  if (dayOfMonth <= 28) return day + days;
  const length = daysIn(year, month);
  if (dayOfMonth <= length) return day + days;
  dayOfMonth -= length;
  month += 1;
  if (month > 12) [year, month] = [year + 1, 1];
  return Math.min(year * 10000 + month * 100 + dayOfMonth, lastDay);
}

function plusTwoMonths(day: number): number {
  let year = Math.floor(day / 10000);
  let month = (Math.floor(day / 100) % 100) + 2;
  if (month > 12) [year, month] = [year + 1, month - 12];
  const dayOfMonth = day % 100;
  const end = dayOfMonth > 28 ? Math.min(dayOfMonth, daysIn(year, month)) : dayOfMonth;
  return Math.min(year * 10000 + month * 100 + end, lastDay);
}

/** Five years on, for comparison only: 29 February becomes the 28th, since no fifth year after a leap year is one. */
function fiveYearsAfter(day: number): number {
  const later = day + 50000;
  return day % 10000 === 229 ? later - 1 : later;
}

const two = (part: number): string => String(part).padStart(2, "0");
const monthAndDay = Array.from({ length: 1232 }, (_, at) => `-${two(Math.floor(at / 100))}-${two(at % 100)}`);

function textOf(day: number): string {
  const year = Math.floor(day / 10000);
  return (year > 999 ? String(year) : String(year).padStart(4, "0")) + (monthAndDay[day % 10000] ?? "");
}

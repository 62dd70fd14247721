import { defineExamples, type FactsOf } from "../../language/index.js";
import { insuranceCoverage } from "./policy.js";

type Facts = FactsOf<typeof insuranceCoverage>;

// The ordinary visit per case: booked by the insurer, with a valid letter that names the service.
const perCase = {
  service: { on: "2026-03-02", inProgram: true, inGuaranteeLetter: true },
  care: { setting: "outpatient", indication: "acute" },
  institution: { listedByInsurer: true },
  arrival: { via: "insurer-dispatcher" },
  insurance: { scheme: "per-case" },
  guaranteeLetter: { received: true, issuedOn: "2026-02-10" },
  enrolment: { patientListed: false },
  approval: { additional: "not-requested" },
} satisfies Facts;

const beyondLetter = {
  ...perCase,
  service: { ...perCase.service, inGuaranteeLetter: false },
} satisfies Facts;

const outsideProgram = {
  ...perCase,
  service: { ...perCase.service, inProgram: false, inGuaranteeLetter: false },
} satisfies Facts;

const withoutLetter = {
  ...perCase,
  guaranteeLetter: { ...perCase.guaranteeLetter, received: false },
} satisfies Facts;

// The ordinary visit under prepaid enrolment: on the list, in the program, and no letter anywhere.
const prepaid = {
  ...perCase,
  service: { ...perCase.service, inGuaranteeLetter: false },
  arrival: { via: "direct" },
  insurance: { scheme: "prepaid-enrolment" },
  guaranteeLetter: { ...perCase.guaranteeLetter, received: false },
  enrolment: { patientListed: true },
} satisfies Facts;

export const insuranceCoverageExamples = defineExamples(insuranceCoverage, [
  // Insured events.
  {
    shows: "Outpatient treatment of an acute condition in a listed clinic is an insured event.",
    facts: perCase,
    expect: { insuredEvent: true },
    cases: ["IC-1"],
  },
  {
    shows: "So is the exacerbation of a chronic condition.",
    facts: { ...perCase, care: { setting: "outpatient", indication: "exacerbation-of-chronic" } },
    expect: { insuredEvent: true },
    cases: ["IC-1"],
  },
  {
    shows: "So is a trauma.",
    facts: { ...perCase, care: { setting: "outpatient", indication: "trauma" } },
    expect: { insuredEvent: true },
    cases: ["IC-1"],
  },
  {
    shows:
      "Care for any other reason is no insured event, and without the insurer's agreement the patient pays.",
    facts: { ...withoutLetter, care: { setting: "outpatient", indication: "other" } },
    expect: { insuredEvent: false, payer: "patient", nextStep: "offer-self-payment" },
    cases: ["IC-1-other-reason", "IC-1-not-insured"],
  },
  {
    shows: "Care with a hospital stay is no insured event.",
    facts: { ...withoutLetter, care: { setting: "inpatient", indication: "trauma" } },
    expect: { insuredEvent: false, payer: "patient", nextStep: "offer-self-payment" },
    cases: ["IC-1-inpatient", "IC-1-not-insured"],
  },
  {
    shows: "A clinic that is not on the insurer's list gives no insured care.",
    facts: { ...withoutLetter, institution: { listedByInsurer: false } },
    expect: { insuredEvent: false, payer: "patient", nextStep: "offer-self-payment" },
    cases: ["IC-1-not-listed", "IC-1-not-insured"],
  },
  {
    shows:
      "What is known to be no insured event is settled before anybody asks about the reason for the care.",
    facts: { service: { on: "2026-03-02" }, institution: { listedByInsurer: false } },
    expect: { insuredEvent: false },
    cases: ["IC-1-not-listed"],
  },
  {
    shows: "Care that a valid letter names is paid by the insurer even where it is no insured event.",
    facts: { ...perCase, care: { setting: "inpatient", indication: "acute" } },
    expect: { insuredEvent: false, payer: "insurer", nextStep: "treat" },
    cases: ["IC-1-inpatient", "IC-2-in-letter"],
  },

  // The letter's month.
  {
    shows: "On the day of issue the letter is valid.",
    facts: { ...perCase, service: { ...perCase.service, on: "2026-02-10" } },
    expect: { guaranteeLetterValidUntil: "2026-03-10", payer: "insurer", nextStep: "treat" },
    cases: ["IC-3", "IC-2-in-letter"],
  },
  {
    shows:
      "For a service of the day before its issue the letter is dated too late, and one that covers it is awaited.",
    facts: { ...perCase, service: { ...perCase.service, on: "2026-02-09" } },
    expect: { guaranteeLetterValidUntil: "2026-03-10", payer: "pending", nextStep: "await-guarantee-letter" },
    cases: ["IC-3-issued-later"],
  },
  {
    shows: "A month after its issue the letter is valid for the last time.",
    facts: { ...perCase, service: { ...perCase.service, on: "2026-03-10" } },
    expect: { guaranteeLetterValidUntil: "2026-03-10", payer: "insurer", nextStep: "treat" },
    cases: ["IC-3", "IC-2-in-letter"],
  },
  {
    shows: "A day later the letter has run out, and a new one is requested.",
    facts: { ...perCase, service: { ...perCase.service, on: "2026-03-11" } },
    expect: { guaranteeLetterValidUntil: "2026-03-10", payer: "pending", nextStep: "request-new-letter" },
    cases: ["IC-3-run-out"],
  },
  {
    shows:
      "On the last day of the letter the insurer can still be asked for a service the letter does not name.",
    facts: { ...beyondLetter, service: { ...beyondLetter.service, on: "2026-03-10" } },
    expect: { payer: "pending", nextStep: "request-additional-approval" },
    cases: ["IC-4-to-request"],
  },
  {
    shows: "On the day of its issue too.",
    facts: { ...beyondLetter, service: { ...beyondLetter.service, on: "2026-02-10" } },
    expect: { payer: "pending", nextStep: "request-additional-approval" },
    cases: ["IC-4-to-request"],
  },
  {
    shows: "A letter of 31 January ends with February, in a leap year on the 29th.",
    facts: {
      ...perCase,
      service: { ...perCase.service, on: "2028-02-29" },
      guaranteeLetter: { received: true, issuedOn: "2028-01-31" },
    },
    expect: { guaranteeLetterValidUntil: "2028-02-29", payer: "insurer", nextStep: "treat" },
    cases: ["IC-3"],
  },
  {
    shows: "On 1 March that letter has run out.",
    facts: {
      ...perCase,
      service: { ...perCase.service, on: "2028-03-01" },
      guaranteeLetter: { received: true, issuedOn: "2028-01-31" },
    },
    expect: { guaranteeLetterValidUntil: "2028-02-29", payer: "pending", nextStep: "request-new-letter" },
    cases: ["IC-3-run-out"],
  },
  {
    shows: "A letter that ran out needs a new one however the patient came, and whatever the program says.",
    facts: {
      ...outsideProgram,
      service: { ...outsideProgram.service, on: "2026-03-11" },
      arrival: { via: "direct" },
    },
    expect: { payer: "pending", nextStep: "request-new-letter" },
    cases: ["IC-3-run-out"],
  },
  {
    shows: "A letter that is dated too late comes before the question of the program as well.",
    facts: { ...outsideProgram, service: { ...outsideProgram.service, on: "2026-02-09" } },
    expect: { payer: "pending", nextStep: "await-guarantee-letter" },
    cases: ["IC-3-issued-later"],
  },
  {
    shows: "A letter that ran out needs a new one even where the additional approval is granted.",
    facts: {
      ...beyondLetter,
      service: { ...beyondLetter.service, on: "2026-03-11" },
      approval: { additional: "granted" },
    },
    expect: { payer: "pending", nextStep: "request-new-letter" },
    cases: ["IC-3-run-out"],
  },

  // No letter.
  {
    shows: "A patient who comes directly is sent to the insurer's dispatcher.",
    facts: { ...withoutLetter, arrival: { via: "direct" } },
    expect: {
      guaranteeLetterValidUntil: "none",
      payer: "pending",
      nextStep: "send-to-insurer-dispatcher",
    },
    cases: ["IC-3-no-letter", "IC-6"],
  },
  {
    shows: "For a patient whom the dispatcher has booked, the letter is awaited.",
    facts: withoutLetter,
    expect: { guaranteeLetterValidUntil: "none", payer: "pending", nextStep: "await-guarantee-letter" },
    cases: ["IC-3-no-letter", "IC-2-no-letter"],
  },
  {
    shows: "Once the letter is there, it no longer matters that the patient first came directly.",
    facts: { ...perCase, arrival: { via: "direct" } },
    expect: { payer: "insurer", nextStep: "treat" },
    cases: ["IC-2-in-letter"],
  },
  {
    shows: "While there is no letter, nobody has to know the day of issue, the agreed care or an approval.",
    facts: {
      service: { on: "2026-03-02" },
      care: { setting: "outpatient", indication: "acute" },
      institution: { listedByInsurer: true },
      arrival: { via: "direct" },
      insurance: { scheme: "per-case" },
      guaranteeLetter: { received: false },
    },
    expect: {
      insuredEvent: true,
      guaranteeLetterValidUntil: "none",
      payer: "pending",
      nextStep: "send-to-insurer-dispatcher",
    },
    cases: ["IC-1", "IC-3-no-letter", "IC-6"],
  },

  // Beyond the letter.
  {
    shows: "For care beyond the letter an additional approval is requested.",
    facts: beyondLetter,
    expect: { payer: "pending", nextStep: "request-additional-approval" },
    cases: ["IC-4-to-request"],
  },
  {
    shows: "Until the insurer answers, nobody pays.",
    facts: { ...beyondLetter, approval: { additional: "requested" } },
    expect: { payer: "pending", nextStep: "await-additional-approval" },
    cases: ["IC-4-requested"],
  },
  {
    shows: "With the additional approval the insurer pays.",
    facts: { ...beyondLetter, approval: { additional: "granted" } },
    expect: { payer: "insurer", nextStep: "treat" },
    cases: ["IC-4-granted"],
  },
  {
    shows: "When the insurer refuses, the patient may pay.",
    facts: { ...beyondLetter, approval: { additional: "refused" } },
    expect: { payer: "patient", nextStep: "offer-self-payment" },
    cases: ["IC-4-refused"],
  },
  {
    shows: "For care that is neither in the letter nor in the program the patient may pay.",
    facts: outsideProgram,
    expect: { payer: "patient", nextStep: "offer-self-payment" },
    cases: ["IC-5"],
  },
  {
    shows: "An approval that is granted brings the insurer to pay even outside the program.",
    facts: { ...outsideProgram, approval: { additional: "granted" } },
    expect: { payer: "insurer", nextStep: "treat" },
    cases: ["IC-4-granted"],
  },

  // Prepaid enrolment.
  {
    shows: "Under prepaid enrolment the insurer pays for a listed patient what is in the program.",
    facts: prepaid,
    expect: {
      insuredEvent: true,
      guaranteeLetterValidUntil: "none",
      payer: "insurer",
      nextStep: "treat",
    },
    cases: ["IC-3-prepaid", "IC-7"],
  },
  {
    shows: "Under prepaid enrolment nobody has to know about letters, approvals or the reason for the care.",
    facts: {
      service: { on: "2026-03-02", inProgram: true },
      insurance: { scheme: "prepaid-enrolment" },
      enrolment: { patientListed: true },
    },
    expect: { guaranteeLetterValidUntil: "none", payer: "insurer", nextStep: "treat" },
    cases: ["IC-3-prepaid", "IC-7"],
  },
  {
    shows: "A letter that came all the same changes nothing under prepaid enrolment.",
    facts: {
      ...prepaid,
      service: { on: "2026-03-02", inProgram: false, inGuaranteeLetter: true },
      guaranteeLetter: { received: true, issuedOn: "2026-02-10" },
      approval: { additional: "granted" },
    },
    expect: { guaranteeLetterValidUntil: "none", payer: "patient", nextStep: "offer-self-payment" },
    cases: ["IC-3-prepaid", "IC-5-prepaid"],
  },
  {
    shows: "Under prepaid enrolment care outside the program may be paid by the patient.",
    facts: { ...prepaid, service: { ...prepaid.service, inProgram: false } },
    expect: { payer: "patient", nextStep: "offer-self-payment" },
    cases: ["IC-5-prepaid"],
  },
  {
    shows: "Of a patient who is not on the list the guide says nothing, and the insurer is asked.",
    facts: { ...prepaid, enrolment: { patientListed: false } },
    expect: { payer: "unregulated", nextStep: "clarify-with-insurer" },
    cases: ["IC-7-not-listed"],
  },
  {
    shows:
      "Under prepaid enrolment, too, what is no insured event is paid by a patient who is not on the list.",
    facts: {
      ...prepaid,
      enrolment: { patientListed: false },
      care: { setting: "outpatient", indication: "other" },
    },
    expect: { insuredEvent: false, payer: "patient", nextStep: "offer-self-payment" },
    cases: ["IC-1-not-insured"],
  },
  {
    shows: "Without an insured event a listed patient still has what is in the program paid by the insurer.",
    facts: { ...prepaid, care: { setting: "inpatient", indication: "other" } },
    expect: { insuredEvent: false, payer: "insurer", nextStep: "treat" },
    cases: ["IC-7"],
  },
]);

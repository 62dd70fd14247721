import { shippedPolicy, ref } from "../../language/index.js";
import { insuranceCoverageOpen } from "./edition-open.js";
import { vocabulary } from "./vocabulary.js";

const defined = shippedPolicy({
  id: "insurance-coverage",
  title: "Insurance coverage",
  question: "Who pays for this service of a patient with voluntary medical insurance, and what comes next?",
  jurisdiction: "RU",
  datedBy: "service.on",
  locales: ["en", "fr", "ru"],
  ...vocabulary,
  editions: [insuranceCoverageOpen],
  laws: [
    {
      id: "no-letter-no-payment",
      label: "Per case, the insurer never pays without a guarantee letter.",
      never: {
        all: [
          { fact: "insurance.scheme", operator: "equal", value: "per-case" },
          { fact: "guaranteeLetter.received", operator: "equal", value: false },
          { fact: "decision.payer", operator: "equal", value: "insurer" },
        ],
      },
    },
    {
      id: "not-before-issue",
      label: "Per case, the insurer never pays for a service of a day before the letter was issued.",
      never: {
        all: [
          { fact: "insurance.scheme", operator: "equal", value: "per-case" },
          { fact: "service.on", operator: "lessThan", value: ref("guaranteeLetter.issuedOn") },
          { fact: "decision.payer", operator: "equal", value: "insurer" },
        ],
      },
    },
    {
      id: "not-after-last-day",
      label: "The insurer never pays on a letter that has run out.",
      never: {
        all: [
          {
            fact: "service.on",
            operator: "greaterThan",
            value: ref("decision.guaranteeLetterValidUntil"),
          },
          { fact: "decision.payer", operator: "equal", value: "insurer" },
        ],
      },
    },
    {
      id: "no-end-before-issue",
      label: "No guarantee letter ends before it was issued.",
      never: {
        fact: "decision.guaranteeLetterValidUntil",
        operator: "lessThan",
        value: ref("guaranteeLetter.issuedOn"),
      },
    },
    {
      id: "issued-later-ends-no-earlier",
      label: "A letter issued later never ends earlier.",
      monotone: { moreOf: "guaranteeLetter.issuedOn", neverMeans: "less", of: "guaranteeLetterValidUntil" },
    },
    {
      id: "prepaid-as-listed-and-programmed",
      label:
        "Under prepaid enrolment, the insurer never pays for a person who is not on its list, or for a service outside the program.",
      never: {
        all: [
          { fact: "insurance.scheme", operator: "equal", value: "prepaid-enrolment" },
          {
            any: [
              { fact: "enrolment.patientListed", operator: "equal", value: false },
              { fact: "service.inProgram", operator: "equal", value: false },
            ],
          },
          { fact: "decision.payer", operator: "equal", value: "insurer" },
        ],
      },
    },
    {
      id: "listed-is-clear",
      label: "For a person on the insurer's list it is never left open who pays.",
      never: {
        all: [
          { fact: "enrolment.patientListed", operator: "equal", value: true },
          { fact: "decision.payer", operator: "equal", value: "unregulated" },
        ],
      },
    },
    {
      id: "larger-program-costs-no-more",
      label: "Taking a service into the program never turns it into one the patient pays for.",
      monotone: { moreOf: "service.inProgram", neverMeans: "more", of: "patientPays" },
    },
    {
      id: "larger-letter-costs-no-more",
      label: "Taking a service into the guarantee letter never turns it into one the patient pays for.",
      monotone: { moreOf: "service.inGuaranteeLetter", neverMeans: "more", of: "patientPays" },
    },
    {
      id: "listed-clinic-costs-no-more",
      label: "Taking the clinic into the insurer's list never turns a service into one the patient pays for.",
      monotone: { moreOf: "institution.listedByInsurer", neverMeans: "more", of: "patientPays" },
    },
    {
      id: "no-payment-while-pending",
      label: "Nobody is asked to pay while the insurer's answer is pending.",
      never: {
        all: [
          { fact: "decision.payer", operator: "equal", value: "pending" },
          { fact: "decision.nextStep", operator: "equal", value: "offer-self-payment" },
        ],
      },
    },
    {
      id: "no-payment-while-approval-is-asked",
      label:
        "Per case, nobody is asked to pay for a service of the program at an insured event while a request for an additional approval is unanswered.",
      never: {
        all: [
          { fact: "insurance.scheme", operator: "equal", value: "per-case" },
          { fact: "decision.insuredEvent", operator: "equal", value: true },
          { fact: "service.inProgram", operator: "equal", value: true },
          { fact: "approval.additional", operator: "equal", value: "requested" },
          { fact: "decision.patientPays", operator: "equal", value: true },
        ],
      },
    },
    {
      id: "insured-treatment-only-when-paid",
      label: "Treatment under the insurance starts only once it is clear that the insurer pays.",
      never: {
        all: [
          { fact: "decision.nextStep", operator: "equal", value: "treat" },
          { fact: "decision.payer", operator: "notEqual", value: "insurer" },
        ],
      },
    },
  ],
  accepts: [
    {
      finding: "gap-reachable",
      at: "IC-7-not-listed",
      reason:
        "The guide says nothing of a person who is not on the list; the answer is unregulated, and the insurer is asked.",
    },
  ],
});

type Defined = typeof defined;
/** The type of the policy, under a name of its own. */
export interface InsuranceCoverage extends Defined {}

/** Who pays for a service of a patient with voluntary medical insurance (DMS), and what the front desk does next. */
export const insuranceCoverage: InsuranceCoverage = defined;

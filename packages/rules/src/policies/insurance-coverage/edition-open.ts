import { citing, defineEdition, plus, ref } from "../../language/index.js";
import { vocabulary } from "./vocabulary.js";

const guide = citing("insurance-and-loyalty-guide");

export const insuranceCoverageOpen = defineEdition(vocabulary, {
  inForceFrom: "open",
  source: guide("insurance part"),
  tables: [
    {
      decides: "insuredEvent",
      hitPolicy: "first",
      cases: [
        {
          id: "IC-1-not-listed",
          when: { fact: "institution.listedByInsurer", operator: "equal", value: false },
          then: false,
          cites: [guide("main principles")],
        },
        {
          id: "IC-1-inpatient",
          when: { fact: "care.setting", operator: "equal", value: "inpatient" },
          then: false,
          cites: [guide("main principles")],
        },
        {
          id: "IC-1-other-reason",
          when: { fact: "care.indication", operator: "equal", value: "other" },
          then: false,
          cites: [guide("main principles")],
        },
      ],
      otherwise: { id: "IC-1", then: true, cites: [guide("main principles")] },
    },
    {
      decides: "guaranteeLetterValidUntil",
      hitPolicy: "first",
      cases: [
        {
          id: "IC-3-prepaid",
          when: { fact: "insurance.scheme", operator: "equal", value: "prepaid-enrolment" },
          then: "none",
          // The guide speaks of letters only where it describes service per case.
          cites: [guide("prepaid enrolment", "likely")],
        },
        {
          id: "IC-3-no-letter",
          when: { fact: "guaranteeLetter.received", operator: "equal", value: false },
          then: "none",
          cites: [guide("service per case", "interpretation")],
        },
      ],
      otherwise: {
        id: "IC-3",
        then: plus(ref("guaranteeLetter.issuedOn"), "P1M"),
        cites: [
          guide("service per case, 1 month"),
          guide("service per case, month counted from the day of issue", "interpretation"),
        ],
      },
    },
    {
      decides: "guaranteeLetterHolds",
      is: {
        all: [
          // Never true where the last day is none: without a letter its day of issue is not asked.
          {
            fact: "service.on",
            operator: "lessThanInclusive",
            value: ref("decision.guaranteeLetterValidUntil"),
          },
          { fact: "service.on", operator: "greaterThanInclusive", value: ref("guaranteeLetter.issuedOn") },
        ],
      },
    },
    {
      decides: ["payer", "nextStep"],
      hitPolicy: "first",
      cases: [
        {
          id: "IC-2-in-letter",
          when: {
            all: [
              { fact: "decision.guaranteeLetterHolds", operator: "equal", value: true },
              { fact: "service.inGuaranteeLetter", operator: "equal", value: true },
            ],
          },
          then: { payer: "insurer", nextStep: "treat" },
          cites: [
            guide("service per case"),
            guide("service per case, the letter read as enough", "interpretation"),
          ],
        },
        {
          id: "IC-4-granted",
          when: {
            all: [
              { fact: "decision.guaranteeLetterHolds", operator: "equal", value: true },
              { fact: "approval.additional", operator: "equal", value: "granted" },
            ],
          },
          then: { payer: "insurer", nextStep: "treat" },
          cites: [
            guide("service per case", "likely"),
            guide("service per case, the approval read as enough", "interpretation"),
          ],
        },
        {
          id: "IC-7",
          when: {
            all: [
              { fact: "insurance.scheme", operator: "equal", value: "prepaid-enrolment" },
              { fact: "enrolment.patientListed", operator: "equal", value: true },
              { fact: "service.inProgram", operator: "equal", value: true },
            ],
          },
          then: { payer: "insurer", nextStep: "treat" },
          cites: [
            guide("prepaid enrolment"),
            guide("prepaid enrolment, the program read as enough", "interpretation"),
          ],
        },
        {
          id: "IC-1-not-insured",
          when: { fact: "decision.insuredEvent", operator: "equal", value: false },
          then: { payer: "patient", nextStep: "offer-self-payment" },
          // The guide tells what is insured, not who pays for the rest.
          cites: [guide("main principles", "interpretation")],
        },
        {
          id: "IC-7-not-listed",
          when: {
            all: [
              { fact: "insurance.scheme", operator: "equal", value: "prepaid-enrolment" },
              { fact: "enrolment.patientListed", operator: "equal", value: false },
            ],
          },
          then: { payer: "unregulated", nextStep: "clarify-with-insurer" },
          cites: [guide("prepaid enrolment", "interpretation")],
          gap: true,
        },
        {
          id: "IC-5-prepaid",
          when: { fact: "insurance.scheme", operator: "equal", value: "prepaid-enrolment" },
          then: { payer: "patient", nextStep: "offer-self-payment" },
          cites: [guide("prepaid enrolment, note")],
        },
        // From here on the scheme is per case.
        {
          id: "IC-6",
          when: {
            all: [
              { fact: "guaranteeLetter.received", operator: "equal", value: false },
              { fact: "arrival.via", operator: "equal", value: "direct" },
            ],
          },
          then: { payer: "pending", nextStep: "send-to-insurer-dispatcher" },
          cites: [guide("patient who comes directly")],
        },
        {
          id: "IC-2-no-letter",
          when: { fact: "guaranteeLetter.received", operator: "equal", value: false },
          then: { payer: "pending", nextStep: "await-guarantee-letter" },
          cites: [guide("service per case", "interpretation")],
        },
        {
          id: "IC-3-run-out",
          when: {
            fact: "service.on",
            operator: "greaterThan",
            value: ref("decision.guaranteeLetterValidUntil"),
          },
          then: { payer: "pending", nextStep: "request-new-letter" },
          cites: [guide("service per case, 1 month", "interpretation")],
        },
        {
          id: "IC-3-issued-later",
          when: { fact: "service.on", operator: "lessThan", value: ref("guaranteeLetter.issuedOn") },
          then: { payer: "pending", nextStep: "await-guarantee-letter" },
          cites: [guide("service per case, 1 month", "interpretation")],
        },
        // From here on a valid letter does not name the service.
        {
          id: "IC-5",
          when: { fact: "service.inProgram", operator: "equal", value: false },
          then: { payer: "patient", nextStep: "offer-self-payment" },
          cites: [guide("service per case, note")],
        },
        {
          id: "IC-4-to-request",
          when: { fact: "approval.additional", operator: "equal", value: "not-requested" },
          then: { payer: "pending", nextStep: "request-additional-approval" },
          cites: [guide("service per case")],
        },
        {
          id: "IC-4-requested",
          when: { fact: "approval.additional", operator: "equal", value: "requested" },
          then: { payer: "pending", nextStep: "await-additional-approval" },
          cites: [guide("service per case", "interpretation")],
        },
      ],
      otherwise: {
        id: "IC-4-refused",
        then: { payer: "patient", nextStep: "offer-self-payment" },
        cites: [guide("service per case", "interpretation")],
      },
    },
    {
      decides: "patientPays",
      is: { fact: "decision.payer", operator: "equal", value: "patient" },
    },
  ],
  remarks: [
    { id: "IC-2", cites: [guide("service per case")] },
    { id: "IC-6-booked", cites: [guide("patient who comes directly")] },
    { id: "IC-7-variants", cites: [guide("prepaid enrolment")] },
    {
      id: "IC-1-agreed-anyway",
      about: "conflict",
      cites: [
        guide("main principles"),
        guide("service per case, the letter read as enough", "interpretation"),
      ],
    },
    { id: "IC-1-urgent", about: "gap", cites: [guide("patient who comes directly", "interpretation")] },
    { id: "IC-3-counting", about: "gap", cites: [guide("service per case, 1 month", "interpretation")] },
    { id: "IC-4-prepaid", about: "gap", cites: [guide("prepaid enrolment, note", "interpretation")] },
    { id: "IC-4-refusal", about: "gap", cites: [guide("service per case", "interpretation")] },
  ],
});

import { citing, defineEdition } from "../../language/index.js";
import { vocabulary } from "./vocabulary.js";

const rules = citing("booking-rules");

export const registrationDocumentsFrom20230104 = defineEdition(vocabulary, {
  inForceFrom: "2023-01-04",
  source: rules("opening part, paragraphs 3 to 5"),
  tables: [
    {
      decides: "requiredDocuments",
      hitPolicy: "collect",
      cases: [
        {
          id: "RD-1",
          then: ["identity-document"],
          cites: [rules("opening part, paragraph 3")],
        },
        {
          id: "RD-1-adult-represented",
          when: {
            all: [
              { fact: "patient.minor", operator: "equal", value: false },
              { fact: "applicant.role", operator: "notEqual", value: "patient" },
            ],
          },
          then: ["identity-document"],
          cites: [rules("opening part, paragraphs 3 and 4", "interpretation")],
          gap: true,
        },
        {
          id: "RD-1-minor-alone",
          when: {
            all: [
              { fact: "patient.minor", operator: "equal", value: true },
              { fact: "applicant.role", operator: "equal", value: "patient" },
            ],
          },
          then: ["identity-document"],
          cites: [rules("opening part, paragraphs 3 and 4", "interpretation")],
          gap: true,
        },
        {
          id: "RD-2",
          when: {
            all: [
              { fact: "patient.minor", operator: "equal", value: true },
              { fact: "applicant.role", operator: "notEqual", value: "patient" },
            ],
          },
          then: ["birth-certificate"],
          cites: [rules("opening part, paragraph 3")],
        },
        {
          id: "RD-3",
          when: {
            all: [
              { fact: "patient.minor", operator: "equal", value: true },
              { fact: "applicant.role", operator: "equal", value: "authorised-representative" },
            ],
          },
          then: ["notarised-power-of-attorney"],
          cites: [rules("opening part, paragraph 3")],
        },
      ],
    },
    {
      decides: "missingDocuments",
      hitPolicy: "collect",
      cases: [
        {
          id: "RD-1-missing",
          when: {
            all: [
              { fact: "decision.requiredDocuments", operator: "contains", value: "identity-document" },
              { fact: "documents.identity", operator: "equal", value: "none" },
            ],
          },
          then: ["identity-document"],
          cites: [rules("opening part, paragraph 3")],
        },
        {
          id: "RD-2-missing",
          when: {
            all: [
              { fact: "decision.requiredDocuments", operator: "contains", value: "birth-certificate" },
              { fact: "documents.birthCertificate", operator: "equal", value: "none" },
            ],
          },
          then: ["birth-certificate"],
          cites: [rules("opening part, paragraph 3")],
        },
        {
          // The same condition as above: no fact tells the minor's age, so the open question stands beside the norm.
          id: "RD-2-passport-instead",
          when: {
            all: [
              { fact: "decision.requiredDocuments", operator: "contains", value: "birth-certificate" },
              { fact: "documents.birthCertificate", operator: "equal", value: "none" },
            ],
          },
          then: ["birth-certificate"],
          cites: [rules("opening part, paragraph 3", "interpretation")],
          gap: true,
        },
        {
          id: "RD-3-missing",
          when: {
            all: [
              {
                fact: "decision.requiredDocuments",
                operator: "contains",
                value: "notarised-power-of-attorney",
              },
              { fact: "documents.powerOfAttorney", operator: "equal", value: "none" },
            ],
          },
          then: ["notarised-power-of-attorney"],
          cites: [rules("opening part, paragraph 3")],
        },
      ],
    },
    {
      decides: "unacceptableDocuments",
      hitPolicy: "collect",
      cases: [
        {
          id: "RD-4-identity",
          when: {
            all: [
              { fact: "decision.requiredDocuments", operator: "contains", value: "identity-document" },
              { fact: "documents.identity", operator: "equal", value: "plain-copy" },
            ],
          },
          then: ["identity-document"],
          cites: [rules("opening part, paragraph 4")],
        },
        {
          id: "RD-4-birth-certificate",
          when: {
            all: [
              { fact: "decision.requiredDocuments", operator: "contains", value: "birth-certificate" },
              { fact: "documents.birthCertificate", operator: "equal", value: "plain-copy" },
            ],
          },
          then: ["birth-certificate"],
          cites: [rules("opening part, paragraph 4")],
        },
        {
          id: "RD-4-power-of-attorney",
          when: {
            all: [
              {
                fact: "decision.requiredDocuments",
                operator: "contains",
                value: "notarised-power-of-attorney",
              },
              { fact: "documents.powerOfAttorney", operator: "equal", value: "plain-copy" },
            ],
          },
          then: ["notarised-power-of-attorney"],
          cites: [rules("opening part, paragraph 4")],
        },
        {
          id: "RD-3-not-notarised",
          when: {
            all: [
              {
                fact: "decision.requiredDocuments",
                operator: "contains",
                value: "notarised-power-of-attorney",
              },
              {
                fact: "documents.powerOfAttorney",
                operator: "in",
                value: ["original", "certified-copy", "plain-copy"],
              },
              { fact: "documents.powerOfAttorneyNotarised", operator: "equal", value: false },
            ],
          },
          then: ["notarised-power-of-attorney"],
          cites: [rules("opening part, paragraph 3")],
        },
      ],
    },
    {
      // No row for the identity document: it is always required, so asking for it is never undue.
      decides: "undueDemands",
      hitPolicy: "collect",
      cases: [
        {
          id: "RD-5-birth-certificate",
          when: {
            all: [
              { fact: "receptionist.demanded", operator: "contains", value: "birth-certificate" },
              {
                fact: "decision.requiredDocuments",
                operator: "doesNotContain",
                value: "birth-certificate",
              },
            ],
          },
          then: ["birth-certificate"],
          cites: [rules("opening part, paragraph 4")],
        },
        {
          id: "RD-5-power-of-attorney",
          when: {
            all: [
              { fact: "receptionist.demanded", operator: "contains", value: "notarised-power-of-attorney" },
              {
                fact: "decision.requiredDocuments",
                operator: "doesNotContain",
                value: "notarised-power-of-attorney",
              },
            ],
          },
          then: ["notarised-power-of-attorney"],
          cites: [rules("opening part, paragraph 4")],
        },
        {
          id: "RD-5",
          when: { fact: "receptionist.demanded", operator: "contains", value: "other" },
          then: ["other"],
          cites: [rules("opening part, paragraph 4")],
        },
      ],
    },
    {
      decides: ["accepted", "nextStep"],
      hitPolicy: "first",
      cases: [
        {
          id: "RD-1-ask",
          when: { fact: "decision.missingDocuments", operator: "isEmpty", value: false },
          then: { accepted: false, nextStep: "ask-for-documents" },
          cites: [rules("opening part, paragraph 3")],
        },
        {
          id: "RD-4-ask",
          when: { fact: "decision.unacceptableDocuments", operator: "isEmpty", value: false },
          then: { accepted: false, nextStep: "ask-for-documents" },
          cites: [rules("opening part, paragraphs 3 and 4")],
        },
      ],
      otherwise: {
        id: "RD-6",
        then: { accepted: true, nextStep: "enter-in-register" },
        cites: [rules("opening part, paragraphs 3 to 5")],
      },
    },
  ],
  remarks: [
    { id: "RD-1-replacement", about: "gap", cites: [rules("opening part, paragraph 3")] },
    { id: "RD-2-age", about: "gap", cites: [rules("opening part, paragraph 3", "interpretation")] },
    { id: "RD-4-copies", about: "gap", cites: [rules("opening part, paragraph 4")] },
    // Emergencies come without booking; that no paper is asked for first follows from it.
    { id: "BK-7", cites: [rules("booking at reception, emergencies", "likely")] },
  ],
});

import { shippedPolicy } from "../../language/index.js";
import { registrationDocumentsFrom20230104 } from "./edition-2023-01-04.js";
import { vocabulary } from "./vocabulary.js";

const defined = shippedPolicy({
  id: "registration-documents",
  title: "Papers at reception",
  question:
    "Which papers may reception ask for from whoever books for this patient, which are missing or do not count, and may the entry be made?",
  jurisdiction: "RU",
  datedBy: "request.on",
  locales: ["en", "fr", "ru"],
  ...vocabulary,
  editions: [registrationDocumentsFrom20230104],
  laws: [
    {
      id: "demands-keep-nobody-out",
      label: "Whatever else reception asks for, that never keeps the documents from being accepted.",
      monotone: { moreOf: "receptionist.demanded", neverMeans: "less", of: "accepted" },
    },
    {
      id: "complete-means-accepted",
      label: "Where nothing is missing and nothing unacceptable, the documents are accepted.",
      never: {
        all: [
          { fact: "decision.missingDocuments", operator: "isEmpty", value: true },
          { fact: "decision.unacceptableDocuments", operator: "isEmpty", value: true },
          { fact: "decision.accepted", operator: "equal", value: false },
        ],
      },
    },
    {
      id: "accepted-means-complete",
      label: "Documents are never accepted while one is missing or unacceptable.",
      never: {
        all: [
          { fact: "decision.accepted", operator: "equal", value: true },
          {
            any: [
              { fact: "decision.missingDocuments", operator: "isEmpty", value: false },
              { fact: "decision.unacceptableDocuments", operator: "isEmpty", value: false },
            ],
          },
        ],
      },
    },
    {
      id: "plain-copies-never-count",
      label: "A plain copy of a required document is never accepted.",
      never: {
        all: [
          { fact: "decision.accepted", operator: "equal", value: true },
          {
            any: [
              {
                all: [
                  { fact: "decision.requiredDocuments", operator: "contains", value: "identity-document" },
                  { fact: "documents.identity", operator: "equal", value: "plain-copy" },
                ],
              },
              {
                all: [
                  { fact: "decision.requiredDocuments", operator: "contains", value: "birth-certificate" },
                  { fact: "documents.birthCertificate", operator: "equal", value: "plain-copy" },
                ],
              },
              {
                all: [
                  {
                    fact: "decision.requiredDocuments",
                    operator: "contains",
                    value: "notarised-power-of-attorney",
                  },
                  { fact: "documents.powerOfAttorney", operator: "equal", value: "plain-copy" },
                ],
              },
            ],
          },
        ],
      },
    },
    {
      id: "only-a-notary-empowers",
      label: "No power of attorney for a minor is accepted unless a notary has certified it.",
      never: {
        all: [
          { fact: "decision.accepted", operator: "equal", value: true },
          {
            fact: "decision.requiredDocuments",
            operator: "contains",
            value: "notarised-power-of-attorney",
          },
          { fact: "documents.powerOfAttorneyNotarised", operator: "equal", value: false },
        ],
      },
    },
    {
      id: "entry-only-when-accepted",
      label: "No entry is made in the register before the documents are accepted.",
      never: {
        all: [
          { fact: "decision.nextStep", operator: "equal", value: "enter-in-register" },
          { fact: "decision.accepted", operator: "equal", value: false },
        ],
      },
    },
    {
      id: "adults-show-identity-alone",
      label: "For an adult nothing but an identity document is ever required.",
      never: {
        all: [
          { fact: "patient.minor", operator: "equal", value: false },
          {
            any: [
              { fact: "decision.requiredDocuments", operator: "contains", value: "birth-certificate" },
              {
                fact: "decision.requiredDocuments",
                operator: "contains",
                value: "notarised-power-of-attorney",
              },
            ],
          },
        ],
      },
    },
    {
      id: "identity-is-always-due",
      label: "Asking for an identity document is never undue.",
      never: { fact: "decision.undueDemands", operator: "contains", value: "identity-document" },
    },
    {
      id: "nothing-else-is-due",
      label: "Asking for a document the rules do not name is always undue.",
      never: {
        all: [
          { fact: "receptionist.demanded", operator: "contains", value: "other" },
          { fact: "decision.undueDemands", operator: "doesNotContain", value: "other" },
        ],
      },
    },
  ],
  accepts: [
    {
      finding: "gap-reachable",
      at: "RD-1-adult-represented",
      reason:
        "The rules do not say what to ask of somebody who comes for an adult; the identity document alone is asked for.",
    },
    {
      finding: "gap-reachable",
      at: "RD-1-minor-alone",
      reason: "The rules do not speak of a minor who comes alone; the identity document alone is asked for.",
    },
    {
      finding: "gap-reachable",
      at: "RD-2-passport-instead",
      reason:
        "The rules do not say whether the passport of a minor of 14 or more replaces the birth certificate; only the certificate counts.",
    },
    {
      finding: "case-redundant",
      at: "RD-2-missing",
      reason:
        "No fact tells the age of the minor, so the norm and the question it leaves open stand side by side under one condition.",
    },
  ],
});

type Defined = typeof defined;
/** The type of the policy, under a name of its own. */
export interface RegistrationDocuments extends Defined {}

/** Booking at reception: which papers may be asked for, which are missing or do not count, which demands are undue. */
export const registrationDocuments: RegistrationDocuments = defined;

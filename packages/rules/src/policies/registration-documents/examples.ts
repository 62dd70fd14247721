import { defineExamples, type FactsOf } from "../../language/index.js";
import { registrationDocuments } from "./policy.js";

type Facts = FactsOf<typeof registrationDocuments>;

const nothing = {
  identity: "none",
  birthCertificate: "none",
  powerOfAttorney: "none",
  powerOfAttorneyNotarised: false,
} satisfies Facts["documents"];

const everything = {
  identity: "original",
  birthCertificate: "original",
  powerOfAttorney: "original",
  powerOfAttorneyNotarised: true,
} satisfies Facts["documents"];

// An adult who books in person with a passport. Each example changes one thing in it, or in one of the two below.
const adult = {
  request: { on: "2026-11-20" },
  applicant: { role: "patient" },
  patient: { minor: false },
  documents: { ...nothing, identity: "original" },
  receptionist: { demanded: ["identity-document"] },
} satisfies Facts;

const parent = {
  ...adult,
  applicant: { role: "legal-representative" },
  patient: { minor: true },
  documents: { ...nothing, identity: "original", birthCertificate: "original" },
  receptionist: { demanded: ["identity-document", "birth-certificate"] },
} satisfies Facts;

const grandmother = {
  ...parent,
  applicant: { role: "authorised-representative" },
  documents: everything,
  receptionist: { demanded: ["identity-document", "birth-certificate", "notarised-power-of-attorney"] },
} satisfies Facts;

export const registrationDocumentsExamples = defineExamples(registrationDocuments, [
  {
    shows: "An adult who books in person shows a passport, and the entry is made.",
    facts: adult,
    expect: {
      requiredDocuments: ["identity-document"],
      missingDocuments: [],
      unacceptableDocuments: [],
      undueDemands: [],
      accepted: true,
      nextStep: "enter-in-register",
    },
    cases: ["RD-1", "RD-6"],
  },
  {
    shows: "On the first day in force a passport is already asked for.",
    facts: { ...adult, request: { on: "2023-01-04" }, documents: nothing },
    expect: { missingDocuments: ["identity-document"], accepted: false },
    cases: ["RD-1-missing"],
  },

  // Who stands at the desk, for whom.
  {
    shows: "A parent also shows the child's birth certificate.",
    facts: parent,
    expect: { requiredDocuments: ["identity-document", "birth-certificate"], accepted: true },
    cases: ["RD-1", "RD-2", "RD-6"],
  },
  {
    shows: "A grandmother who is not the legal representative also shows a notarised power of attorney.",
    facts: grandmother,
    expect: {
      requiredDocuments: ["identity-document", "birth-certificate", "notarised-power-of-attorney"],
      undueDemands: [],
      accepted: true,
    },
    cases: ["RD-1", "RD-2", "RD-3", "RD-6"],
  },
  {
    shows: "For an adult represented by somebody else the rules name no paper beyond the identity document.",
    facts: { ...adult, applicant: { role: "authorised-representative" } },
    expect: { requiredDocuments: ["identity-document"], accepted: true },
    cases: ["RD-1", "RD-1-adult-represented"],
  },
  {
    shows: "Being the legal representative of an adult changes nothing in what is required.",
    facts: { ...adult, applicant: { role: "legal-representative" } },
    expect: { requiredDocuments: ["identity-document"], accepted: true },
    cases: ["RD-1-adult-represented"],
  },
  {
    shows: "Of a minor who comes alone the rules do not speak, and an identity document is enough.",
    facts: { ...adult, patient: { minor: true } },
    expect: { requiredDocuments: ["identity-document"], accepted: true },
    cases: ["RD-1", "RD-1-minor-alone"],
  },

  // What is missing.
  {
    shows: "Without a passport nothing is entered, and the passport is asked for.",
    facts: { ...adult, documents: nothing },
    expect: {
      missingDocuments: ["identity-document"],
      unacceptableDocuments: [],
      accepted: false,
      nextStep: "ask-for-documents",
    },
    cases: ["RD-1-missing", "RD-1-ask"],
  },
  {
    shows: "Whether a passport of the minor could stand in for the birth certificate stays an open question.",
    facts: { ...parent, documents: { ...parent.documents, birthCertificate: "none" } },
    expect: { missingDocuments: ["birth-certificate"], accepted: false, nextStep: "ask-for-documents" },
    cases: ["RD-2-missing", "RD-2-passport-instead", "RD-1-ask"],
  },
  {
    shows: "A power of attorney that is not there is missing, not unacceptable.",
    facts: {
      ...grandmother,
      documents: { ...everything, powerOfAttorney: "none", powerOfAttorneyNotarised: false },
    },
    expect: {
      missingDocuments: ["notarised-power-of-attorney"],
      unacceptableDocuments: [],
      accepted: false,
    },
    cases: ["RD-3-missing", "RD-1-ask"],
  },
  {
    shows: "All that is missing is named at once.",
    facts: { ...grandmother, documents: nothing },
    expect: {
      missingDocuments: ["identity-document", "birth-certificate", "notarised-power-of-attorney"],
      unacceptableDocuments: [],
    },
    cases: ["RD-1-missing", "RD-2-missing", "RD-3-missing"],
  },

  // Originals and certified copies.
  {
    shows: "A plain copy of the passport does not count as shown.",
    facts: { ...adult, documents: { ...nothing, identity: "plain-copy" } },
    expect: {
      missingDocuments: [],
      unacceptableDocuments: ["identity-document"],
      accepted: false,
      nextStep: "ask-for-documents",
    },
    cases: ["RD-4-identity", "RD-4-ask"],
  },
  {
    shows: "A certified copy of the passport counts as the passport.",
    facts: { ...adult, documents: { ...nothing, identity: "certified-copy" } },
    expect: { unacceptableDocuments: [], accepted: true },
    cases: ["RD-6"],
  },
  {
    shows: "A plain copy of the birth certificate does not count as shown.",
    facts: { ...parent, documents: { ...parent.documents, birthCertificate: "plain-copy" } },
    expect: { unacceptableDocuments: ["birth-certificate"], accepted: false },
    cases: ["RD-4-birth-certificate", "RD-4-ask"],
  },
  {
    shows: "A certified copy of the birth certificate counts as the certificate.",
    facts: { ...parent, documents: { ...parent.documents, birthCertificate: "certified-copy" } },
    expect: { unacceptableDocuments: [], accepted: true },
    cases: ["RD-6"],
  },
  {
    shows: "A plain copy of a notarised power of attorney does not count as shown.",
    facts: { ...grandmother, documents: { ...everything, powerOfAttorney: "plain-copy" } },
    expect: { unacceptableDocuments: ["notarised-power-of-attorney"], accepted: false },
    cases: ["RD-4-power-of-attorney", "RD-4-ask"],
  },
  {
    shows: "A certified copy of a notarised power of attorney counts as the paper itself.",
    facts: { ...grandmother, documents: { ...everything, powerOfAttorney: "certified-copy" } },
    expect: { unacceptableDocuments: [], accepted: true },
    cases: ["RD-6"],
  },
  {
    shows: "A power of attorney without a notary is of no use, even as an original.",
    facts: { ...grandmother, documents: { ...everything, powerOfAttorneyNotarised: false } },
    expect: {
      missingDocuments: [],
      unacceptableDocuments: ["notarised-power-of-attorney"],
      accepted: false,
      nextStep: "ask-for-documents",
    },
    cases: ["RD-3-not-notarised", "RD-4-ask"],
  },
  {
    shows: "A paper nobody has to show is not looked at, whatever its form.",
    facts: {
      ...adult,
      documents: {
        identity: "original",
        birthCertificate: "plain-copy",
        powerOfAttorney: "plain-copy",
        powerOfAttorneyNotarised: false,
      },
    },
    expect: { missingDocuments: [], unacceptableDocuments: [], accepted: true },
    cases: ["RD-6"],
  },
  {
    shows: "One paper may be missing while another does not count.",
    facts: {
      ...grandmother,
      documents: { ...everything, identity: "none", birthCertificate: "plain-copy" },
    },
    expect: {
      missingDocuments: ["identity-document"],
      unacceptableDocuments: ["birth-certificate"],
      accepted: false,
    },
    cases: ["RD-1-missing", "RD-4-birth-certificate", "RD-1-ask"],
  },

  // What reception may not ask for.
  {
    shows: "Asking an adult for a birth certificate is undue and keeps nobody out.",
    facts: { ...adult, receptionist: { demanded: ["identity-document", "birth-certificate"] } },
    expect: { undueDemands: ["birth-certificate"], accepted: true, nextStep: "enter-in-register" },
    cases: ["RD-5-birth-certificate", "RD-6"],
  },
  {
    shows: "Asking a parent for a power of attorney is undue.",
    facts: {
      ...parent,
      receptionist: { demanded: ["birth-certificate", "notarised-power-of-attorney"] },
    },
    expect: { undueDemands: ["notarised-power-of-attorney"], accepted: true },
    cases: ["RD-5-power-of-attorney"],
  },
  {
    shows: "Asking for a paper the rules do not name is undue, and it is not missing when it is not shown.",
    facts: { ...grandmother, receptionist: { demanded: ["other"] } },
    expect: { undueDemands: ["other"], missingDocuments: [], accepted: true },
    cases: ["RD-5", "RD-6"],
  },
  {
    shows: "Where reception asks for nothing, nothing is undue, and what is required is still required.",
    facts: { ...adult, documents: nothing, receptionist: { demanded: [] } },
    expect: { undueDemands: [], missingDocuments: ["identity-document"], accepted: false },
    cases: ["RD-1-missing"],
  },

  // Before everything is known.
  {
    shows: "As soon as the passport turns out to be missing, nobody need look at the rest.",
    facts: { request: { on: "2026-11-20" }, documents: { identity: "none" } },
    expect: { accepted: false, nextStep: "ask-for-documents" },
    cases: ["RD-1-ask"],
  },
  {
    shows: "With every paper in due form it does not matter who comes for whom.",
    facts: { request: { on: "2026-11-20" }, documents: everything },
    expect: { missingDocuments: [], unacceptableDocuments: [], accepted: true },
    cases: ["RD-6"],
  },
  {
    shows: "A demand for another document is undue before anything is known of the patient.",
    facts: { request: { on: "2026-11-20" }, receptionist: { demanded: ["other"] } },
    expect: { undueDemands: ["other"] },
    cases: ["RD-5"],
  },
]);

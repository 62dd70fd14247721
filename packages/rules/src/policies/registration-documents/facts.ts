import { boolean, date, oneOf, setOf } from "../../language/index.js";

/** The papers the rules know. */
export const documents = setOf(["identity-document", "birth-certificate", "notarised-power-of-attorney"]);

/** What reception may have asked for: the papers the rules know, and any other. */
export const demands = setOf([...documents.values, "other"]);

/** In what form a paper lies on the desk. */
const form = oneOf(["original", "certified-copy", "plain-copy", "none"]);

const declared = {
  request: {
    /** Day on which the appointment is asked for at reception. It selects the edition. */
    on: date({ label: "day of the request", holder: "desk", privacy: "internal" }),
  },
  applicant: {
    /** Who stands at the desk. An authorised representative acts for the patient without being the legal one. */
    role: oneOf(["patient", "legal-representative", "authorised-representative"], {
      label: "who comes to reception",
      holder: "desk",
      privacy: "personal",
    }),
  },
  patient: {
    /** The patient is under 18. */
    minor: boolean({ label: "the patient is a minor", holder: "desk", privacy: "personal" }),
  },
  documents: {
    /** The applicant's passport, or the document that replaces it. */
    identity: oneOf(form.values, {
      label: "applicant's identity document",
      holder: "patient",
      privacy: "internal",
    }),
    /** The minor's birth certificate. */
    birthCertificate: oneOf(form.values, {
      label: "minor's birth certificate",
      holder: "patient",
      privacy: "internal",
    }),
    /** The power of attorney of whoever acts for a minor without being the legal representative. */
    powerOfAttorney: oneOf(form.values, {
      label: "power of attorney",
      holder: "patient",
      privacy: "internal",
    }),
    /** A notary has certified the power of attorney. Read only where one is shown. */
    powerOfAttorneyNotarised: boolean({
      label: "the power of attorney is notarised",
      holder: "patient",
      privacy: "internal",
    }),
  },
  receptionist: {
    /** What reception has asked the applicant for. */
    demanded: setOf(demands.values, {
      label: "documents reception has asked for",
      holder: "desk",
      privacy: "internal",
    }),
  },
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface RegistrationDocumentsFacts extends Declared {}

export const facts: RegistrationDocumentsFacts = declared;

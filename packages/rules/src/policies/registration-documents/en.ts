import { shippedLocale } from "../../language/index.js";
import { registrationDocuments } from "./policy.js";

export const registrationDocumentsEn = shippedLocale(registrationDocuments, {
  locale: "en",
  cases: {
    "RD-1": "Whoever books at reception shows a passport or a document that replaces it.",
    "RD-1-adult-represented":
      "The rules do not say what else to ask for when somebody comes for an adult: the identity document alone is required.",
    "RD-1-minor-alone":
      "The rules do not speak of a minor who comes alone: the identity document alone is required.",
    "RD-2": "Whoever comes for a minor also shows the minor's birth certificate.",
    "RD-3":
      "Whoever comes for a minor without being the legal representative also shows a notarised power of attorney.",
    "RD-1-missing": "No passport and no document that replaces it has been shown.",
    "RD-2-missing": "The minor's birth certificate has not been shown.",
    "RD-2-passport-instead":
      "The rules do not say whether the passport of a minor aged 14 or over may stand in for the birth certificate: only the certificate counts.",
    "RD-3-missing": "No power of attorney has been shown.",
    "RD-4-identity": "The identity document is a plain copy: the original or a certified copy is needed.",
    "RD-4-birth-certificate":
      "The birth certificate is a plain copy: the original or a certified copy is needed.",
    "RD-4-power-of-attorney":
      "The power of attorney is a plain copy: the original or a certified copy is needed.",
    "RD-3-not-notarised": "The power of attorney is not notarised.",
    "RD-5-birth-certificate":
      "Reception asked for the birth certificate, which only whoever comes for a minor has to show.",
    "RD-5-power-of-attorney":
      "Reception asked for the power of attorney, which only whoever comes for a minor without being the legal representative has to show.",
    "RD-5": "Reception asked for a document the rules do not name, which it may not do.",
    "RD-1-ask": "Still to be shown: {decision.missingDocuments}.",
    "RD-4-ask": "Shown in a form that does not count: {decision.unacceptableDocuments}.",
    "RD-6": "All that is required has been shown in due form: the entry is made in the register.",
  },
  remarks: {
    "RD-1-replacement":
      "The rules do not list the documents that replace a passport: whether one does is for reception to judge.",
    "RD-2-age":
      "The rules draw no line by age: from 14 on a minor has a passport, and the clinic may want to say what it is good for.",
    "RD-4-copies":
      "The rules ask for copies certified in due form and do not say by whom: whether a copy is certified is for reception to judge.",
    "BK-7": "In an emergency the patient is admitted at once, before any paper is asked for.",
  },
  values: {
    patient: "the patient",
    "legal-representative": "the legal representative",
    "authorised-representative": "another representative",
    original: "original",
    "certified-copy": "certified copy",
    "plain-copy": "plain copy",
    none: "not shown",
    "identity-document": "identity document",
    "birth-certificate": "birth certificate",
    "notarised-power-of-attorney": "notarised power of attorney",
    other: "another document",
    "ask-for-documents": "ask for the documents",
    "enter-in-register": "make the entry in the register",
  },
});

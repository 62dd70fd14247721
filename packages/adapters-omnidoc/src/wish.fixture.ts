import type { Professional } from "./from-outcome/opinion-request.js";
import type { OpinionWish } from "./from-outcome/plan-opinion.js";

/** An invented nurse. */
export const nurse: Professional = {
  rpps: "10000000001",
  familyName: "Inventée",
  givenName: "Iris",
  profession: "nurse",
  workplace: { finess: "990000011", name: "Cabinet Exemple" },
};

/** An invented dermatologist. */
export const dermatologist: Professional & { readonly specialty: string } = {
  rpps: "10000000002",
  familyName: "Fictif",
  givenName: "Denis",
  profession: "physician",
  specialty: "SM15",
  workplace: { finess: "990000022", name: "Clinique Exemple" },
};

/** A wish of an invented nurse for an invented patient, all that is asked for known. */
export const wish: OpinionWish = {
  askedAt: "2026-11-23T09:30:00+01:00",
  patient: {
    ins: "258019999900129",
    birthName: "EXEMPLE",
    givenNames: ["ADA"],
    gender: "female",
    bornOn: "1958-01-02",
  },
  requester: nurse,
  to: { responder: dermatologist.rpps },
  responders: [{ professional: dermatologist, available: [] }],
  facts: {
    consent: {
      given: true,
      informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
    },
    request: { urgent: false },
  },
};

import { boolean, date, integer, oneOf, setOf } from "../../language/index.js";

const requesterProfession = oneOf(
  [
    "physician",
    "midwife",
    "dentist",
    "speech-therapist",
    "nurse",
    "advanced-practice-nurse",
    "physiotherapist",
    "podiatrist",
    "orthoptist",
    "pharmacist",
    "other-health-professional",
  ],
  { label: "profession of whoever asks for the opinion", holder: "platform", privacy: "internal" },
);

const declared = {
  act: {
    /** Day the opinion is given. It selects the edition and the rates. */
    on: date({ label: "day the opinion is given", holder: "platform", privacy: "internal" }),
    /** Mainland France, or one of the overseas departments (DROM), where fees are higher. */
    region: oneOf(["metropolitan", "overseas"], {
      label: "region whose fees apply",
      holder: "platform",
      privacy: "internal",
    }),
    /** Requester and responder work at the same site of one multi-professional health centre (maison de santé). */
    sameHealthCentre: boolean({
      label: "both work at the same site of one health centre",
      holder: "platform",
      privacy: "internal",
    }),
  },
  requester: {
    /** Profession of whoever asks for the opinion. */
    profession: requesterProfession,
  },
  responder: {
    /** Profession of whoever gives the opinion. */
    profession: oneOf(requesterProfession.values, {
      label: "profession of whoever gives the opinion",
      holder: "platform",
      privacy: "internal",
    }),
  },
  patient: {
    /** The patient has a recognised long-term condition (ALD). */
    longTermCondition: boolean({ label: "long-term condition (ALD)", holder: "record", privacy: "health" }),
    /** The patient has a rare disease. */
    rareDisease: boolean({ label: "rare disease", holder: "record", privacy: "health" }),
    /** The patient lives in an area with too few physicians. */
    underservedArea: boolean({
      label: "lives in an underserved area",
      holder: "record",
      privacy: "personal",
    }),
    /** The patient lives in a nursing home (EHPAD) or another medico-social home. */
    medicoSocialResident: boolean({
      label: "resident of a nursing or medico-social home",
      holder: "record",
      privacy: "health",
    }),
    /** The patient is detained. */
    detained: boolean({ label: "detained", holder: "record", privacy: "personal" }),
    /** The patient is an in-patient of the hospital that asks. */
    hospitalisedAtRequester: boolean({
      label: "in-patient of the requesting hospital",
      holder: "platform",
      privacy: "health",
    }),
    /** The responder has cared for the patient before. */
    knownToResponder: boolean({
      label: "already known to the responder",
      holder: "practitioner",
      privacy: "health",
    }),
  },
  consent: {
    /** The patient agreed before the opinion was asked for. */
    given: boolean({ label: "patient has consented", holder: "practitioner", privacy: "personal" }),
    /** What the patient has been told about the opinion beforehand. */
    informedOf: setOf(["reason", "responder-identity", "responder-specialty", "return-mode"], {
      label: "what the patient has been told",
      holder: "practitioner",
      privacy: "personal",
    }),
  },
  request: {
    /** The situation needs an answer at once. */
    urgent: boolean({ label: "urgent request", holder: "practitioner", privacy: "health" }),
    /** How question and answer travel. */
    channel: oneOf(["secure-health-messaging", "dedicated-platform", "ordinary-email", "phone", "other"], {
      label: "channel of the exchange",
      holder: "platform",
      privacy: "internal",
    }),
    /** Several elements must be analysed to answer. */
    complex: boolean({
      label: "several elements must be analysed",
      holder: "practitioner",
      privacy: "health",
    }),
    /** Which of the cases of the dentists' agreement the request is, if any. */
    dentalCase: oneOf(["none", "medico-social-resident", "oral-cancer-or-rare-disease"], {
      label: "case of the dentists' agreement",
      holder: "practitioner",
      privacy: "health",
    }),
  },
  usage: {
    /** Level-1 opinions this responder has billed for this patient in the civil year (read before 2022-04-01). */
    responderLevel1Acts: integer({
      min: 0,
      label: "level-1 opinions already billed this year by the responder for the patient",
      unit: "acts",
      holder: "platform",
      privacy: "health",
    }),
    /** Level-2 opinions this responder has billed for this patient in the civil year (read before 2022-04-01). */
    responderLevel2Acts: integer({
      min: 0,
      label: "level-2 opinions already billed this year by the responder for the patient",
      unit: "acts",
      holder: "platform",
      privacy: "health",
    }),
    /**
     * Opinions this responder has billed for this patient in the civil year (read since 2022-04-01), those of January
     * to March 2022 among them, whatever their level.
     */
    responderActs: integer({
      min: 0,
      label: "opinions already billed this year by the responder for the patient",
      unit: "acts",
      holder: "platform",
      privacy: "health",
    }),
    /** Requests this requester has billed for this patient in the civil year (read since 2022-04-01). */
    requesterActs: integer({
      min: 0,
      label: "requests already billed this year by the requester for the patient",
      unit: "acts",
      holder: "platform",
      privacy: "health",
    }),
  },
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface TeleExpertiseFacts extends Declared {}

export const facts: TeleExpertiseFacts = declared;

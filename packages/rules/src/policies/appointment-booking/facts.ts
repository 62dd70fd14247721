import { boolean, date, integer, oneOf } from "../../language/index.js";

/** The ways in which somebody asks for an appointment. */
export const channels = oneOf(["reception", "contact-centre", "website", "practitioner"]);

const declared = {
  request: {
    /** Day on which the appointment is asked for. It selects the edition. */
    on: date({ label: "day of the request", holder: "desk", privacy: "internal" }),
    /** Where the wish arrives. `practitioner`: the practitioner books during a visit. */
    channel: oneOf(channels.values, {
      label: "where the request is made",
      holder: "desk",
      privacy: "internal",
    }),
  },
  visit: {
    /** First or repeat: for this complaint, with this practitioner. */
    kind: oneOf(["first", "repeat"], { label: "kind of visit", holder: "MIS", privacy: "personal" }),
    /** The patient needs help at once. */
    emergency: boolean({ label: "emergency", holder: "practitioner", privacy: "health" }),
  },
  patient: {
    /** `accepted` of the policy `registration-documents`. Read at reception only. */
    documentsAccepted: boolean({
      label: "the documents are accepted",
      holder: "desk",
      privacy: "internal",
    }),
    /** The patient has an entry in the medical information system (MIS). */
    registeredInMis: boolean({
      label: "the patient has an entry in the clinic's information system",
      holder: "MIS",
      privacy: "personal",
    }),
  },
  slots: {
    /** Free slots of the wanted practitioner or specialty on the days that suit the patient. */
    freeOnWantedDays: integer({
      label: "free slots on the days that suit the patient",
      holder: "MIS",
      privacy: "internal",
      unit: "slots",
      min: 0,
    }),
  },
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface AppointmentBookingFacts extends Declared {}

export const facts: AppointmentBookingFacts = declared;

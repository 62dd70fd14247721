import { defineVocabulary, oneOf, setOf } from "../../language/index.js";
import { bookingRules } from "../booking-rules.js";
import { channels, facts } from "./facts.js";

const declared = {
  /** The one thing to do now with the wish for an appointment. */
  action: oneOf(
    [
      "admit-immediately",
      "refuse-channel",
      "ask-for-documents",
      "register-in-mis",
      "book-slot",
      "add-to-waitlist",
    ],
    { label: "what to do" },
  ),
  /** What is done at the same time; empty unless it is an emergency. */
  alsoDo: setOf(["call-ambulance"], { label: "at the same time" }),
  /** Where a visit of this kind may be booked; an emergency needs no booking and changes nothing here. */
  permittedChannels: setOf(channels.values, { label: "where such a visit is booked" }),
  /** What the patient is told once a slot is booked; empty before. */
  tellPatient: setOf(["practitioner-full-name", "clinic-address", "appointment-date", "appointment-time"], {
    label: "what the patient is told",
  }),
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface AppointmentBookingDecisions extends Declared {}

const decisions: AppointmentBookingDecisions = declared;

export const vocabulary = defineVocabulary({
  sources: { "booking-rules": bookingRules },
  facts,
  decisions,
  rates: {},
});

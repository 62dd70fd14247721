import { shippedPolicy, ref } from "../../language/index.js";
import { appointmentBookingFrom20230104 } from "./edition-2023-01-04.js";
import { vocabulary } from "./vocabulary.js";

const defined = shippedPolicy({
  id: "appointment-booking",
  title: "Booking an appointment",
  question:
    "What happens with this wish for an appointment, where may such a visit be booked, and what is the patient told?",
  jurisdiction: "RU",
  datedBy: "request.on",
  locales: ["en", "fr", "ru"],
  ...vocabulary,
  editions: [appointmentBookingFrom20230104],
  laws: [
    {
      id: "emergencies-come-first",
      label:
        "An emergency is always admitted at once: never refused, asked for papers or put on the waitlist.",
      never: {
        all: [
          { fact: "visit.emergency", operator: "equal", value: true },
          { fact: "decision.action", operator: "notEqual", value: "admit-immediately" },
        ],
      },
    },
    {
      id: "ambulance-for-emergencies-only",
      label: "An ambulance is called for every emergency, and never otherwise.",
      never: {
        any: [
          {
            all: [
              { fact: "visit.emergency", operator: "equal", value: true },
              { fact: "decision.alsoDo", operator: "doesNotContain", value: "call-ambulance" },
            ],
          },
          {
            all: [
              { fact: "visit.emergency", operator: "equal", value: false },
              { fact: "decision.alsoDo", operator: "contains", value: "call-ambulance" },
            ],
          },
        ],
      },
    },
    {
      id: "booked-where-permitted",
      label: "No visit is booked in a way that is not open to visits of its kind.",
      never: {
        all: [
          {
            fact: "decision.permittedChannels",
            operator: "doesNotContain",
            value: ref("request.channel"),
          },
          { fact: "decision.action", operator: "equal", value: "book-slot" },
        ],
      },
    },
    {
      id: "no-repeat-visit-on-the-website",
      label: "A repeat visit is never booked on the website.",
      never: {
        all: [
          { fact: "visit.kind", operator: "equal", value: "repeat" },
          { fact: "request.channel", operator: "equal", value: "website" },
          { fact: "decision.action", operator: "equal", value: "book-slot" },
        ],
      },
    },
    {
      id: "no-free-slot-no-booking",
      label: "A slot is never booked when none is free.",
      never: {
        all: [
          { fact: "slots.freeOnWantedDays", operator: "equal", value: 0 },
          { fact: "decision.action", operator: "equal", value: "book-slot" },
        ],
      },
    },
    {
      id: "no-waiting-beside-a-free-slot",
      label: "Nobody is put on the waitlist while a slot is free.",
      never: {
        all: [
          { fact: "slots.freeOnWantedDays", operator: "greaterThan", value: 0 },
          { fact: "decision.action", operator: "equal", value: "add-to-waitlist" },
        ],
      },
    },
    {
      id: "entry-before-booking",
      label: "Nobody without an entry in the clinic's information system is booked.",
      never: {
        all: [
          { fact: "patient.registeredInMis", operator: "equal", value: false },
          { fact: "decision.action", operator: "equal", value: "book-slot" },
        ],
      },
    },
    {
      id: "papers-before-booking-at-reception",
      label: "Reception never books without accepted documents.",
      never: {
        all: [
          { fact: "request.channel", operator: "equal", value: "reception" },
          { fact: "patient.documentsAccepted", operator: "equal", value: false },
          { fact: "decision.action", operator: "equal", value: "book-slot" },
        ],
      },
    },
    {
      id: "papers-at-reception-only",
      label: "Nobody is asked for papers anywhere but at reception.",
      never: {
        all: [
          { fact: "request.channel", operator: "notEqual", value: "reception" },
          { fact: "decision.action", operator: "equal", value: "ask-for-documents" },
        ],
      },
    },
    {
      id: "told-when-booked",
      label: "Whoever is booked is told where and when to come, and nobody else is.",
      never: {
        any: [
          {
            all: [
              { fact: "decision.action", operator: "equal", value: "book-slot" },
              { fact: "decision.tellPatient", operator: "isEmpty", value: true },
            ],
          },
          {
            all: [
              { fact: "decision.action", operator: "notEqual", value: "book-slot" },
              { fact: "decision.tellPatient", operator: "isEmpty", value: false },
            ],
          },
        ],
      },
    },
    {
      // An action has no more and less; what the patient is told of a booking has.
      id: "more-slots-never-undo-a-booking",
      label: "More free slots never turn a booking into a waitlist entry.",
      monotone: { moreOf: "slots.freeOnWantedDays", neverMeans: "less", of: "tellPatient" },
    },
    {
      id: "accepted-papers-never-hinder",
      label: "Accepted documents never cost anybody a booking.",
      monotone: { moreOf: "patient.documentsAccepted", neverMeans: "less", of: "tellPatient" },
    },
  ],
  accepts: [
    {
      finding: "gap-reachable",
      at: "BK-7-website",
      reason:
        "The rules do not know an emergency reported on the website; admitting at once is the safe side.",
    },
    {
      finding: "gap-reachable",
      at: "BK-5-elsewhere",
      reason:
        "The rules let the contact centre keep the waitlist and do not say how requests made elsewhere reach it; the answer passes them on.",
    },
    {
      finding: "gap-reachable",
      at: "BK-10-ambulance",
      reason:
        "The rules name the ambulance for first visits only; calling it for repeat visits too is the safe side.",
    },
  ],
});

type Defined = typeof defined;
/** The type of the policy, under a name of its own. */
export interface AppointmentBooking extends Defined {}

/** A wish for an appointment: what to do with it now, where such a visit may be booked, what the patient is told. */
export const appointmentBooking: AppointmentBooking = defined;

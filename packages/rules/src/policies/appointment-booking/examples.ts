import { defineExamples, type FactsOf } from "../../language/index.js";
import { appointmentBooking } from "./policy.js";

type Facts = FactsOf<typeof appointmentBooking>;

// The ordinary wish: a first visit asked for at reception, everything in order. Each example changes one thing in it.
const request = { on: "2026-03-02", channel: "reception" } satisfies Facts["request"];
const visit = { kind: "first", emergency: false } satisfies Facts["visit"];
const patient = { documentsAccepted: true, registeredInMis: true } satisfies Facts["patient"];
const ready = { request, visit, patient, slots: { freeOnWantedDays: 1 } } satisfies Facts;

const repeat = { ...visit, kind: "repeat" } satisfies Facts["visit"];
const emergency = { ...visit, emergency: true } satisfies Facts["visit"];
const noSlot = { freeOnWantedDays: 0 } satisfies Facts["slots"];
const byPhone = { ...request, channel: "contact-centre" } satisfies Facts["request"];
const online = { ...request, channel: "website" } satisfies Facts["request"];
const withPractitioner = { ...request, channel: "practitioner" } satisfies Facts["request"];

export const appointmentBookingExamples = defineExamples(appointmentBooking, [
  {
    shows: "With the documents accepted and one slot free, reception books it and tells the patient.",
    facts: ready,
    expect: {
      action: "book-slot",
      alsoDo: [],
      permittedChannels: ["reception", "contact-centre", "website"],
      tellPatient: ["practitioner-full-name", "clinic-address", "appointment-date", "appointment-time"],
    },
    cases: ["BK-2", "BK-4", "BK-6"],
  },
  {
    shows: "On the first day in force the rules already hold.",
    facts: { ...ready, request: { ...request, on: "2023-01-04" } },
    expect: { action: "book-slot" },
    cases: ["BK-4"],
  },

  // Without a free slot.
  {
    shows: "Without a free slot reception offers the waitlist, and there is nothing to tell yet.",
    facts: { ...ready, slots: noSlot },
    expect: { action: "add-to-waitlist", tellPatient: [] },
    cases: ["BK-5"],
  },
  {
    shows: "Without a free slot the contact centre offers the waitlist.",
    facts: { ...ready, request: byPhone, slots: noSlot },
    expect: { action: "add-to-waitlist" },
    cases: ["BK-5"],
  },
  {
    shows: "A wish from the website for which no slot is free is passed on to the waitlist too.",
    facts: { ...ready, request: online, slots: noSlot },
    expect: { action: "add-to-waitlist" },
    cases: ["BK-5-elsewhere"],
  },
  {
    shows: "A practitioner who finds no free slot passes the repeat visit on to the waitlist too.",
    facts: { ...ready, request: withPractitioner, visit: repeat, slots: noSlot },
    expect: { action: "add-to-waitlist" },
    cases: ["BK-5-elsewhere"],
  },

  // Where a visit is booked.
  {
    shows: "A first visit is booked on the website.",
    facts: { ...ready, request: online },
    expect: { action: "book-slot" },
    cases: ["BK-4", "BK-6"],
  },
  {
    shows: "A repeat visit is not booked on the website.",
    facts: { ...ready, request: online, visit: repeat },
    expect: {
      action: "refuse-channel",
      permittedChannels: ["reception", "contact-centre", "practitioner"],
      tellPatient: [],
    },
    cases: ["BK-9", "BK-9-refused"],
  },
  {
    shows: "A repeat visit is booked by the practitioner.",
    facts: { ...ready, request: withPractitioner, visit: repeat },
    expect: { action: "book-slot" },
    cases: ["BK-4", "BK-9"],
  },
  {
    shows: "A first visit is not booked by a practitioner.",
    facts: { ...ready, request: withPractitioner },
    expect: { action: "refuse-channel" },
    cases: ["BK-2-refused"],
  },
  {
    shows: "A way that is not permitted is refused before anything else is asked, full schedule or not.",
    facts: { ...ready, request: online, visit: repeat, patient: { registeredInMis: false }, slots: noSlot },
    expect: { action: "refuse-channel" },
    cases: ["BK-9-refused"],
  },

  // Papers and the entry in the information system.
  {
    shows: "Reception asks for documents that are not accepted yet, before it makes an entry.",
    facts: { ...ready, patient: { documentsAccepted: false, registeredInMis: false } },
    expect: { action: "ask-for-documents", tellPatient: [] },
    cases: ["RD-1"],
  },
  {
    shows: "By phone no documents are asked for.",
    facts: { ...ready, request: byPhone, patient: { documentsAccepted: false, registeredInMis: true } },
    expect: { action: "book-slot" },
    cases: ["BK-4"],
  },
  {
    shows: "A patient without an entry in the information system gets one before anything is booked.",
    facts: { ...ready, patient: { ...patient, registeredInMis: false } },
    expect: { action: "register-in-mis", tellPatient: [] },
    cases: ["BK-3"],
  },
  {
    shows: "A patient without an entry in the information system gets one even when no slot is free.",
    facts: { ...ready, request: byPhone, patient: { registeredInMis: false }, slots: noSlot },
    expect: { action: "register-in-mis" },
    cases: ["BK-3"],
  },

  // Emergencies.
  {
    shows: "An emergency is admitted at once, whatever papers, entries and slots there are.",
    facts: {
      ...ready,
      visit: emergency,
      patient: { documentsAccepted: false, registeredInMis: false },
      slots: noSlot,
    },
    expect: { action: "admit-immediately", alsoDo: ["call-ambulance"], tellPatient: [] },
    cases: ["BK-7", "BK-7-ambulance"],
  },
  {
    shows: "An emergency on a repeat visit is admitted at once too, and an ambulance is called.",
    facts: { ...ready, visit: { ...emergency, kind: "repeat" } },
    expect: { action: "admit-immediately", alsoDo: ["call-ambulance"] },
    cases: ["BK-7", "BK-10-ambulance"],
  },
  {
    shows: "An emergency reported on the website is not refused for the way it came.",
    facts: { ...ready, request: online, visit: { ...emergency, kind: "repeat" } },
    expect: {
      action: "admit-immediately",
      alsoDo: ["call-ambulance"],
      permittedChannels: ["reception", "contact-centre", "practitioner"],
    },
    cases: ["BK-7-website", "BK-10-ambulance"],
  },

  // With little known.
  {
    shows: "An emergency at reception is admitted with nothing else known, not even the kind of visit.",
    facts: { request, visit: { emergency: true } },
    expect: { action: "admit-immediately", alsoDo: ["call-ambulance"], tellPatient: [] },
    cases: ["BK-7", "BK-7-ambulance", "BK-10-ambulance"],
  },
  {
    shows: "Away from reception a slot is booked without asking about documents.",
    facts: {
      request: byPhone,
      visit: { emergency: false },
      patient: { registeredInMis: true },
      slots: { freeOnWantedDays: 3 },
    },
    expect: { action: "book-slot" },
    cases: ["BK-4"],
  },
  {
    shows: "A repeat visit on the website is refused before the schedule is looked at.",
    facts: { request: online, visit: repeat },
    expect: { action: "refuse-channel", alsoDo: [], tellPatient: [] },
    cases: ["BK-9-refused"],
  },
]);

import { citing, defineEdition, ref } from "../../language/index.js";
import { vocabulary } from "./vocabulary.js";

const rules = citing("booking-rules");

export const appointmentBookingFrom20230104 = defineEdition(vocabulary, {
  inForceFrom: "2023-01-04",
  source: rules("whole document"),
  tables: [
    {
      decides: "permittedChannels",
      hitPolicy: "first",
      cases: [
        {
          id: "BK-2",
          when: { fact: "visit.kind", operator: "equal", value: "first" },
          then: ["reception", "contact-centre", "website"],
          cites: [rules("opening part, paragraph 2"), rules("booking at reception")],
        },
      ],
      otherwise: {
        id: "BK-9",
        then: ["reception", "contact-centre", "practitioner"],
        cites: [rules("booking a repeat visit")],
      },
    },
    {
      // The rules tell what is done; where several rows hold, the order is ours.
      decides: "action",
      hitPolicy: "first",
      cases: [
        {
          id: "BK-7-website",
          when: {
            all: [
              { fact: "visit.emergency", operator: "equal", value: true },
              { fact: "request.channel", operator: "equal", value: "website" },
            ],
          },
          then: "admit-immediately",
          cites: [rules("booking on the internet", "interpretation")],
          gap: true,
        },
        {
          // First and repeat visits in one row: an emergency does not wait until its kind is known.
          id: "BK-7",
          when: { fact: "visit.emergency", operator: "equal", value: true },
          then: "admit-immediately",
          cites: [rules("booking at reception, emergencies"), rules("booking a repeat visit")],
        },
        {
          id: "BK-2-refused",
          when: {
            all: [
              { fact: "visit.kind", operator: "equal", value: "first" },
              {
                fact: "decision.permittedChannels",
                operator: "doesNotContain",
                value: ref("request.channel"),
              },
            ],
          },
          then: "refuse-channel",
          // The ways are listed; that no other is meant is our reading, for repeat visits hardly in doubt.
          cites: [rules("opening part, paragraph 2", "interpretation")],
        },
        {
          id: "BK-9-refused",
          when: {
            all: [
              { fact: "visit.kind", operator: "equal", value: "repeat" },
              {
                fact: "decision.permittedChannels",
                operator: "doesNotContain",
                value: ref("request.channel"),
              },
            ],
          },
          then: "refuse-channel",
          cites: [rules("booking a repeat visit", "likely")],
        },
        {
          id: "RD-1",
          when: {
            all: [
              { fact: "request.channel", operator: "equal", value: "reception" },
              { fact: "patient.documentsAccepted", operator: "equal", value: false },
            ],
          },
          then: "ask-for-documents",
          cites: [rules("opening part, paragraphs 3 and 4")],
        },
        {
          id: "BK-3",
          when: { fact: "patient.registeredInMis", operator: "equal", value: false },
          then: "register-in-mis",
          cites: [rules("booking at reception")],
        },
        {
          id: "BK-4",
          when: { fact: "slots.freeOnWantedDays", operator: "greaterThan", value: 0 },
          then: "book-slot",
          cites: [rules("booking at reception")],
        },
        {
          id: "BK-5-elsewhere",
          when: { fact: "request.channel", operator: "in", value: ["website", "practitioner"] },
          then: "add-to-waitlist",
          cites: [rules("working through the waitlist", "interpretation")],
          gap: true,
        },
      ],
      otherwise: {
        id: "BK-5",
        then: "add-to-waitlist",
        cites: [rules("booking at reception"), rules("working through the waitlist")],
      },
    },
    {
      decides: "alsoDo",
      hitPolicy: "collect",
      cases: [
        {
          id: "BK-7-ambulance",
          when: {
            all: [
              { fact: "visit.emergency", operator: "equal", value: true },
              { fact: "visit.kind", operator: "equal", value: "first" },
            ],
          },
          then: ["call-ambulance"],
          cites: [rules("booking at reception, emergencies")],
        },
        {
          // The ambulance stands under first visits only: reading it into repeat visits is the safe side.
          id: "BK-10-ambulance",
          when: {
            all: [
              { fact: "visit.emergency", operator: "equal", value: true },
              { fact: "visit.kind", operator: "equal", value: "repeat" },
            ],
          },
          then: ["call-ambulance"],
          cites: [rules("booking a repeat visit", "interpretation")],
          gap: true,
        },
      ],
    },
    {
      decides: "tellPatient",
      hitPolicy: "collect",
      cases: [
        {
          id: "BK-6",
          when: { fact: "decision.action", operator: "equal", value: "book-slot" },
          then: ["practitioner-full-name", "clinic-address", "appointment-date", "appointment-time"],
          cites: [rules("booking at reception")],
        },
      ],
    },
  ],
  remarks: [
    { id: "BK-1", cites: [rules("opening part, paragraph 1")] },
    {
      id: "BK-2-one-name",
      about: "conflict",
      cites: [rules("opening part, paragraph 2"), rules("booking at reception"), rules("booking by phone")],
    },
    {
      id: "BK-3-elsewhere",
      about: "gap",
      cites: [
        rules("booking on the internet", "interpretation"),
        rules("booking a repeat visit", "interpretation"),
      ],
    },
    { id: "BK-4-days", cites: [rules("booking at reception")] },
    {
      id: "BK-5-entry",
      about: "conflict",
      cites: [rules("booking at reception"), rules("working through the waitlist")],
    },
    { id: "BK-8", cites: [rules("booking by phone")] },
    { id: "BK-8-papers", about: "gap", cites: [rules("booking by phone", "interpretation")] },
  ],
});

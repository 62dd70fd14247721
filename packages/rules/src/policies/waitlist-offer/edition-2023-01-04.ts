import { citing, defineEdition, ref, weekdayOf } from "../../language/index.js";
import { vocabulary } from "./vocabulary.js";

const rules = citing("booking-rules");
const waitlist = "working through the waitlist";
const reception = "booking at reception";

export const waitlistOfferFrom20230104 = defineEdition(vocabulary, {
  inForceFrom: "2023-01-04",
  source: rules(waitlist),
  tables: [
    { decides: "slotWeekday", is: weekdayOf(ref("slot.day")) },
    {
      // One comparison a case, so that each reason says which side of the wish is not met.
      decides: "refusals",
      hitPolicy: "collect",
      cases: [
        {
          id: "WL-2-free",
          when: { fact: "slot.free", operator: "equal", value: false },
          then: ["slot-not-free"],
        },
        {
          id: "WL-2-past-day",
          when: { fact: "slot.day", operator: "lessThan", value: ref("offer.day") },
          then: ["slot-in-the-past"],
          cites: [rules(waitlist, "interpretation")],
        },
        {
          id: "WL-2-past-time",
          when: {
            all: [
              { fact: "slot.day", operator: "equal", value: ref("offer.day") },
              { fact: "slot.time", operator: "lessThanInclusive", value: ref("offer.time") },
            ],
          },
          then: ["slot-in-the-past"],
          cites: [rules(waitlist, "interpretation")],
        },
        {
          id: "WL-2-length",
          when: {
            fact: "slot.durationMinutes",
            operator: "lessThan",
            value: ref("entry.durationMinutes"),
          },
          then: ["slot-too-short"],
          cites: [rules(waitlist, "interpretation")],
        },
        {
          id: "WL-2-specialty",
          when: { fact: "slot.specialty", operator: "notEqual", value: ref("entry.specialty") },
          then: ["other-specialty"],
          cites: [rules(waitlist, "interpretation")],
        },
        {
          id: "WL-2-practitioner",
          when: {
            all: [
              { fact: "entry.practitioner", operator: "notEqual", value: "any" },
              { fact: "slot.practitioner", operator: "notEqual", value: ref("entry.practitioner") },
            ],
          },
          then: ["other-practitioner"],
          cites: [rules(waitlist, "interpretation")],
        },
        {
          id: "WL-2-from",
          when: { fact: "slot.day", operator: "lessThan", value: ref("entry.from") },
          then: ["outside-dates"],
          cites: [rules(waitlist, "likely"), rules(reception, "likely")],
        },
        {
          id: "WL-2-to",
          when: { fact: "slot.day", operator: "greaterThan", value: ref("entry.to") },
          then: ["outside-dates"],
          cites: [rules(waitlist, "likely"), rules(reception, "likely")],
        },
        {
          id: "WL-2-weekday",
          when: {
            fact: "entry.weekdays",
            operator: "doesNotContain",
            value: ref("decision.slotWeekday"),
          },
          then: ["other-weekday"],
          cites: [rules(waitlist, "likely"), rules(reception, "likely")],
        },
        {
          id: "WL-2-earliest",
          when: { fact: "slot.time", operator: "lessThan", value: ref("entry.earliestTime") },
          then: ["outside-hours"],
          cites: [rules(waitlist, "likely")],
        },
        {
          id: "WL-2-latest",
          when: { fact: "slot.time", operator: "greaterThanInclusive", value: ref("entry.latestTime") },
          then: ["outside-hours"],
          // That no slot suits which starts when the hours end is ours.
          cites: [rules(waitlist, "interpretation")],
        },
        {
          id: "WL-3-waiting",
          when: { fact: "entry.state", operator: "notEqual", value: "waiting" },
          then: ["entry-not-waiting"],
          cites: [rules(waitlist, "interpretation")],
        },
      ],
    },
    {
      decides: "offerable",
      hitPolicy: "first",
      cases: [
        {
          id: "WL-2-refused",
          when: { fact: "decision.refusals", operator: "isEmpty", value: false },
          then: false,
        },
      ],
      otherwise: { id: "WL-2", then: true },
    },
  ],
  remarks: [
    { id: "WL-1", cites: [rules(waitlist), rules(reception)] },
    { id: "WL-2-call", cites: [rules(waitlist)] },
    { id: "WL-2-wish", about: "gap", cites: [rules(waitlist, "interpretation")] },
    { id: "WL-3", about: "gap", cites: [rules(waitlist, "interpretation")] },
    { id: "WL-3-after-call", about: "gap", cites: [rules(waitlist, "interpretation")] },
  ],
});

import { shippedPolicy, ref } from "../../language/index.js";
import { waitlistOfferFrom20230104 } from "./edition-2023-01-04.js";
import { vocabulary } from "./vocabulary.js";

const defined = shippedPolicy({
  id: "waitlist-offer",
  title: "Offering a free slot to the waitlist",
  question: "May this free slot be offered to this entry on the waitlist?",
  jurisdiction: "RU",
  datedBy: "slot.day",
  locales: ["en", "fr", "ru"],
  ...vocabulary,
  editions: [waitlistOfferFrom20230104],
  laws: [
    {
      id: "nothing-past",
      label: "Nothing in the past is offered.",
      never: {
        all: [
          { fact: "decision.offerable", operator: "equal", value: true },
          {
            any: [
              { fact: "slot.day", operator: "lessThan", value: ref("offer.day") },
              {
                all: [
                  { fact: "slot.day", operator: "equal", value: ref("offer.day") },
                  { fact: "slot.time", operator: "lessThanInclusive", value: ref("offer.time") },
                ],
              },
            ],
          },
        ],
      },
    },
    {
      id: "only-free-slots",
      label: "A slot that is not free is never offered.",
      never: {
        all: [
          { fact: "decision.offerable", operator: "equal", value: true },
          { fact: "slot.free", operator: "equal", value: false },
        ],
      },
    },
    {
      id: "only-waiting-entries",
      label: "An entry that is not waiting is never offered anything.",
      never: {
        all: [
          { fact: "decision.offerable", operator: "equal", value: true },
          { fact: "entry.state", operator: "notEqual", value: "waiting" },
        ],
      },
    },
    {
      id: "long-enough",
      label: "A slot shorter than the visit asked for is never offered.",
      never: {
        all: [
          { fact: "decision.offerable", operator: "equal", value: true },
          { fact: "slot.durationMinutes", operator: "lessThan", value: ref("entry.durationMinutes") },
        ],
      },
    },
    {
      id: "any-practitioner-suits",
      label: "Nobody who takes any practitioner is refused a slot because of the practitioner.",
      never: {
        all: [
          { fact: "entry.practitioner", operator: "equal", value: "any" },
          { fact: "decision.refusals", operator: "contains", value: "other-practitioner" },
        ],
      },
    },
    {
      id: "no-hours-no-offer",
      label: "An entry whose hours leave no time at all is never offered anything.",
      never: {
        all: [
          { fact: "decision.offerable", operator: "equal", value: true },
          {
            fact: "entry.earliestTime",
            operator: "greaterThanInclusive",
            value: ref("entry.latestTime"),
          },
        ],
      },
    },
    {
      id: "no-days-no-offer",
      label: "An entry whose last day lies before its first is never offered anything.",
      never: {
        all: [
          { fact: "decision.offerable", operator: "equal", value: true },
          { fact: "entry.to", operator: "lessThan", value: ref("entry.from") },
        ],
      },
    },
    {
      id: "no-weekday-no-offer",
      label: "An entry without a weekday is never offered anything.",
      never: {
        all: [
          { fact: "decision.offerable", operator: "equal", value: true },
          { fact: "entry.weekdays", operator: "isEmpty", value: true },
        ],
      },
    },
    {
      id: "no-offer-after-last-day",
      label: "Once the last day of an entry is over, it is never offered anything.",
      never: {
        all: [
          { fact: "decision.offerable", operator: "equal", value: true },
          { fact: "entry.to", operator: "lessThan", value: ref("offer.day") },
        ],
      },
    },
    {
      id: "longer-slot-suits-too",
      label: "A longer slot is never less suitable.",
      monotone: { moreOf: "slot.durationMinutes", neverMeans: "less", of: "offerable" },
    },
    {
      id: "longer-visit-suits-no-better",
      label: "Asking for a longer visit never makes a slot more suitable.",
      monotone: { moreOf: "entry.durationMinutes", neverMeans: "more", of: "offerable" },
    },
    {
      id: "more-weekdays-suit-too",
      label: "Being able to come on one weekday more never costs a patient an offer.",
      monotone: { moreOf: "entry.weekdays", neverMeans: "more", of: "refusals" },
    },
    {
      id: "later-last-day-suits-too",
      label: "A later last day never costs a patient an offer.",
      monotone: { moreOf: "entry.to", neverMeans: "more", of: "refusals" },
    },
    {
      id: "later-first-day-suits-no-better",
      label: "A later first day never brings a patient an offer.",
      monotone: { moreOf: "entry.from", neverMeans: "less", of: "refusals" },
    },
    {
      id: "waiting-never-helps",
      label: "Offering a slot a day later never makes it more suitable.",
      monotone: { moreOf: "offer.day", neverMeans: "less", of: "refusals" },
    },
  ],
});

type Defined = typeof defined;
/** The type of the policy, under a name of its own. */
export interface WaitlistOffer extends Defined {}

/** Whether a free slot may be offered to an entry on the waitlist, and every reason against it. */
export const waitlistOffer: WaitlistOffer = defined;

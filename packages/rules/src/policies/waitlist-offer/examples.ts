import { defineExamples, type FactsOf } from "../../language/index.js";
import { waitlistOffer } from "./policy.js";

type Facts = FactsOf<typeof waitlistOffer>;

const offer = { day: "2026-03-02", time: "10:00" } satisfies Facts["offer"];

const entry = {
  specialty: "dermatology",
  practitioner: "any",
  from: "2026-03-02",
  to: "2026-03-13",
  weekdays: ["monday", "wednesday", "friday"],
  earliestTime: "09:00",
  latestTime: "12:00",
  durationMinutes: 30,
  state: "waiting",
} satisfies Facts["entry"];

/** A Wednesday. */
const slot = {
  specialty: "dermatology",
  practitioner: "practitioner-1",
  day: "2026-03-04",
  time: "09:30",
  durationMinutes: 30,
  free: true,
} satisfies Facts["slot"];

// A slot that suits in every respect. Each example changes one thing in it.
const suitable = { offer, entry, slot } satisfies Facts;

const firstDayInForce = {
  offer: { day: "2023-01-03", time: "10:00" },
  entry: { ...entry, from: "2023-01-04", to: "2023-01-04" },
  slot: { ...slot, day: "2023-01-04" },
} satisfies Facts;

export const waitlistOfferExamples = defineExamples(waitlistOffer, [
  {
    shows: "A free slot that suits in every respect may be offered.",
    facts: suitable,
    expect: { offerable: true, refusals: [] },
    cases: ["WL-2"],
  },
  {
    shows: "On the first day in force a slot may be offered.",
    facts: firstDayInForce,
    expect: { offerable: true, refusals: [] },
    cases: ["WL-2"],
  },
  {
    shows: "A slot that is taken or proposed to somebody is not offered.",
    facts: { ...suitable, slot: { ...slot, free: false } },
    expect: { offerable: false, refusals: ["slot-not-free"] },
    cases: ["WL-2-free", "WL-2-refused"],
  },

  // The moment of the offer.
  {
    shows: "A slot of the day before the offer is over.",
    facts: { ...suitable, offer: { ...offer, day: "2026-03-05" } },
    expect: { offerable: false, refusals: ["slot-in-the-past"] },
    cases: ["WL-2-past-day"],
  },
  {
    shows: "A slot that starts at the very moment of the offer is in the past.",
    facts: { ...suitable, offer: { day: "2026-03-04", time: "09:30" } },
    expect: { offerable: false, refusals: ["slot-in-the-past"] },
    cases: ["WL-2-past-time"],
  },
  {
    shows: "A slot that started earlier on the day of the offer is in the past.",
    facts: { ...suitable, offer: { day: "2026-03-04", time: "09:31" } },
    expect: { offerable: false, refusals: ["slot-in-the-past"] },
    cases: ["WL-2-past-time"],
  },
  {
    shows: "A slot that starts a minute after the moment of the offer may be offered.",
    facts: { ...suitable, offer: { day: "2026-03-04", time: "09:29" } },
    expect: { offerable: true, refusals: [] },
  },
  {
    shows: "A slot of the next day may be offered at any time of day.",
    facts: { ...suitable, offer: { day: "2026-03-03", time: "23:59" } },
    expect: { offerable: true, refusals: [] },
  },

  // The length.
  {
    shows: "A slot a minute shorter than the visit asked for is too short.",
    facts: { ...suitable, slot: { ...slot, durationMinutes: 29 } },
    expect: { offerable: false, refusals: ["slot-too-short"] },
    cases: ["WL-2-length"],
  },
  {
    shows: "A slot longer than the visit asked for suits.",
    facts: { ...suitable, slot: { ...slot, durationMinutes: 31 } },
    expect: { offerable: true, refusals: [] },
  },

  // Specialty and practitioner.
  {
    shows: "A slot of another specialty does not suit.",
    facts: { ...suitable, slot: { ...slot, specialty: "cosmetology" } },
    expect: { offerable: false, refusals: ["other-specialty"] },
    cases: ["WL-2-specialty"],
  },
  {
    shows: "A patient who asked for another practitioner is not offered the slot.",
    facts: { ...suitable, entry: { ...entry, practitioner: "practitioner-2" } },
    expect: { offerable: false, refusals: ["other-practitioner"] },
    cases: ["WL-2-practitioner"],
  },
  {
    shows: "A patient who asked for this practitioner may be offered the slot.",
    facts: { ...suitable, entry: { ...entry, practitioner: "practitioner-1" } },
    expect: { offerable: true, refusals: [] },
  },

  // The days.
  {
    shows: "A slot on the day before the first day that suits is outside the dates.",
    facts: { ...suitable, entry: { ...entry, from: "2026-03-05" } },
    expect: { offerable: false, refusals: ["outside-dates"] },
    cases: ["WL-2-from"],
  },
  {
    shows: "A slot on the only day that suits may be offered.",
    facts: { ...suitable, entry: { ...entry, from: "2026-03-04", to: "2026-03-04" } },
    expect: { offerable: true, refusals: [] },
  },
  {
    shows: "A slot on the day after the last day that suits is outside the dates.",
    facts: { ...suitable, entry: { ...entry, to: "2026-03-03" } },
    expect: { offerable: false, refusals: ["outside-dates"] },
    cases: ["WL-2-to"],
  },
  {
    shows: "A slot on a Wednesday does not suit a patient who cannot come on Wednesdays.",
    facts: { ...suitable, entry: { ...entry, weekdays: ["monday", "tuesday", "thursday", "sunday"] } },
    expect: { offerable: false, refusals: ["other-weekday"] },
    cases: ["WL-2-weekday"],
  },
  {
    shows: "A slot on a Wednesday suits a patient who can come on Wednesdays only.",
    facts: { ...suitable, entry: { ...entry, weekdays: ["wednesday"] } },
    expect: { offerable: true, refusals: [] },
  },

  // The hours.
  {
    shows: "A slot that starts a minute before the hours that suit is outside them.",
    facts: { ...suitable, slot: { ...slot, time: "08:59" } },
    expect: { offerable: false, refusals: ["outside-hours"] },
    cases: ["WL-2-earliest"],
  },
  {
    shows: "A slot that starts with the hours that suit may be offered.",
    facts: { ...suitable, slot: { ...slot, time: "09:00" } },
    expect: { offerable: true, refusals: [] },
  },
  {
    shows: "A slot that starts in the last minute of the hours that suit may be offered.",
    facts: { ...suitable, slot: { ...slot, time: "11:59" } },
    expect: { offerable: true, refusals: [] },
  },
  {
    shows: "A slot that starts when the hours that suit end is outside them.",
    facts: { ...suitable, slot: { ...slot, time: "12:00" } },
    expect: { offerable: false, refusals: ["outside-hours"] },
    cases: ["WL-2-latest"],
  },

  // The entry.
  {
    shows: "An entry that has a proposal already is not offered another slot.",
    facts: { ...suitable, entry: { ...entry, state: "proposed" } },
    expect: { offerable: false, refusals: ["entry-not-waiting"] },
    cases: ["WL-3-waiting"],
  },
  {
    shows: "Every reason against an offer is named.",
    facts: {
      offer: { day: "2026-03-05", time: "10:00" },
      entry: {
        specialty: "cosmetology",
        practitioner: "practitioner-2",
        from: "2026-03-06",
        to: "2026-03-13",
        weekdays: ["monday"],
        earliestTime: "14:00",
        latestTime: "18:00",
        durationMinutes: 45,
        state: "withdrawn",
      },
      slot: { ...slot, free: false },
    },
    expect: {
      offerable: false,
      refusals: [
        "slot-not-free",
        "slot-in-the-past",
        "slot-too-short",
        "other-specialty",
        "other-practitioner",
        "outside-dates",
        "other-weekday",
        "outside-hours",
        "entry-not-waiting",
      ],
    },
  },

  // What is settled before everything is known.
  {
    shows: "Hours that end when they begin leave no slot, whenever it starts.",
    facts: { entry: { earliestTime: "12:00", latestTime: "12:00" }, slot: { day: "2026-03-04" } },
    expect: { offerable: false },
    cases: ["WL-2-refused"],
  },
  {
    shows: "Dates that end before they begin leave no slot, whatever its day.",
    facts: { entry: { from: "2026-03-05", to: "2026-03-04" } },
    expect: { offerable: false },
    cases: ["WL-2-refused"],
  },
  {
    shows: "An entry that ended before the day of the offer leaves no slot, whatever its day.",
    facts: { offer: { day: "2026-03-05" }, entry: { to: "2026-03-04" } },
    expect: { offerable: false },
    cases: ["WL-2-refused"],
  },
  {
    shows: "A slot that is not free is offered to nobody, whatever the entry says.",
    facts: { slot: { day: "2026-03-04", free: false } },
    expect: { offerable: false },
    cases: ["WL-2-refused"],
  },
]);

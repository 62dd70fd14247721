import { shippedLocale } from "../../language/index.js";
import { waitlistOffer } from "./policy.js";

export const waitlistOfferEn = shippedLocale(waitlistOffer, {
  locale: "en",
  cases: {
    "WL-2-free": "The slot is not free: it is taken, or proposed to somebody.",
    "WL-2-past-day": "The day of the slot is over at the moment of the offer.",
    "WL-2-past-time": "The slot is on the day of the offer and does not start after the moment of the offer.",
    "WL-2-length": "The slot is shorter than the visit asked for.",
    "WL-2-specialty": "The slot is of another specialty than the one asked for.",
    "WL-2-practitioner": "The patient asked for a certain practitioner, and the slot is with another one.",
    "WL-2-from": "The slot lies before the first day that suits the patient.",
    "WL-2-to": "The slot lies after the last day that suits the patient.",
    "WL-2-weekday": "The slot falls on a weekday that does not suit the patient.",
    "WL-2-earliest": "The slot starts before the hours that suit the patient.",
    "WL-2-latest": "The slot starts when the hours that suit the patient are over.",
    "WL-3-waiting": "The entry is not waiting: it has a proposal already, or has left the list.",
    "WL-2-refused": "There is a reason against the offer: the slot is not offered to this entry.",
    "WL-2": "The slot is free and suits the entry: the contact centre may offer it.",
  },
  remarks: {
    "WL-1":
      "When the schedule has no free slot, a patient may leave an entry on the waitlist through the contact centre.",
    "WL-2-call":
      "The contact centre calls the patient with the exact date and time, and books only what the patient agrees to on the phone.",
    "WL-2-wish":
      "The rules do not say what an entry states: specialty, practitioner, length, days and hours are our reading.",
    "WL-3":
      "The rules do not say whose turn it is: we go by priority, then by the moment the entry was made, then by its number, and give each entry the earliest slot that suits it.",
    "WL-3-after-call":
      "The rules do not say what follows when a patient turns a slot down or is not reached: we put the entry back on the list, unless the patient leaves it.",
  },
  values: {
    "slot-not-free": "slot not free",
    "slot-in-the-past": "slot in the past",
    "slot-too-short": "slot too short",
    "other-specialty": "another specialty",
    "other-practitioner": "another practitioner",
    "outside-dates": "outside the dates of the entry",
    "other-weekday": "another weekday",
    "outside-hours": "outside the hours of the entry",
    "entry-not-waiting": "entry not waiting",
    waiting: "waiting",
    proposed: "slot proposed",
    booked: "booked",
    declined: "declined, off the list",
    withdrawn: "withdrawn",
    expired: "expired",
    monday: "Monday",
    tuesday: "Tuesday",
    wednesday: "Wednesday",
    thursday: "Thursday",
    friday: "Friday",
    saturday: "Saturday",
    sunday: "Sunday",
  },
});

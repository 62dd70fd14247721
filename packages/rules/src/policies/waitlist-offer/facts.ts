import { boolean, date, integer, oneOf, text, time, weekdaySet } from "../../language/index.js";

const declared = {
  offer: {
    /** Day of the offer, in the clinic's zone. */
    day: date({ label: "day of the offer", holder: "desk", privacy: "internal" }),
    /** Time of the offer, in the clinic's zone. */
    time: time({ label: "time of the offer", holder: "desk", privacy: "internal" }),
  },
  // What somebody wishes to be treated for, and by whom, tells of their health.
  entry: {
    /** The specialty asked for, in the same words as `slot.specialty`. */
    specialty: text({ label: "specialty asked for", holder: "desk", privacy: "health" }),
    /** The practitioner asked for, named as in `slot.practitioner`; `any` for whoever is free. */
    practitioner: text({
      label: "practitioner asked for (any: no preference)",
      holder: "desk",
      privacy: "health",
    }),
    /** First day that suits the patient. */
    from: date({ label: "first day that suits the patient", holder: "desk", privacy: "personal" }),
    /** Last day that suits the patient, included. Where it lies before `entry.from`, no day suits. */
    to: date({ label: "last day that suits the patient", holder: "desk", privacy: "personal" }),
    /** Weekdays that suit the patient. */
    weekdays: weekdaySet({ label: "weekdays that suit the patient", holder: "desk", privacy: "personal" }),
    /** A slot that starts at this time suits the patient, an earlier one does not. */
    earliestTime: time({
      label: "start of the hours that suit the patient",
      holder: "desk",
      privacy: "personal",
    }),
    /** A slot that starts at this time no longer suits. Where it is not after `earliestTime`, no time suits. */
    latestTime: time({
      label: "end of the hours that suit the patient",
      holder: "desk",
      privacy: "personal",
    }),
    /** How long the visit takes. */
    durationMinutes: integer({
      label: "length of the visit asked for",
      holder: "desk",
      privacy: "personal",
      unit: "minutes",
      min: 1,
    }),
    /** Where the entry stands. Only one that is waiting may be offered a slot. */
    state: oneOf(["waiting", "proposed", "booked", "declined", "withdrawn", "expired"], {
      label: "state of the entry",
      holder: "desk",
      privacy: "personal",
    }),
  },
  slot: {
    /** Specialty of the slot. */
    specialty: text({ label: "specialty of the slot", holder: "MIS", privacy: "internal" }),
    /** Who receives the patient. */
    practitioner: text({ label: "practitioner of the slot", holder: "MIS", privacy: "internal" }),
    /** Day of the slot, in the clinic's zone. It selects the edition, and its weekday follows from it. */
    day: date({ label: "day of the slot", holder: "MIS", privacy: "internal" }),
    /** Time the slot starts, in the clinic's zone. */
    time: time({ label: "start of the slot", holder: "MIS", privacy: "internal" }),
    /** How long the slot is. */
    durationMinutes: integer({
      label: "length of the slot",
      holder: "MIS",
      privacy: "internal",
      unit: "minutes",
      min: 1,
    }),
    /** Nobody has the slot. One that is proposed to somebody is not free. */
    free: boolean({ label: "the slot is free", holder: "MIS", privacy: "internal" }),
  },
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface WaitlistOfferFacts extends Declared {}

export const facts: WaitlistOfferFacts = declared;

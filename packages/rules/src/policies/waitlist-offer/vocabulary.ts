import { boolean, defineVocabulary, oneOf, setOf, weekdays } from "../../language/index.js";
import { bookingRules } from "../booking-rules.js";
import { facts } from "./facts.js";

const declared = {
  /** Whether the contact centre may offer the slot to the patient of this entry. */
  offerable: boolean({ label: "the slot may be offered" }),
  /** Why the slot is not offered to this entry; all reasons. */
  refusals: setOf(
    [
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
    { label: "reasons against the offer" },
  ),
  /** The weekday `slot.day` falls on. */
  slotWeekday: oneOf(weekdays, { label: "weekday of the slot", internal: true }),
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface WaitlistOfferDecisions extends Declared {}

const decisions: WaitlistOfferDecisions = declared;

export const vocabulary = defineVocabulary({
  sources: { "booking-rules": bookingRules },
  facts,
  decisions,
  rates: {},
});

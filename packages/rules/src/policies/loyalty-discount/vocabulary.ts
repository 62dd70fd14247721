import { boolean, citing, defineVocabulary, integer, setOf } from "../../language/index.js";
import { insuranceAndLoyaltyGuide } from "../insurance-and-loyalty-guide.js";
import { facts } from "./facts.js";

const guide = citing("insurance-and-loyalty-guide");

const declared = {
  /** Whether the loyalty program is meant for the person treated. */
  entitled: boolean({ label: "the program is for this person", internal: true }),
  /** Why there is no discount; all reasons. The period is examined only for a person the program is meant for. */
  refusals: setOf(
    ["not-entitled", "outside-entitlement-period", "service-line-not-eligible", "covered-by-program"],
    { label: "reasons against the discount" },
  ),
  /** The discount on the price of the service, in percent; 0 where there is a reason against it. */
  discountPercent: integer({ min: 0, max: 100, label: "discount, in percent" }),
};

type Declared = typeof declared;
/** Named: published types keep the comments of a declaration only under a name. */
export interface LoyaltyDiscountDecisions extends Declared {}

const decisions: LoyaltyDiscountDecisions = declared;

export const vocabulary = defineVocabulary({
  sources: { "insurance-and-loyalty-guide": insuranceAndLoyaltyGuide },
  facts,
  decisions,
  rates: {
    /** What the program takes off the price. */
    loyaltyPercent: integer({
      min: 0,
      max: 100,
      label: "loyalty discount, in percent",
      rows: [{ from: "open", value: 7, cites: [guide("loyalty program")] }],
    }),
    /** The branches of care the discount is given on. */
    eligibleLines: setOf(facts.service.line.values, {
      label: "lines of service with a discount",
      rows: [
        {
          from: "open",
          value: ["therapeutic-dentistry", "implantology", "prosthodontics", "orthodontics"],
          cites: [
            guide("loyalty program"),
            guide("loyalty program, the Russian word for orthopaedics read as prosthodontics", "likely"),
          ],
        },
      ],
    }),
  },
});

import { shippedLocale } from "../../language/index.js";
import { loyaltyDiscount } from "./policy.js";

export const loyaltyDiscountEn = shippedLocale(loyaltyDiscount, {
  locale: "en",
  cases: {
    "LD-3-insured": "The program is for insured patients.",
    "LD-3-employee": "The program is for the employees of a legal entity under contract.",
    "LD-3-relative":
      "The program is for the husband, wife, son or daughter of an insured patient or of such an employee.",
    "LD-3-nobody-else": "The program is for nobody else.",
    "LD-3":
      "The discount is for insured patients, the employees of a legal entity under contract, and the husband, wife, son or daughter of either.",
    "LD-4-not-yet": "On the day of the service the insurance policy or the contract does not run yet.",
    "LD-4-no-longer": "On the day of the service the insurance policy or the contract runs no longer.",
    "LD-1-other-line": "The discount is given on these lines of service only: {rate.eligibleLines}.",
    "LD-2": "The service is in the insurance program; the discount is only for services outside the program.",
    "LD-1-no-discount": "There is a reason against the discount, so none is given.",
    "LD-1": "The loyalty program takes {rate.loyaltyPercent}% off the price of the service.",
  },
  remarks: {
    "LD-1-prosthodontics":
      "The guide's Russian word for orthopaedics is the dental one: crowns, bridges and dentures, here called prosthodontics.",
    "LD-1-neighbours":
      "The guide does not say whether surgery for an implant, gum treatment or hygiene counts among the services it names; each is taken as a line of its own, without a discount.",
    "LD-1-other-discounts":
      "The guide does not say whether the discount may be combined with another one; only this one is decided here.",
    "LD-2-whose-program":
      "The guide does not say whose program counts when a relative is treated; the program of the person treated is looked at.",
    "LD-3-which-insured":
      "The guide does not say whether the insurer must be one that works with the clinic; whoever has voluntary medical insurance is taken as insured.",
    "LD-3-which-relatives":
      "The guide names husband, wife, son and daughter and says nothing of other relatives, stepchildren or unmarried partners; its list is taken as complete.",
    "LD-4-whose-period":
      "The guide does not say whose period counts for a relative; it is the period of the insured patient's policy or of the employer's contract.",
  },
  values: {
    insured: "an insured patient",
    "corporate-employee": "an employee of a legal entity under contract",
    relative: "a relative",
    other: "other",
    husband: "husband",
    wife: "wife",
    son: "son",
    daughter: "daughter",
    "therapeutic-dentistry": "therapeutic dentistry",
    implantology: "implantology",
    prosthodontics: "prosthodontics",
    orthodontics: "orthodontics",
    surgery: "surgery",
    periodontics: "periodontics",
    hygiene: "hygiene",
    paediatrics: "paediatric dentistry",
    diagnostics: "diagnostics",
    "not-entitled": "the program is not for this person",
    "outside-entitlement-period": "the policy or contract does not run on that day",
    "service-line-not-eligible": "line of service without a discount",
    "covered-by-program": "covered by the insurance program",
  },
  valuesOf: {
    "beneficiary.kind": { other: "none of these" },
    "beneficiary.relation": { other: "another relation" },
    "beneficiary.relativeOf": { other: "somebody else" },
    "service.line": { other: "another line" },
  },
});

import { shippedPolicy, ref } from "../../language/index.js";
import { loyaltyDiscountOpen } from "./edition-open.js";
import { vocabulary } from "./vocabulary.js";

const defined = shippedPolicy({
  id: "loyalty-discount",
  title: "Loyalty discount",
  question: "Does this person get the loyalty discount on this service?",
  jurisdiction: "RU",
  datedBy: "service.on",
  locales: ["en", "fr", "ru"],
  ...vocabulary,
  editions: [loyaltyDiscountOpen],
  laws: [
    {
      id: "all-or-nothing",
      label: "The discount is the whole loyalty discount or nothing.",
      never: {
        all: [
          { fact: "decision.discountPercent", operator: "notEqual", value: 0 },
          { fact: "decision.discountPercent", operator: "notEqual", value: ref("rate.loyaltyPercent") },
        ],
      },
    },
    {
      id: "refused-means-nothing",
      label: "Where there is a reason against the discount, none is given.",
      never: {
        all: [
          { fact: "decision.refusals", operator: "isEmpty", value: false },
          { fact: "decision.discountPercent", operator: "greaterThan", value: 0 },
        ],
      },
    },
    {
      id: "not-refused-means-given",
      label: "Where there is no reason against the discount, it is given.",
      never: {
        all: [
          { fact: "decision.refusals", operator: "isEmpty", value: true },
          { fact: "decision.discountPercent", operator: "notEqual", value: ref("rate.loyaltyPercent") },
        ],
      },
    },
    {
      id: "nothing-on-what-is-covered",
      label: "No discount is given on what the insurance program covers.",
      never: {
        all: [
          { fact: "service.inProgram", operator: "equal", value: true },
          { fact: "decision.discountPercent", operator: "greaterThan", value: 0 },
        ],
      },
    },
    {
      id: "nothing-on-other-lines",
      label: "No discount is given on a line of service that is not in the list.",
      never: {
        all: [
          { fact: "service.line", operator: "notIn", value: ref("rate.eligibleLines") },
          { fact: "decision.discountPercent", operator: "greaterThan", value: 0 },
        ],
      },
    },
    {
      id: "nothing-to-strangers",
      label: "No discount is given to a person the program is not meant for.",
      never: {
        all: [
          {
            any: [
              { fact: "beneficiary.kind", operator: "equal", value: "other" },
              {
                all: [
                  { fact: "beneficiary.kind", operator: "equal", value: "relative" },
                  {
                    any: [
                      { fact: "beneficiary.relation", operator: "equal", value: "other" },
                      { fact: "beneficiary.relativeOf", operator: "equal", value: "other" },
                    ],
                  },
                ],
              },
            ],
          },
          { fact: "decision.discountPercent", operator: "greaterThan", value: 0 },
        ],
      },
    },
    {
      id: "nothing-outside-the-period",
      label: "No discount is given before the policy or contract begins or after it has ended.",
      never: {
        all: [
          {
            any: [
              { fact: "service.on", operator: "lessThan", value: ref("entitlement.from") },
              {
                all: [
                  { fact: "entitlement.openEnded", operator: "equal", value: false },
                  { fact: "service.on", operator: "greaterThan", value: ref("entitlement.to") },
                ],
              },
            ],
          },
          { fact: "decision.discountPercent", operator: "greaterThan", value: 0 },
        ],
      },
    },
    {
      id: "later-start-never-helps",
      label: "A policy or contract that begins later never gives more discount.",
      monotone: { moreOf: "entitlement.from", neverMeans: "more", of: "discountPercent" },
    },
    {
      id: "later-end-never-hurts",
      label: "A policy or contract that ends later never gives less discount.",
      monotone: { moreOf: "entitlement.to", neverMeans: "less", of: "discountPercent" },
    },
    {
      id: "open-end-never-hurts",
      label: "An open-ended policy or contract never gives less discount than one that ends.",
      monotone: { moreOf: "entitlement.openEnded", neverMeans: "less", of: "discountPercent" },
    },
  ],
});

type Defined = typeof defined;
/** The type of the policy, under a name of its own. */
export interface LoyaltyDiscount extends Defined {}

/** The loyalty discount: for whom, on which services, and when. */
export const loyaltyDiscount: LoyaltyDiscount = defined;

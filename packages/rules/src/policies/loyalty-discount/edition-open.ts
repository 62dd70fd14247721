import { citing, defineEdition, ref } from "../../language/index.js";
import { vocabulary } from "./vocabulary.js";

const guide = citing("insurance-and-loyalty-guide");

/** The guide bears no date. */
export const loyaltyDiscountOpen = defineEdition(vocabulary, {
  inForceFrom: "open",
  source: guide("loyalty program"),
  tables: [
    {
      decides: "entitled",
      hitPolicy: "first",
      cases: [
        {
          id: "LD-3-insured",
          when: { fact: "beneficiary.kind", operator: "equal", value: "insured" },
          then: true,
        },
        {
          id: "LD-3-employee",
          when: { fact: "beneficiary.kind", operator: "equal", value: "corporate-employee" },
          then: true,
        },
        {
          id: "LD-3-relative",
          when: {
            all: [
              { fact: "beneficiary.kind", operator: "equal", value: "relative" },
              {
                fact: "beneficiary.relation",
                operator: "in",
                value: ["husband", "wife", "son", "daughter"],
              },
              {
                fact: "beneficiary.relativeOf",
                operator: "in",
                value: ["insured", "corporate-employee"],
              },
            ],
          },
          then: true,
        },
      ],
      otherwise: { id: "LD-3-nobody-else", then: false },
    },
    {
      decides: "refusals",
      hitPolicy: "collect",
      cases: [
        {
          id: "LD-3",
          when: { fact: "decision.entitled", operator: "equal", value: false },
          then: ["not-entitled"],
        },
        {
          id: "LD-4-not-yet",
          when: {
            all: [
              { fact: "decision.entitled", operator: "equal", value: true },
              { fact: "service.on", operator: "lessThan", value: ref("entitlement.from") },
            ],
          },
          then: ["outside-entitlement-period"],
        },
        {
          id: "LD-4-no-longer",
          when: {
            all: [
              { fact: "decision.entitled", operator: "equal", value: true },
              { fact: "entitlement.openEnded", operator: "equal", value: false },
              { fact: "service.on", operator: "greaterThan", value: ref("entitlement.to") },
            ],
          },
          then: ["outside-entitlement-period"],
        },
        {
          id: "LD-1-other-line",
          when: { fact: "service.line", operator: "notIn", value: ref("rate.eligibleLines") },
          then: ["service-line-not-eligible"],
        },
        {
          id: "LD-2",
          when: { fact: "service.inProgram", operator: "equal", value: true },
          then: ["covered-by-program"],
        },
      ],
    },
    {
      decides: "discountPercent",
      hitPolicy: "first",
      cases: [
        {
          id: "LD-1-no-discount",
          when: { fact: "decision.refusals", operator: "isEmpty", value: false },
          then: 0,
        },
      ],
      otherwise: { id: "LD-1", then: ref("rate.loyaltyPercent") },
    },
  ],
  remarks: [
    { id: "LD-1-prosthodontics", cites: [guide("loyalty program", "likely")] },
    { id: "LD-1-neighbours", about: "gap", cites: [guide("loyalty program", "interpretation")] },
    { id: "LD-1-other-discounts", about: "gap", cites: [guide("loyalty program", "interpretation")] },
    { id: "LD-2-whose-program", about: "gap", cites: [guide("loyalty program", "interpretation")] },
    { id: "LD-3-which-insured", about: "gap", cites: [guide("loyalty program", "interpretation")] },
    { id: "LD-3-which-relatives", about: "gap", cites: [guide("loyalty program", "interpretation")] },
    { id: "LD-4-whose-period", about: "gap", cites: [guide("loyalty program", "interpretation")] },
  ],
});

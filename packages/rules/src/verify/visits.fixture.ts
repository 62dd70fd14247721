import { boolean, date, integer, oneOf, setOf } from "../language/index.js";
import { definePolicy } from "../language/policy.js";

const about = { label: "what the visitor says", holder: "desk", privacy: "internal" } as const;

/** A made-up policy without any finding but the gap it accepts: the tests plant one thing at a time in it. */
export const visits = definePolicy({
  id: "visits",
  title: "Visits",
  question: "May this visitor come in, and what does it cost?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en"],
  sources: { poster: { title: "Poster", kind: "house-rule", dated: true, checkedOn: "2026-01-01" } },
  facts: {
    visit: {
      on: date(about),
      by: oneOf(["foot", "car", "bike"], about),
      earlier: integer({ ...about, min: 0 }),
      announced: boolean(about),
      needs: setOf(["ramp", "charger"], about),
    },
  },
  decisions: {
    isRegular: boolean({ label: "a regular", internal: true }),
    fee: integer({ label: "fee" }),
    gives: setOf(["ramp", "charger", "permit"], { label: "what we give" }),
  },
  rates: {},
  editions: [
    {
      inForceFrom: "2026-01-01",
      source: { document: "poster", section: "1", confidence: "certain" },
      tables: [
        { decides: "isRegular", id: "V-1", is: { fact: "visit.earlier", operator: "greaterThan", value: 3 } },
        {
          decides: "fee",
          hitPolicy: "unique",
          cases: [
            {
              id: "V-2",
              when: {
                all: [
                  { fact: "visit.by", operator: "equal", value: "car" },
                  { fact: "decision.isRegular", operator: "equal", value: false },
                ],
              },
              then: 5,
            },
            { id: "V-3", when: { fact: "visit.by", operator: "equal", value: "bike" }, then: 1, gap: true },
          ],
          otherwise: { id: "V-4", then: 0 },
        },
        {
          decides: "gives",
          hitPolicy: "collect",
          cases: [
            { id: "V-5", then: { fact: "visit.needs" } },
            {
              id: "V-6",
              when: { fact: "visit.announced", operator: "equal", value: true },
              then: ["permit"],
            },
          ],
        },
      ],
    },
  ],
  laws: [
    {
      id: "walking-is-free",
      label: "Who comes on foot never pays.",
      never: {
        all: [
          { fact: "visit.by", operator: "equal", value: "foot" },
          { fact: "decision.fee", operator: "greaterThan", value: 0 },
        ],
      },
    },
  ],
  accepts: [{ finding: "gap-reachable", at: "V-3", reason: "The poster does not speak of bikes." }],
});

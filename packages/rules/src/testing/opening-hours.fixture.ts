import { boolean, citing, date, integer, oneOf, ref, setOf } from "../language/index.js";
import { definePolicy } from "../language/policy.js";

const sign = citing("sign");
const about = { holder: "desk", privacy: "internal" } as const;

/** An invented policy small enough to count its mutants by hand. */
export const openingHours = definePolicy({
  id: "opening-hours",
  title: "Opening hours",
  question: "May this person come in?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en"],
  sources: { sign: { title: "Sign", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
  facts: {
    visit: {
      on: date({ label: "day of the visit", ...about }),
      hour: integer({ min: 0, max: 23, label: "hour of the visit", ...about }),
    },
    staff: boolean({ label: "member of the staff", ...about }),
  },
  decisions: {
    refusals: setOf(["closed"], { label: "reasons against" }),
    entry: oneOf(["front", "back", "none"], { label: "door" }),
  },
  rates: {
    firstHour: integer({ label: "first hour", rows: [{ from: "2026-01-01", value: 8, cites: [sign("1")] }] }),
  },
  editions: [
    {
      inForceFrom: "2026-01-01",
      source: sign("whole"),
      tables: [
        {
          decides: "refusals",
          hitPolicy: "collect",
          cases: [
            {
              id: "OH-1",
              when: {
                all: [
                  { fact: "visit.hour", operator: "lessThan", value: ref("rate.firstHour") },
                  { fact: "staff", operator: "equal", value: false },
                ],
              },
              then: ["closed"],
              cites: [sign("1")],
            },
            {
              id: "OH-2",
              when: { fact: "visit.hour", operator: "greaterThan", value: 19 },
              then: ["closed"],
            },
          ],
        },
        {
          decides: "entry",
          hitPolicy: "first",
          cases: [
            {
              id: "OH-3",
              when: { fact: "decision.refusals", operator: "isEmpty", value: false },
              then: "none",
              gap: true,
            },
          ],
          otherwise: { id: "OH-4", then: "front" },
        },
      ],
    },
  ],
  laws: [
    {
      id: "refused-means-outside",
      label: "Whoever is refused has no door.",
      never: {
        all: [
          { fact: "decision.refusals", operator: "isEmpty", value: false },
          { fact: "decision.entry", operator: "notEqual", value: "none" },
        ],
      },
    },
  ],
});

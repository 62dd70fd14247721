import {
  amount,
  boolean,
  citing,
  date,
  defineLocale,
  definePolicy,
  oneOf,
  ref,
  setOf,
  time,
} from "@guichet/rules";

const poster = citing("poster");

export const visitorParking = definePolicy({
  id: "visitor-parking",
  title: "Visitor parking",
  question: "May this visitor park at the clinic, and for what fee?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en"],
  sources: {
    poster: { title: "Poster at the gate", kind: "house-rule", dated: true, checkedOn: "2026-11-21" },
  },
  facts: {
    visit: {
      on: date({ label: "day of the visit", holder: "desk", privacy: "internal" }),
      arrivesAt: time({ label: "time of arrival", holder: "patient", privacy: "internal" }),
      leavesAt: time({ label: "time of departure", holder: "patient", privacy: "internal" }),
      vehicle: oneOf(["car", "van", "motorcycle", "bicycle"], {
        label: "vehicle of the visitor",
        holder: "patient",
        privacy: "internal",
      }),
    },
  },
  given: [
    {
      id: "leaves-after-arriving",
      label: "A visit ends after it begins.",
      holds: { fact: "visit.arrivesAt", operator: "lessThan", value: ref("visit.leavesAt") },
    },
  ],
  decisions: {
    refusals: setOf(["before-opening", "after-closing", "too-large"], { label: "reasons against parking" }),
    mayPark: boolean({ label: "may park" }),
    feeCents: amount("EUR", { label: "fee" }),
  },
  rates: {
    visitFee: amount("EUR", {
      label: "fee for a visit",
      rows: [
        { from: "2025-01-01", value: 200, cites: [poster("3, price of 2025")] },
        { from: "2026-04-01", value: 250, cites: [poster("3, price of April 2026")] },
      ],
    }),
  },
  editions: [
    {
      inForceFrom: "2025-01-01",
      source: poster("1 to 3"),
      tables: [
        {
          decides: "refusals",
          hitPolicy: "collect",
          cases: [
            {
              id: "VP-1",
              when: { fact: "visit.arrivesAt", operator: "lessThan", value: "07:00" },
              then: ["before-opening"],
            },
            {
              id: "VP-2",
              when: { fact: "visit.leavesAt", operator: "greaterThan", value: "20:00" },
              then: ["after-closing"],
            },
            {
              id: "VP-3",
              when: { fact: "visit.vehicle", operator: "equal", value: "van" },
              then: ["too-large"],
            },
          ],
        },
        {
          decides: "mayPark",
          id: "VP-4",
          is: { fact: "decision.refusals", operator: "isEmpty", value: true },
        },
        {
          decides: "feeCents",
          hitPolicy: "first",
          cases: [
            {
              id: "VP-5",
              when: { fact: "decision.mayPark", operator: "equal", value: false },
              then: 0,
            },
            {
              id: "VP-6",
              when: { fact: "visit.vehicle", operator: "equal", value: "bicycle" },
              then: 0,
            },
            {
              id: "VP-7",
              when: { fact: "visit.vehicle", operator: "equal", value: "motorcycle" },
              then: 0,
              cites: [poster("3", "interpretation")],
              gap: true,
            },
          ],
          otherwise: { id: "VP-8", then: ref("rate.visitFee") },
        },
      ],
    },
  ],
  laws: [
    {
      id: "no-place-no-fee",
      label: "Nobody pays without a place.",
      never: {
        all: [
          { fact: "decision.mayPark", operator: "equal", value: false },
          { fact: "decision.feeCents", operator: "greaterThan", value: 0 },
        ],
      },
    },
  ],
});

export const visitorParkingEn = defineLocale(visitorParking, {
  locale: "en",
  cases: {
    "VP-1": "The car park opens at 07:00.",
    "VP-2": "The car park closes at 20:00.",
    "VP-3": "Vans are too large for the places.",
    "VP-4": "A visitor may park unless there is a reason against it.",
    "VP-5": "Without a place there is nothing to pay.",
    "VP-6": "Bicycles park free of charge.",
    "VP-7": "The poster names no price for motorcycles, so none is asked.",
    "VP-8": "A visit costs {rate.visitFee}.",
  },
  remarks: {},
  values: {
    car: "car",
    van: "van",
    motorcycle: "motorcycle",
    bicycle: "bicycle",
    "before-opening": "before the car park opens",
    "after-closing": "after the car park closes",
    "too-large": "vehicle too large",
  },
});

import {
  amount,
  boolean,
  citing,
  date,
  dateOrNone,
  integer,
  minus,
  oneOf,
  plus,
  ref,
  setOf,
  text,
  time,
  weekdayOf,
  weekdays,
  weekdaySet,
} from "../language/index.js";
import { definePolicy } from "../language/policy.js";

const poster = citing("poster");
const asked = { holder: "desk", privacy: "internal" } as const;
const vehicles = ["car", "bicycle", "coach"] as const;
const needs = ["charger", "wide-space", "shade"] as const;

/** An invented policy with every kind of table, expression, operator and rate: engines are compared on it. */
export const visitorParking = definePolicy({
  id: "visitor-parking",
  title: "Visitor parking",
  question: "May this visitor park, until when, and who pays?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en"],
  sources: { poster: { title: "Poster", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
  facts: {
    visit: {
      on: date({ label: "day of the visit", ...asked }),
      bookedOn: date({ label: "day of the booking", ...asked }),
      startsAt: time({ label: "start of the visit", ...asked }),
      endsAt: time({ label: "end of the visit", ...asked }),
      minutes: integer({ min: 0, max: 600, label: "length of the stay", unit: "minutes", ...asked }),
      vehicle: oneOf(vehicles, { label: "vehicle of the visitor", ...asked }),
      needs: setOf(needs, { label: "what the vehicle needs", ...asked }),
      badge: text({ label: "badge shown", ...asked }),
    },
    host: {
      vehicle: oneOf(vehicles, { label: "vehicle of the host", ...asked }),
      badge: text({ label: "badge of the host", ...asked }),
    },
    staff: boolean({ label: "visitor of the staff", ...asked }),
  },
  given: [
    {
      id: "booked-before",
      label: "the booking is not later than the visit",
      holds: { fact: "visit.bookedOn", operator: "lessThanInclusive", value: ref("visit.on") },
    },
    {
      id: "ends-later",
      label: "the visit ends after it starts",
      holds: { fact: "visit.endsAt", operator: "greaterThan", value: ref("visit.startsAt") },
    },
  ],
  decisions: {
    weekday: oneOf(weekdays, { label: "weekday of the visit" }),
    known: boolean({ label: "the visitor is known", internal: true }),
    refusals: setOf(["closed", "too-long", "too-late", "booked-too-early", "coach"], {
      label: "reasons against",
      default: [],
    }),
    missing: setOf(["charger", "wide-space", "shade"], { label: "what the place lacks", default: ["shade"] }),
    bookedInTime: boolean({ label: "booked in time", default: true }),
    until: dateOrNone({ label: "last day of the permit" }),
    payer: oneOf(["visitor", "host", "nobody"], { label: "who pays" }),
    feeCents: amount("EUR", { label: "fee" }),
    hostFeeCents: amount("EUR", { label: "fee of the host's own place", default: 0 }),
    reminder: boolean({ label: "remind the host" }),
    extra: integer({ label: "minutes granted on top", internal: true, default: 0 }),
  },
  rates: {
    feeCents: amount("EUR", {
      label: "fee",
      by: ["visit.vehicle"],
      rows: [
        { from: "2024-01-01", value: 200, cites: [poster("2")] },
        { for: ["bicycle"], from: "2024-01-01", value: 0, cites: [poster("2")] },
        { from: "2025-03-01", value: 250, cites: [poster("2, as of March")] },
      ],
    }),
    longestStay: integer({
      label: "longest stay",
      orNone: true,
      by: ["visit.vehicle", "host.vehicle"],
      rows: [
        { from: "2024-01-01", value: 240, cites: [poster("3")] },
        { for: ["coach"], from: "2024-01-01", value: "none", cites: [poster("3")] },
        { for: ["car", "bicycle"], from: "2024-01-01", value: 300, cites: [poster("3")] },
      ],
    }),
    lastDay: date({
      label: "last day of the trial",
      orNone: true,
      rows: [
        { from: "2024-01-01", value: "2024-05-31", cites: [poster("4")] },
        { from: "2024-07-01", value: "none", cites: [poster("4")] },
      ],
    }),
    closedOn: weekdaySet({
      label: "closed days",
      rows: [{ from: "2024-01-01", value: ["saturday", "sunday"], cites: [poster("1")] }],
    }),
  },
  editions: [
    {
      inForceFrom: "2024-01-01",
      source: poster("whole"),
      tables: [
        { decides: "weekday", id: "P-1", is: weekdayOf(ref("visit.on")) },
        {
          decides: "known",
          is: {
            any: [
              { fact: "staff", operator: "equal", value: true },
              { fact: "visit.badge", operator: "equal", value: ref("host.badge") },
              { fact: "visit.badge", operator: "in", value: ["B-7", "B-8"] },
            ],
          },
        },
        {
          decides: "refusals",
          hitPolicy: "collect",
          cases: [
            {
              id: "P-2-closed",
              when: { fact: "decision.weekday", operator: "in", value: ref("rate.closedOn") },
              then: ["closed"],
            },
            {
              id: "P-2-coach",
              when: {
                all: [
                  { fact: "rate.longestStay", operator: "equal", value: "none" },
                  { not: { fact: "visit.minutes", operator: "greaterThan", value: ref("rate.longestStay") } },
                ],
              },
              then: ["coach"],
            },
            {
              id: "P-2-long",
              when: { fact: "visit.minutes", operator: "greaterThan", value: ref("rate.longestStay") },
              then: ["too-long"],
            },
            {
              id: "P-2-late",
              when: {
                any: [
                  { fact: "visit.endsAt", operator: "greaterThan", value: "19:30" },
                  { not: { fact: "visit.startsAt", operator: "greaterThanInclusive", value: "07:00" } },
                ],
              },
              then: ["too-late", "too-long"],
            },
            {
              id: "P-2-trial",
              when: { fact: "visit.on", operator: "greaterThan", value: ref("rate.lastDay") },
              then: ["booked-too-early"],
            },
          ],
        },
        {
          decides: "missing",
          id: "P-3",
          onlyWhen: { fact: "visit.needs", operator: "isEmpty", value: false },
          is: minus(minus(ref("visit.needs"), ["shade"]), ["charger"]),
        },
        {
          decides: "bookedInTime",
          id: "P-4",
          onlyWhen: { not: { fact: "decision.known", operator: "equal", value: true } },
          is: { fact: "visit.bookedOn", operator: "lessThan", value: ref("visit.on") },
        },
        {
          decides: "until",
          hitPolicy: "first",
          cases: [
            {
              id: "P-5-refused",
              when: { fact: "decision.refusals", operator: "isEmpty", value: false },
              then: "none",
            },
            {
              id: "P-5-known",
              when: { fact: "decision.known", operator: "equal", value: true },
              then: plus(ref("visit.on"), "P1M"),
            },
            {
              id: "P-5-booked",
              when: { fact: "visit.on", operator: "greaterThanInclusive", value: "2024-02-29" },
              then: plus(plus(ref("visit.bookedOn"), "P1M"), "P8D"),
            },
          ],
          otherwise: { id: "P-5-day", then: ref("visit.on") },
        },
        {
          decides: ["payer", "feeCents"],
          hitPolicy: "unique",
          cases: [
            {
              id: "P-6-refused",
              when: {
                all: [
                  { fact: "decision.until", operator: "equal", value: "none" },
                  { fact: "decision.refusals", operator: "doesNotContain", value: "coach" },
                ],
              },
              then: { payer: "nobody", feeCents: 0 },
            },
            {
              id: "P-6-host",
              when: { fact: "decision.until", operator: "greaterThan", value: "2025-02-28" },
              then: { payer: "host", feeCents: ref("rate.feeCents") },
            },
          ],
          otherwise: { id: "P-6-visitor", then: { payer: "visitor", feeCents: ref("rate.feeCents") } },
        },
        {
          decides: "hostFeeCents",
          hitPolicy: "first",
          onlyWhen: { fact: "host.vehicle", operator: "notIn", value: ["coach"] },
          cases: [
            {
              id: "P-7-dear",
              when: {
                fact: "rate.feeCents",
                params: { by: ["host.vehicle"] },
                operator: "greaterThan",
                value: ref("decision.feeCents"),
              },
              then: { fact: "rate.feeCents", params: { by: ["host.vehicle"] } },
            },
          ],
          otherwise: { id: "P-7-same", then: ref("decision.feeCents") },
        },
        {
          decides: "reminder",
          hitPolicy: "first",
          cases: [
            {
              id: "P-8-missing",
              when: { fact: "decision.missing", operator: "contains", value: "wide-space" },
              then: { fact: "decision.payer", operator: "notEqual", value: "nobody" },
            },
          ],
          otherwise: { id: "P-8-none", then: ref("decision.bookedInTime") },
        },
      ],
    },
    {
      inForceFrom: "2025-07-01",
      source: poster("whole, second printing"),
      tables: [
        { decides: "weekday", id: "P-1", is: weekdayOf(plus(ref("visit.on"), "P1D")) },
        { decides: "extra", id: "P-9", onlyWhen: { fact: "staff", operator: "equal", value: true }, is: 30 },
        {
          decides: "refusals",
          hitPolicy: "collect",
          onlyWhen: { fact: "decision.extra", operator: "lessThan", value: 30 },
          cases: [{ id: "P-10", then: ["coach"] }],
        },
        { decides: "until", id: "P-11", is: "none" },
        {
          decides: ["payer", "feeCents"],
          hitPolicy: "first",
          cases: [{ id: "P-12-all", then: { payer: "host", feeCents: 100 } }],
          otherwise: { id: "P-12-never", then: { payer: "nobody", feeCents: 0 } },
        },
        { decides: "reminder", id: "P-13", is: false },
      ],
    },
  ],
});

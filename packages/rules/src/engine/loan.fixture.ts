import {
  amount,
  boolean,
  citing,
  date,
  dateOrNone,
  integer,
  oneOf,
  plus,
  ref,
  setOf,
  text,
} from "../language/index.js";
import { definePolicy } from "../language/policy.js";

const rules = citing("rules");
const notice = citing("notice");
const asked = { holder: "desk", privacy: "internal" } as const;

/** An invented policy in which one look tells every answer: loans of a ward's book trolley. */
export const loan = definePolicy({
  id: "book-loan",
  title: "Book loan",
  question: "May this book be lent, until when and at what fee?",
  jurisdiction: "FR",
  datedBy: "loan.on",
  locales: ["en", "fr", "ru"],
  sources: {
    rules: { title: "Rules of the trolley", kind: "house-rule", dated: true, checkedOn: "2025-06-30" },
    notice: { title: "Notice on the trolley", kind: "guidance", dated: false, checkedOn: "2024-02-29" },
  },
  facts: {
    loan: {
      on: date({ label: "day of the loan", ...asked }),
      backOn: date({ label: "day of the return", ...asked }),
      days: integer({ min: 0, max: 90, label: "days late", ...asked }),
    },
    reader: {
      kind: oneOf(["patient", "visitor", "staff"], {
        label: "kind of reader",
        holder: "patient",
        privacy: "personal",
      }),
      card: text({ label: "number of the card", holder: "patient", privacy: "personal" }),
      infectious: boolean({ label: "infectious", holder: "record", privacy: "health" }),
    },
    book: {
      kind: oneOf(["novel", "atlas"], { label: "kind of book", holder: "MIS", privacy: "public" }),
      marks: setOf(["torn", "wet", "signed"], { label: "marks in the book", ...asked }),
    },
  },
  given: [
    {
      id: "back-later",
      label: "A book comes back after it was lent.",
      holds: { fact: "loan.on", operator: "lessThanInclusive", value: ref("loan.backOn") },
    },
  ],
  decisions: {
    lent: boolean({ label: "lent" }),
    late: boolean({ label: "late", internal: true }),
    dueOn: date({ label: "due on" }),
    reminderOn: dateOrNone({ label: "reminder on" }),
    feeCents: amount("EUR", { label: "fee", default: 0 }),
    duties: setOf(["repair", "dry", "disinfect"], { label: "duties", default: [] }),
    shelf: oneOf(["ward", "store"], { label: "shelf" }),
  },
  rates: {
    lateFee: amount("EUR", {
      label: "late fee",
      by: ["reader.kind"],
      rows: [
        { from: "2024-01-01", value: 200, cites: [rules("3")] },
        { for: ["staff"], from: "2024-01-01", value: 0, cites: [rules("3, staff", "likely")] },
        { from: "2025-07-01", value: 250, cites: [rules("3, from July 2025")] },
      ],
    }),
  },
  editions: [
    {
      inForceFrom: "2024-01-01",
      source: rules("whole"),
      tables: [
        {
          decides: "lent",
          hitPolicy: "first",
          cases: [
            {
              id: "L-1-infectious",
              when: { fact: "reader.infectious", operator: "equal", value: true },
              then: false,
              cites: [notice("1", "interpretation")],
              gap: true,
            },
            { id: "L-1-atlas", when: { fact: "book.kind", operator: "equal", value: "atlas" }, then: false },
          ],
          otherwise: { id: "L-1-lent", then: true },
        },
        {
          decides: "late",
          is: { fact: "loan.days", operator: "greaterThan", value: 7 },
          cites: [rules("2")],
        },
        { decides: "dueOn", id: "L-2", is: plus(ref("loan.on"), "P1M") },
        {
          decides: "reminderOn",
          hitPolicy: "first",
          cases: [
            {
              id: "L-3-late",
              when: { fact: "decision.late", operator: "equal", value: true },
              then: ref("loan.backOn"),
            },
          ],
          otherwise: { id: "L-3-none", then: "none" },
        },
        {
          decides: "feeCents",
          id: "L-4",
          onlyWhen: { fact: "decision.late", operator: "equal", value: true },
          is: ref("rate.lateFee"),
        },
        {
          decides: "duties",
          hitPolicy: "collect",
          cases: [
            {
              id: "L-5-torn",
              when: { fact: "book.marks", operator: "contains", value: "torn" },
              then: ["repair"],
            },
            {
              id: "L-5-wet",
              when: { fact: "book.marks", operator: "contains", value: "wet" },
              then: ["dry", "repair"],
            },
            {
              id: "L-5-infectious",
              when: { fact: "reader.infectious", operator: "equal", value: true },
              then: ["disinfect"],
            },
          ],
        },
        { decides: "shelf", id: "L-6", is: "ward" },
      ],
    },
    {
      inForceFrom: "2025-01-01",
      source: rules("whole, second printing"),
      tables: [
        { decides: "lent", id: "L-1-always", is: true },
        { decides: "late", is: { fact: "loan.days", operator: "greaterThan", value: 14 } },
        { decides: "dueOn", id: "L-2", is: plus(ref("loan.on"), "P1M") },
        { decides: "reminderOn", id: "L-3-none", is: "none" },
        {
          decides: "feeCents",
          id: "L-4",
          onlyWhen: { fact: "decision.late", operator: "equal", value: true },
          is: ref("rate.lateFee"),
        },
        { decides: "shelf", id: "L-6", is: "ward" },
      ],
    },
  ],
});

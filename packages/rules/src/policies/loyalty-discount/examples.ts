import { defineExamples, type FactsOf } from "../../language/index.js";
import { loyaltyDiscount } from "./policy.js";

type Facts = FactsOf<typeof loyaltyDiscount>;

const insured = { kind: "insured", relation: "other", relativeOf: "other" } satisfies Facts["beneficiary"];
const wife = { kind: "relative", relation: "wife", relativeOf: "insured" } satisfies Facts["beneficiary"];
const year = { from: "2026-01-01", to: "2026-12-31", openEnded: false } satisfies Facts["entitlement"];
const implant = { on: "2026-11-21", line: "implantology", inProgram: false } satisfies Facts["service"];

// The ordinary visit: an insured patient, an implant outside the program. Each example changes one thing in it.
const visit = { beneficiary: insured, entitlement: year, service: implant } satisfies Facts;

export const loyaltyDiscountExamples = defineExamples(loyaltyDiscount, [
  {
    shows: "An insured patient gets the discount on an implant outside the program.",
    facts: visit,
    expect: { discountPercent: 7, refusals: [] },
    cases: ["LD-3-insured", "LD-1"],
  },
  {
    shows: "An employee of a legal entity under contract gets the discount.",
    facts: { ...visit, beneficiary: { ...insured, kind: "corporate-employee" } },
    expect: { discountPercent: 7, refusals: [] },
    cases: ["LD-3-employee", "LD-1"],
  },
  {
    shows: "The wife of an insured patient gets the discount.",
    facts: { ...visit, beneficiary: wife },
    expect: { discountPercent: 7, refusals: [] },
    cases: ["LD-3-relative", "LD-1"],
  },
  {
    shows: "The husband of an employee gets the discount.",
    facts: {
      ...visit,
      beneficiary: { kind: "relative", relation: "husband", relativeOf: "corporate-employee" },
    },
    expect: { discountPercent: 7, refusals: [] },
    cases: ["LD-3-relative"],
  },
  {
    shows: "The son of an insured patient gets the discount.",
    facts: { ...visit, beneficiary: { ...wife, relation: "son" } },
    expect: { discountPercent: 7, refusals: [] },
  },
  {
    shows: "The daughter of an insured patient gets the discount.",
    facts: { ...visit, beneficiary: { ...wife, relation: "daughter" } },
    expect: { discountPercent: 7, refusals: [] },
  },
  {
    shows: "Another relative of an insured patient gets no discount.",
    facts: { ...visit, beneficiary: { ...wife, relation: "other" } },
    expect: { discountPercent: 0, refusals: ["not-entitled"] },
    cases: ["LD-3-nobody-else", "LD-3", "LD-1-no-discount"],
  },
  {
    shows: "The wife of somebody the program is not for gets no discount.",
    facts: { ...visit, beneficiary: { ...wife, relativeOf: "other" } },
    expect: { discountPercent: 0, refusals: ["not-entitled"] },
    cases: ["LD-3"],
  },
  {
    shows: "Of a stranger the period is not examined.",
    facts: {
      ...visit,
      beneficiary: { ...wife, kind: "other" },
      entitlement: { from: "2027-01-01", to: "2027-12-31", openEnded: false },
    },
    expect: { discountPercent: 0, refusals: ["not-entitled"] },
    cases: ["LD-3"],
  },
  {
    shows: "On the first day of the policy the discount is given.",
    facts: { ...visit, entitlement: { ...year, from: "2026-11-21" } },
    expect: { discountPercent: 7, refusals: [] },
  },
  {
    shows: "On the day before the policy begins no discount is given.",
    facts: { ...visit, entitlement: { ...year, from: "2026-11-22" } },
    expect: { discountPercent: 0, refusals: ["outside-entitlement-period"] },
    cases: ["LD-4-not-yet"],
  },
  {
    shows: "On the last day of the policy the discount is given.",
    facts: { ...visit, entitlement: { ...year, to: "2026-11-21" } },
    expect: { discountPercent: 7, refusals: [] },
  },
  {
    shows: "On the day after the policy has ended no discount is given.",
    facts: { ...visit, entitlement: { ...year, to: "2026-11-20" } },
    expect: { discountPercent: 0, refusals: ["outside-entitlement-period"] },
    cases: ["LD-4-no-longer"],
  },
  {
    shows: "An open-ended contract has no last day to look at.",
    facts: { ...visit, entitlement: { from: "2026-01-01", to: "2026-11-20", openEnded: true } },
    expect: { discountPercent: 7, refusals: [] },
  },
  {
    shows: "An open-ended contract has a first day nevertheless.",
    facts: { ...visit, entitlement: { from: "2026-11-22", to: "2026-12-31", openEnded: true } },
    expect: { discountPercent: 0, refusals: ["outside-entitlement-period"] },
    cases: ["LD-4-not-yet"],
  },
  {
    shows: "A period that ends before it begins never runs.",
    facts: { ...visit, entitlement: { from: "2026-11-22", to: "2026-11-20", openEnded: false } },
    expect: { discountPercent: 0, refusals: ["outside-entitlement-period"] },
    cases: ["LD-4-not-yet", "LD-4-no-longer"],
  },
  {
    shows: "A crown gets the discount: it is prosthodontics.",
    facts: { ...visit, service: { ...implant, line: "prosthodontics" } },
    expect: { discountPercent: 7, refusals: [] },
  },
  {
    shows: "Orthodontic care gets the discount.",
    facts: { ...visit, service: { ...implant, line: "orthodontics" } },
    expect: { discountPercent: 7, refusals: [] },
  },
  {
    shows: "Therapeutic dentistry gets the discount.",
    facts: { ...visit, service: { ...implant, line: "therapeutic-dentistry" } },
    expect: { discountPercent: 7, refusals: [] },
  },
  {
    shows: "Surgery gets no discount, with an implant or without.",
    facts: { ...visit, service: { ...implant, line: "surgery" } },
    expect: { discountPercent: 0, refusals: ["service-line-not-eligible"] },
    cases: ["LD-1-other-line"],
  },
  {
    shows: "Gum treatment gets no discount: it is not taken as therapeutic dentistry.",
    facts: { ...visit, service: { ...implant, line: "periodontics" } },
    expect: { discountPercent: 0, refusals: ["service-line-not-eligible"] },
  },
  {
    shows: "Hygiene gets no discount either.",
    facts: { ...visit, service: { ...implant, line: "hygiene" } },
    expect: { discountPercent: 0, refusals: ["service-line-not-eligible"] },
  },
  {
    shows: "What the insurance program covers gets no discount.",
    facts: { ...visit, service: { ...implant, inProgram: true } },
    expect: { discountPercent: 0, refusals: ["covered-by-program"] },
    cases: ["LD-2"],
  },
  {
    shows: "All reasons are told at once.",
    facts: {
      beneficiary: { ...wife, relation: "other" },
      entitlement: year,
      service: { on: "2026-11-21", line: "diagnostics", inProgram: true },
    },
    expect: {
      discountPercent: 0,
      refusals: ["not-entitled", "service-line-not-eligible", "covered-by-program"],
    },
    cases: ["LD-3", "LD-1-other-line", "LD-2"],
  },
  {
    shows: "That the program covers the service settles the discount, whoever the person is.",
    facts: { service: { on: "2026-11-21", inProgram: true } },
    expect: { discountPercent: 0 },
  },
  {
    shows: "Of an open-ended contract nobody needs to know the last day, and of an employee no relation.",
    facts: {
      beneficiary: { kind: "corporate-employee" },
      entitlement: { from: "2026-01-01", openEnded: true },
      service: implant,
    },
    expect: { discountPercent: 7, refusals: [] },
  },
  {
    shows: "Of a stranger no date needs to be known.",
    facts: { beneficiary: { kind: "other" }, service: implant },
    expect: { discountPercent: 0, refusals: ["not-entitled"] },
  },
]);

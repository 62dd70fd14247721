import { describe, expectTypeOf, it } from "vitest";
import {
  amount,
  boolean,
  citing,
  date,
  dateOrNone,
  defineEdition,
  defineVocabulary,
  integer,
  minus,
  oneOf,
  plus,
  ref,
  setOf,
  text,
  weekdayOf,
  weekdays,
  type FactsOf,
  type OutcomeOfPolicy,
  type Policy,
} from "./index.js";
import type { ConditionOf } from "./condition.js";
import type { ResultOf } from "./edition.js";
import { defineLocale, type CaseId, type EnumeratedValue, type RemarkId } from "./locale.js";
import { definePolicy } from "./policy.js";

const poster = citing("poster");
const about = { label: "x", holder: "desk", privacy: "internal" } as const;

const vocabulary = defineVocabulary({
  sources: { poster: { title: "Poster", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
  facts: {
    visit: {
      on: date(about),
      by: oneOf(["car", "bike"], about),
      asks: setOf(["ramp", "charger"], about),
      earlier: integer({ min: 0, ...about }),
      plate: text(about),
    },
    minor: boolean(about),
  },
  decisions: {
    welcome: boolean({ label: "welcome", internal: true }),
    feeCents: amount("EUR", { label: "fee" }),
    zone: oneOf(["north", "street"], { label: "zone" }),
    missing: setOf(["ramp", "charger"], { label: "missing" }),
    until: dateOrNone({ label: "until" }),
    weekday: oneOf(weekdays, { label: "weekday" }),
  },
  rates: {
    hour: amount("EUR", {
      label: "hour",
      by: ["visit.by"],
      rows: [{ from: "2026-01-01", value: 200, cites: [poster("2")] }],
    }),
  },
});

const edition = defineEdition(vocabulary, {
  inForceFrom: "2026-01-01",
  source: poster("1"),
  tables: [
    { decides: "welcome", is: { all: [{ fact: "minor", operator: "equal", value: false }] } },
    {
      decides: "feeCents",
      hitPolicy: "first",
      cases: [{ id: "P-1", when: { fact: "decision.welcome", operator: "equal", value: true }, then: 0 }],
      otherwise: { id: "P-2", then: ref("rate.hour") },
    },
    {
      decides: ["zone", "until"],
      hitPolicy: "first",
      cases: [],
      otherwise: { id: "P-3", then: { zone: "north", until: plus(ref("visit.on"), "P2M") } },
    },
    { decides: "missing", id: "P-4", is: minus(["ramp", "charger"], ref("visit.asks")) },
    { decides: "weekday", id: "P-5", is: weekdayOf(ref("visit.on")) },
  ],
  remarks: [{ id: "R-1", cites: [poster("9")] }],
});

const parking = definePolicy({
  id: "visitor-parking",
  title: "Visitor parking",
  question: "How long?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en", "fr"],
  ...vocabulary,
  editions: [edition],
  laws: [
    { id: "more", label: "More", monotone: { moreOf: "visit.earlier", neverMeans: "less", of: "feeCents" } },
  ],
});
type Parking = typeof parking;

type Words = typeof vocabulary;
type Condition = ConditionOf<Words>;
type Result<Name extends keyof Words["decisions"]> = ResultOf<Words, Words["decisions"][Name]>;

describe("a policy that is right needs no annotation", () => {
  it("is a policy, and its facts, outcome and case ids follow from its data", () => {
    expectTypeOf(parking).toExtend<Policy>();
    expectTypeOf<OutcomeOfPolicy<Parking>>().toEqualTypeOf<{
      readonly feeCents: number;
      readonly zone: "north" | "street";
      readonly missing: readonly ("ramp" | "charger")[];
      readonly until: `${number}-${number}-${number}` | "none";
      readonly weekday: (typeof weekdays)[number];
    }>();
    expectTypeOf<CaseId<Parking>>().toEqualTypeOf<"P-1" | "P-2" | "P-3" | "P-4" | "P-5">();
    expectTypeOf<RemarkId<Parking>>().toEqualTypeOf<"R-1">();
    expectTypeOf<"car" | "street" | "ramp" | "none" | "monday">().toExtend<EnumeratedValue<Parking>>();
  });

  it("takes facts in part, and none of another name or value", () => {
    expectTypeOf<{ visit: { by: "car" }; minor: true }>().toExtend<FactsOf<Parking>>();
    expectTypeOf<FactsOf<Parking>["minor"]>().toEqualTypeOf<boolean | undefined>();
    const nothing: FactsOf<Parking> = {};
    // @ts-expect-error there is no fact "visit.buy"
    const misspelt: FactsOf<Parking> = { visit: { buy: "car" } };
    // @ts-expect-error nobody comes by van
    const unlisted: FactsOf<Parking> = { visit: { by: "van" } };
    void [nothing, misspelt, unlisted];
  });
});

describe("a condition that cannot be meant does not compile", () => {
  it("names a fact, a rate or a decision that is declared", () => {
    const right: Condition = { fact: "visit.by", operator: "equal", value: "car" };
    // @ts-expect-error there is no fact "visit.buy"
    const fact: Condition = { fact: "visit.buy", operator: "equal", value: "car" };
    // @ts-expect-error there is no decision "welcom"
    const decision: Condition = { fact: "decision.welcom", operator: "equal", value: true };
    // @ts-expect-error there is no rate "hours"
    const rate: Condition = { fact: "rate.hours", operator: "equal", value: 1 };
    void [right, fact, decision, rate];
  });

  it("has an operator that fits the kind", () => {
    const right: Condition = { fact: "visit.earlier", operator: "lessThan", value: 3 };
    // @ts-expect-error a choice has no order
    const order: Condition = { fact: "visit.by", operator: "lessThan", value: "car" };
    // @ts-expect-error a set is not equal to anything
    const equality: Condition = { fact: "visit.asks", operator: "equal", value: ["ramp"] };
    // @ts-expect-error only a set contains
    const containment: Condition = { fact: "visit.by", operator: "contains", value: "car" };
    void [right, order, equality, containment];
  });

  it("compares with a value the fact can have", () => {
    const right: Condition = { fact: "visit.asks", operator: "contains", value: "ramp" };
    const none: Condition = { fact: "decision.until", operator: "equal", value: "none" };
    // @ts-expect-error nobody comes by van
    const unlisted: Condition = { fact: "visit.by", operator: "equal", value: "van" };
    // @ts-expect-error one of the list is not a value
    const list: Condition = { fact: "visit.by", operator: "in", value: ["car", "van"] };
    // @ts-expect-error a number is not its digits
    const digits: Condition = { fact: "visit.earlier", operator: "equal", value: "3" };
    // @ts-expect-error a fact is never none
    const never: Condition = { fact: "visit.on", operator: "equal", value: "none" };
    // @ts-expect-error a day is not compared with a number
    const other: Condition = { fact: "visit.on", operator: "equal", value: { fact: "visit.earlier" } };
    void [right, none, unlisted, list, digits, never, other];
  });

  it("has no empty group, and one group at a time", () => {
    const one: Condition = { fact: "minor", operator: "equal", value: true };
    const right: Condition = { all: [{ any: [one] }, { not: one }] };
    // @ts-expect-error an empty group
    const all: Condition = { all: [] };
    // @ts-expect-error an empty group
    const any: Condition = { any: [] };
    // @ts-expect-error two groups side by side
    const both: Condition = { all: [one], any: [one] };
    void [right, all, any, both];
  });
});

describe("a result that cannot be meant does not compile", () => {
  it("is a value of the decision", () => {
    const right: Result<"zone"> = "north";
    // @ts-expect-error there is no zone west
    const unlisted: Result<"zone"> = "west";
    // @ts-expect-error a set is a list
    const bare: Result<"missing"> = "ramp";
    // @ts-expect-error there is no lift
    const element: Result<"missing"> = ["lift"];
    // @ts-expect-error a fee is never none
    const none: Result<"feeCents"> = "none";
    void [right, unlisted, bare, element, none];
  });

  it("is an expression of the decision's kind", () => {
    const right: Result<"until"> = plus(ref("visit.on"), "P1Y6M");
    // @ts-expect-error a day is not a choice
    const day: Result<"zone"> = ref("visit.on");
    // @ts-expect-error only a choice among weekdays has weekdayOf
    const weekday: Result<"zone"> = weekdayOf(ref("visit.on"));
    // @ts-expect-error there is no fact "visit.onn"
    const misspelt: Result<"until"> = plus(ref("visit.onn"), "P2M");
    // @ts-expect-error a duration begins with P
    const duration = plus(ref("visit.on"), "2 months");
    void [right, day, weekday, misspelt, duration];
  });
});

describe("an edition that cannot be meant does not compile", () => {
  const page = { inForceFrom: "2026-01-01", source: poster("1") } as const;

  it("cites a source the policy describes", () => {
    const flyer = citing("flyer")("1");
    defineEdition(vocabulary, { ...page, tables: [{ decides: "feeCents", id: "P", is: 1 }] });
    // @ts-expect-error there is no source "flyer"
    defineEdition(vocabulary, { ...page, source: flyer, tables: [] });
    // @ts-expect-error there is no source "flyer"
    defineEdition(vocabulary, { ...page, tables: [{ decides: "feeCents", id: "P", is: 1, cites: [flyer] }] });
  });

  it("decides what is declared", () => {
    // @ts-expect-error there is no decision "feeCent"
    defineEdition(vocabulary, { ...page, tables: [{ decides: "feeCent", id: "P", is: 1 }] });
    const cases = [{ id: "P", then: "north" }] as const;
    // @ts-expect-error only sets are collected
    defineEdition(vocabulary, { ...page, tables: [{ decides: "zone", hitPolicy: "collect", cases }] });
  });
});

describe("a policy that cannot be meant does not compile", () => {
  const { id, title, question, jurisdiction, locales, editions } = parking;
  const rest = { id, title, question, jurisdiction, locales, editions, ...vocabulary };

  it("is dated by one of its own date facts", () => {
    definePolicy({ ...rest, datedBy: "visit.on" });
    // @ts-expect-error there is no fact "visit.onn"
    definePolicy({ ...rest, datedBy: "visit.onn" });
    // @ts-expect-error a boolean dates nothing
    definePolicy({ ...rest, datedBy: "minor" });
  });

  it("accepts findings about its own cases, decisions, facts and sources", () => {
    const dated = { ...rest, datedBy: "visit.on" } as const;
    const reason = "It is meant.";
    definePolicy({
      ...dated,
      accepts: [
        { finding: "case-redundant", at: "P-1", reason },
        { finding: "case-unreachable", at: "welcome", reason },
        { finding: "decision-constant", at: "zone", reason },
        { finding: "boundary-uncovered", at: "visit.earlier", reason },
        { finding: "source-stale", at: "poster", reason },
      ],
    });
    // @ts-expect-error there is no case "P-9"
    definePolicy({ ...dated, accepts: [{ finding: "gap-reachable", at: "P-9", reason }] });
    // @ts-expect-error a case is no fact
    definePolicy({ ...dated, accepts: [{ finding: "fact-unused", at: "P-1", reason }] });
    // @ts-expect-error a law is kept, or no longer made
    definePolicy({ ...dated, accepts: [{ finding: "law-broken", at: "P-1", reason }] });
  });
});

describe("a locale that is not whole does not compile", () => {
  const cases = { "P-1": "a", "P-2": "b", "P-3": "c", "P-4": "d", "P-5": "e" };
  const remarks = { "R-1": "r" };
  const words = { car: "x", bike: "x", ramp: "x", charger: "x", north: "x", street: "x", none: "x" };
  const days = {
    monday: "x",
    tuesday: "x",
    wednesday: "x",
    thursday: "x",
    friday: "x",
    saturday: "x",
    sunday: "x",
  };
  const values = { ...words, ...days };

  it("has a message for every case and remark, and a word for every value", () => {
    const { "P-5": last, ...four } = cases;
    const { none, ...some } = values;
    defineLocale(parking, { locale: "en", cases, remarks, values });
    // @ts-expect-error the message of P-5 is missing
    defineLocale(parking, { locale: "en", cases: four, remarks, values });
    // @ts-expect-error the message of R-1 is missing
    defineLocale(parking, { locale: "en", cases, remarks: {}, values });
    // @ts-expect-error the word for none is missing
    defineLocale(parking, { locale: "en", cases, remarks, values: some });
    void [last, none];
  });

  it("is one of the policy's, and has labels where it is not the first", () => {
    // @ts-expect-error the policy has no German
    defineLocale(parking, { locale: "de", cases, remarks, values });
    // @ts-expect-error the labels in French are missing
    defineLocale(parking, { locale: "fr", cases, remarks, values });
  });
});

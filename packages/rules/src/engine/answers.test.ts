import { describe, expect, it } from "vitest";
import {
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
  time,
} from "../language/index.js";
import { definePolicy } from "../language/policy.js";
import { answersFor } from "./answers.js";
import type { Value } from "./evaluate.js";

const page = citing("page");
const about = { holder: "desk", privacy: "internal" } as const;

const parking = definePolicy({
  id: "visitor-parking",
  title: "Visitor parking",
  question: "How long may this visitor park?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en"],
  sources: { page: { title: "Page", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
  facts: {
    visit: {
      on: date({ label: "day", ...about }),
      askedOn: date({ label: "day of asking", ...about }),
      badgeOn: date({ label: "day of the badge", ...about }),
      at: time({ label: "time", ...about }),
    },
    hours: integer({ label: "hours", ...about }),
    visits: integer({ min: 0, label: "visits", ...about }),
    lamp: boolean({ label: "lamp is lit", ...about }),
    barrier: boolean({ label: "barrier is open", ...about }),
    plate: text({ label: "number plate", ...about }),
    printed: text({ label: "number plate on the badge", ...about }),
  },
  given: [
    {
      id: "asked-before",
      label: "asked before the badge",
      holds: { fact: "visit.askedOn", operator: "lessThan", value: ref("visit.badgeOn") },
    },
    {
      id: "lamp-and-barrier",
      label: "the lamp is lit when the barrier is open",
      holds: { fact: "lamp", operator: "equal", value: ref("barrier") },
    },
  ],
  decisions: {
    asked: date({ label: "day of asking" }),
    badge: date({ label: "day of the badge, as printed" }),
    badgeUntil: dateOrNone({ label: "last day of the badge" }),
    day: date({ label: "day" }),
    hours: integer({ label: "hours" }),
    visits: integer({ label: "visits" }),
    hoursAbove: integer({ label: "hours above the visits", default: 0 }),
    at: time({ label: "time" }),
    things: setOf(["bag", "child", "chair"], { label: "things", default: ["chair"] }),
    signal: oneOf(["go", "stop"], { label: "signal" }),
    plate: oneOf(["staff", "printed-loan", "printed", "other"], { label: "sort of plate" }),
    loan: boolean({ label: "plate of a loan" }),
    crowded: boolean({ label: "six hours in fewer than three visits" }),
  },
  rates: {},
  editions: [
    {
      inForceFrom: "2024-01-01",
      source: page("1"),
      tables: [
        { decides: "asked", id: "A", is: ref("visit.askedOn") },
        { decides: "badge", id: "B", is: ref("visit.badgeOn") },
        {
          decides: "badgeUntil",
          hitPolicy: "first",
          cases: [
            {
              id: "C-old",
              when: { fact: "visit.badgeOn", operator: "lessThan", value: "2024-03-01" },
              then: "none",
            },
          ],
          otherwise: { id: "C", then: plus(ref("visit.badgeOn"), "P1M") },
        },
        { decides: "day", id: "D", is: ref("visit.on") },
        { decides: "hours", id: "H", is: ref("hours") },
        { decides: "visits", id: "V", is: ref("visits") },
        {
          decides: "hoursAbove",
          id: "HV",
          onlyWhen: { fact: "hours", operator: "greaterThan", value: ref("visits") },
          is: ref("hours"),
        },
        { decides: "at", id: "T", is: ref("visit.at") },
        {
          decides: "signal",
          hitPolicy: "first",
          cases: [{ id: "S-go", when: { fact: "barrier", operator: "equal", value: true }, then: "go" }],
          otherwise: { id: "S-stop", then: "stop" },
        },
        {
          decides: "plate",
          hitPolicy: "first",
          cases: [
            { id: "P-staff", when: { fact: "plate", operator: "equal", value: "STAFF" }, then: "staff" },
            {
              id: "P-loan",
              when: {
                all: [
                  { fact: "plate", operator: "equal", value: ref("printed") },
                  { fact: "printed", operator: "equal", value: "LOAN" },
                ],
              },
              then: "printed-loan",
            },
            {
              id: "P-printed",
              when: { fact: "plate", operator: "equal", value: ref("printed") },
              then: "printed",
            },
          ],
          otherwise: { id: "P-other", then: "other" },
        },
        { decides: "loan", id: "L", is: { fact: "plate", operator: "equal", value: "LOAN" } },
        {
          decides: "crowded",
          id: "N",
          is: {
            all: [
              { fact: "hours", operator: "lessThan", value: ref("visits") },
              { fact: "visits", operator: "lessThan", value: 3 },
              { fact: "hours", operator: "greaterThan", value: 5 },
            ],
          },
        },
      ],
    },
  ],
});

const ask = (facts: Readonly<Record<string, Value>> = {}) =>
  answersFor(parking, new Map(Object.entries(facts)));
const openOf = (decision: string, facts: Readonly<Record<string, Value>> = {}) => {
  const answer = ask(facts).answer(decision);
  return answer.settled ? expect.fail("the decision is settled") : answer.open;
};

describe("the bounds of an open answer", () => {
  it("are null where a date has none", () => {
    expect(openOf("asked")).toEqual({ from: null, to: null });
  });

  it("stay null where another date without bounds must come first", () => {
    expect(openOf("badge")).toEqual({ from: null, to: null });
    expect(openOf("badge", { "visit.askedOn": "2024-05-01" })).toEqual({ from: "2024-05-02", to: null });
    expect(openOf("asked", { "visit.badgeOn": "2024-05-01" })).toEqual({ from: null, to: "2024-04-30" });
  });

  it("begin where a threshold and a term put them", () => {
    expect(openOf("badgeUntil")).toEqual({ from: "2024-04-01", to: null, none: true });
    expect(openOf("badgeUntil", { "visit.askedOn": "2024-03-30" })).toEqual({ from: "2024-04-30", to: null });
  });

  it("are those of the days in force for the governing date", () => {
    expect(openOf("day")).toEqual({ from: "2024-01-01", to: null });
  });

  it("are null for whole numbers, except where the declaration sets one", () => {
    expect(openOf("hours")).toEqual({ from: null, to: null });
    expect(openOf("visits")).toEqual({ from: 0, to: null });
    expect(openOf("hoursAbove")).toEqual({ from: 0, to: null });
    expect(openOf("hoursAbove", { visits: 3 })).toEqual({ from: 0, to: null });
    expect(ask({ visits: 3, hours: 3 }).answer("hoursAbove")).toEqual({ settled: true, value: 0 });
    expect(ask({ visits: 3, hours: 4 }).answer("hoursAbove")).toEqual({ settled: true, value: 4 });
  });

  it("are the ends of the day for times", () => {
    expect(openOf("at")).toEqual({ from: "00:00", to: "23:59" });
  });
});

describe("a decision without a table", () => {
  it("has its default, element for element", () => {
    expect(ask().answer("things")).toEqual({ settled: true, value: ["chair"] });
    expect(
      ask()
        .cases("things")
        .map(({ cases }) => cases),
    ).toEqual([[]]);
  });
});

describe("a decision that the policy does not declare", () => {
  it("has no answer", () => {
    expect(() => ask().answer("speed")).toThrow("there is no decision speed");
  });
});

describe("what is compared with itself", () => {
  const soon = ref("decision.soon");
  const itself = definePolicy({
    id: "visitor-badges",
    title: "Visitor badges",
    question: "What holds whatever is known?",
    jurisdiction: "FR",
    datedBy: "visit.on",
    locales: ["en"],
    sources: { page: { title: "Page", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
    facts: parking.facts,
    decisions: {
      soon: date({ label: "soon", internal: true }),
      later: date({ label: "later", internal: true }),
      before: boolean({ label: "soon before later" }),
      after: boolean({ label: "soon after later" }),
      beforeItself: boolean({ label: "soon before soon" }),
      notAfterItself: boolean({ label: "soon not after soon" }),
      oneWay: boolean({ label: "equal one way and not the other" }),
    },
    rates: {},
    editions: [
      {
        inForceFrom: "open",
        source: page("1"),
        tables: [
          { decides: "soon", is: plus(ref("visit.on"), "P8D") },
          { decides: "later", is: plus(ref("visit.on"), "P2M") },
          {
            decides: "before",
            id: "I-1",
            is: { fact: "decision.soon", operator: "lessThan", value: ref("decision.later") },
          },
          {
            decides: "after",
            id: "I-2",
            is: { fact: "decision.soon", operator: "greaterThanInclusive", value: ref("decision.later") },
          },
          {
            decides: "beforeItself",
            id: "I-3",
            is: { fact: "decision.soon", operator: "lessThan", value: soon },
          },
          {
            decides: "notAfterItself",
            id: "I-4",
            is: { fact: "decision.soon", operator: "lessThanInclusive", value: soon },
          },
          {
            decides: "oneWay",
            id: "I-5",
            is: {
              all: [
                { fact: "plate", operator: "equal", value: ref("printed") },
                { fact: "printed", operator: "notEqual", value: ref("plate") },
              ],
            },
          },
        ],
      },
    ],
  });

  it("needs no fact: a term is before a longer one, and two texts are equal from either side", () => {
    const nothingKnown = answersFor(itself, new Map());
    const settled = (decision: string) => nothingKnown.answer(decision);
    expect(settled("before")).toEqual({ settled: true, value: true });
    expect(settled("after")).toEqual({ settled: true, value: false });
    expect(settled("beforeItself")).toEqual({ settled: true, value: false });
    expect(settled("notAfterItself")).toEqual({ settled: true, value: true });
    expect(settled("oneWay")).toEqual({ settled: true, value: false });
  });
});

describe("a text that equals another", () => {
  it("can be each of the words, and any other", () => {
    expect(openOf("plate")).toEqual({ oneOf: ["staff", "printed-loan", "printed", "other"] });
    expect(openOf("plate", { printed: "LOAN" })).toEqual({ oneOf: ["staff", "printed-loan", "other"] });
    expect(openOf("plate", { printed: "STAFF" })).toEqual({ oneOf: ["staff", "other"] });
    expect(openOf("plate", { printed: "AB-123" })).toEqual({ oneOf: ["staff", "printed", "other"] });
    expect(openOf("plate", { plate: "AB-123" })).toEqual({ oneOf: ["printed", "other"] });
    expect(ask({ plate: "STAFF" }).answer("plate")).toEqual({ settled: true, value: "staff" });
  });
});

describe("needs", () => {
  it("name one of two facts that can only change together", () => {
    expect(openOf("signal")).toEqual({ oneOf: ["go", "stop"] });
    expect(ask().needs("signal")).toEqual(["lamp"]);
    expect(ask({ lamp: true }).answer("signal")).toEqual({ settled: true, value: "go" });
    expect(ask({ barrier: false }).answer("signal")).toEqual({ settled: true, value: "stop" });
  });

  it("are empty for a settled decision", () => {
    expect(ask().needs("things")).toEqual([]);
    expect(ask({ lamp: true }).needs("signal")).toEqual([]);
  });

  it("are empty where no values meet all comparisons, though each can be met", () => {
    expect(ask().answer("crowded")).toEqual({ settled: true, value: false });
    expect(ask().needs("crowded")).toEqual([]);
    expect(ask({ hours: 6 }).needs("crowded")).toEqual([]);
  });

  it("name a date as long as it can change the answer", () => {
    expect(ask().needs("badgeUntil")).toEqual(["visit.badgeOn"]);
    expect(ask({ "visit.askedOn": "2024-03-30" }).needs("badgeUntil")).toEqual(["visit.badgeOn"]);
  });
});

describe("cases", () => {
  it("are certain where no other can have decided", () => {
    const casesOf = (facts: Readonly<Record<string, Value>>) =>
      ask(facts)
        .cases("badgeUntil")
        .map(({ cases }) => cases);
    expect(casesOf({})).toEqual([
      [
        { index: 0, certain: false },
        { index: 1, certain: false },
      ],
    ]);
    expect(casesOf({ "visit.badgeOn": "2024-02-29" })).toEqual([[{ index: 0, certain: true }]]);
    expect(casesOf({ "visit.badgeOn": "2024-03-01" })).toEqual([[{ index: 1, certain: true }]]);
    expect(casesOf({ "visit.askedOn": "2024-02-29" })).toEqual([[{ index: 1, certain: true }]]);
    expect(casesOf({ "visit.askedOn": "2024-02-28" })).toEqual([
      [
        { index: 0, certain: false },
        { index: 1, certain: false },
      ],
    ]);
  });
});

describe("facts that do not go together", () => {
  it("are contradictory, and those that do are not", () => {
    expect(ask({ lamp: true, barrier: false }).contradictory).toBe(true);
    expect(ask({ lamp: true, barrier: true }).contradictory).toBe(false);
    expect(ask({ "visit.askedOn": "2024-05-01", "visit.badgeOn": "2024-05-01" }).contradictory).toBe(true);
    expect(ask({ "visit.askedOn": "2024-05-01", "visit.badgeOn": "2024-05-02" }).contradictory).toBe(false);
    expect(ask({ "visit.askedOn": "9999-12-31" }).contradictory).toBe(true);
  });
});

describe("a day before the first edition", () => {
  it("is in no segment and contradicts nothing", () => {
    const before = ask({ "visit.on": "2023-12-31" });
    expect(before.segments).toEqual([]);
    expect(before.contradictory).toBe(false);
    expect(ask({ "visit.on": "2024-01-01" }).segments).toHaveLength(1);
  });
});

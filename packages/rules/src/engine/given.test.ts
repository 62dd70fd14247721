import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../language/condition.js";
import { boolean, date, integer } from "../language/index.js";
import { definePolicy } from "../language/policy.js";
import { decideCaptured } from "./decide.js";
import { holds, type Value } from "./evaluate.js";
import { givenProblems, truthOf } from "./given.js";

const desk = { holder: "desk", privacy: "internal" } as const;

const parking = definePolicy({
  id: "visitor-parking",
  title: "Visitor parking",
  question: "How long may this visitor park?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en"],
  sources: { poster: { title: "Poster", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
  facts: {
    visit: {
      on: date({ label: "first day", ...desk }),
      until: date({ label: "last day", ...desk }),
      hours: integer({ label: "hours", ...desk }),
    },
    minor: boolean({ label: "minor", ...desk }),
  },
  given: [
    {
      id: "in-order",
      label: "a visit ends on its first day or later",
      holds: { fact: "visit.on", operator: "lessThanInclusive", value: { fact: "visit.until" } },
    },
    {
      id: "short",
      label: "minors stay for six hours at most",
      holds: {
        any: [
          { fact: "minor", operator: "equal", value: false },
          { not: { fact: "visit.hours", operator: "greaterThan", value: 6 } },
        ],
      },
    },
    {
      id: "recent",
      label: "visits last an hour and began in 2020",
      holds: {
        all: [
          { fact: "visit.hours", operator: "greaterThan", value: 0 },
          { fact: "visit.on", operator: "greaterThan", value: "2020-01-01" },
        ],
      },
    },
  ],
  decisions: { minutes: integer({ label: "minutes" }) },
  rates: {},
  editions: [
    {
      inForceFrom: "2026-01-01",
      source: { document: "poster", section: "1", confidence: "certain" },
      tables: [{ decides: "minutes", id: "P-1", is: 60 }],
    },
  ],
});

const problems = (facts: Readonly<Record<string, Value>>) =>
  givenProblems(parking, new Map(Object.entries(facts)));

describe("givenProblems", () => {
  it("names the facts that take part and the label, and no value", () => {
    expect(problems({ "visit.on": "2026-02-02", "visit.until": "2026-02-01" })).toEqual([
      {
        code: "contradiction",
        path: "visit.on",
        expected: "a visit ends on its first day or later",
        where: 'visitor-parking, facts "visit.on", "visit.until"',
        message:
          'visitor-parking, facts "visit.on", "visit.until": they contradict "a visit ends on its first day or later"' +
          ' (given "in-order"); correct at least one of them',
      },
    ]);
  });

  it("names no fact that is not known", () => {
    expect(problems({ "visit.hours": 0 })).toMatchObject([
      {
        path: "visit.hours",
        message:
          'visitor-parking, fact "visit.hours": it contradicts "visits last an hour and began in 2020"' +
          ' (given "recent"); correct it',
      },
    ]);
  });

  it("finds nothing where the condition holds", () => {
    expect(problems({ "visit.on": "2026-02-02", "visit.until": "2026-02-02" })).toEqual([]);
    expect(problems({ minor: true, "visit.hours": 6 })).toEqual([]);
    expect(problems({ minor: true, "visit.hours": 7 })).toMatchObject([{ path: "minor" }]);
    expect(problems({ minor: false, "visit.hours": 7 })).toEqual([]);
  });

  it("finds nothing while a fact that is missing may still make it hold", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ "visit.on": "2026-02-02" })).toEqual([]);
    expect(problems({ "visit.hours": 7 })).toEqual([]);
    expect(problems({ minor: true })).toEqual([]);
  });

  it("finds what no completion brings in line, although no condition is broken alone", () => {
    expect(problems({ "visit.until": "2020-01-01" })).toMatchObject([
      {
        code: "contradiction",
        path: "visit.until",
        message:
          'visitor-parking, facts "visit.until": together they contradict what is given; correct at least one of them',
      },
    ]);
    expect(problems({ "visit.until": "2020-01-02" })).toEqual([]);
  });

  it("expects all that is given of facts that contradict it together", () => {
    expect(problems({ "visit.until": "2020-01-01" })[0]?.expected).toBe(
      "a visit ends on its first day or later; minors stay for six hours at most; " +
        "visits last an hour and began in 2020",
    );
  });

  it("refuses such facts from whoever decides without checking them", () => {
    const facts = { "visit.until": "2020-01-01" };
    const refused = expect.objectContaining({ code: "facts-refused", problems: problems(facts) });
    expect(() => decideCaptured(parking, new Map(Object.entries(facts)))).toThrow(refused);
  });

  it("reports every given that is broken", () => {
    const facts = { "visit.on": "2026-02-02", "visit.until": "2026-02-01", minor: true, "visit.hours": 7 };
    expect(problems(facts).map(({ where }) => where)).toEqual([
      'visitor-parking, facts "visit.on", "visit.until"',
      'visitor-parking, facts "minor", "visit.hours"',
    ]);
  });
});

describe("truthOf", () => {
  const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition; leaf: Condition }>((tie) => ({
    leaf: fc.record({
      fact: fc.constantFrom("a", "b", "c"),
      operator: fc.constantFrom("equal", "lessThan", "greaterThanInclusive"),
      value: fc.oneof(
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom("a", "b", "c").map((fact) => ({ fact })),
      ),
    }),
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      tie("leaf"),
      fc.tuple(tie("tree"), tie("tree")).map((all): Condition => ({ all })),
      fc.tuple(tie("tree"), tie("tree")).map((any): Condition => ({ any })),
      tie("tree").map((not): Condition => ({ not })),
    ),
  })).tree;
  const number = fc.integer({ min: 0, max: 2 });
  const complete = fc.record({ a: number, b: number, c: number });

  it("is the two-valued meaning on complete facts", () => {
    fc.assert(
      fc.property(condition, complete, (tree, facts) => {
        const values = new Map(Object.entries(facts));
        expect(truthOf(tree, values)).toBe(holds(tree, ({ fact }) => values.get(fact) ?? 0));
      }),
    );
  });

  it("never changes its mind when more becomes known", () => {
    fc.assert(
      fc.property(condition, complete, fc.subarray(["a", "b", "c"]), (tree, facts, kept) => {
        const truth = truthOf(tree, new Map(Object.entries(facts).filter(([path]) => kept.includes(path))));
        if (truth !== undefined) expect(truthOf(tree, new Map(Object.entries(facts)))).toBe(truth);
      }),
    );
  });

  it("knows a group as soon as one part settles it", () => {
    const known = new Map([["a", 1]]);
    const yes: Condition = { fact: "a", operator: "equal", value: 1 };
    const unknown: Condition = { fact: "b", operator: "equal", value: 1 };
    expect(truthOf({ all: [{ not: yes }, unknown] }, known)).toBe(false);
    expect(truthOf({ all: [yes, unknown] }, known)).toBeUndefined();
    expect(truthOf({ any: [yes, unknown] }, known)).toBe(true);
    expect(truthOf({ any: [{ not: yes }, unknown] }, known)).toBeUndefined();
    expect(truthOf({ not: unknown }, known)).toBeUndefined();
  });
});

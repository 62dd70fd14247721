import { describe, expect, it } from "vitest";
import type { Condition } from "../language/condition.js";
import { boolean, citing, date, dateOrNone, integer, oneOf, plus, ref, setOf } from "../language/index.js";
import { definePolicy } from "../language/policy.js";
import { evaluate, holds, resultOf, type Value } from "./evaluate.js";
import { loan } from "./loan.fixture.js";
import { segmentOn } from "./timeline.js";

const facts: Readonly<Record<string, Value>> = {
  days: 7,
  on: "2024-01-31",
  never: "none",
  kind: "novel",
  marks: ["torn", "wet"],
  clean: [],
};
const read = ({ fact }: { readonly fact: string }): Value => facts[fact] ?? expect.fail(`${fact} was read`);
const compared = (fact: string, operator: string, value: unknown) =>
  holds({ fact, operator, value } as Condition, read);

describe("a comparison", () => {
  it.each<[string, string, unknown, boolean]>([
    ["days", "lessThan", 7, false],
    ["days", "lessThan", 8, true],
    ["days", "lessThanInclusive", 6, false],
    ["days", "lessThanInclusive", 7, true],
    ["days", "greaterThan", 7, false],
    ["days", "greaterThan", 6, true],
    ["days", "greaterThanInclusive", 8, false],
    ["days", "greaterThanInclusive", 7, true],
    ["kind", "equal", "novel", true],
    ["kind", "equal", "atlas", false],
    ["kind", "notEqual", "novel", false],
    ["kind", "notEqual", "atlas", true],
    ["kind", "in", ["novel", "atlas"], true],
    ["kind", "in", ["atlas"], false],
    ["kind", "notIn", ["novel", "atlas"], false],
    ["kind", "notIn", ["atlas"], true],
    ["marks", "contains", "wet", true],
    ["marks", "contains", "signed", false],
    ["marks", "doesNotContain", "wet", false],
    ["marks", "doesNotContain", "signed", true],
    ["marks", "isEmpty", false, true],
    ["marks", "isEmpty", true, false],
    ["clean", "isEmpty", true, true],
    ["clean", "isEmpty", false, false],
  ])("%s %s %j is %j", (fact, operator, value, truth) => {
    expect(compared(fact, operator, value)).toBe(truth);
  });

  it.each(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"])(
    "with none is false, from either side: %s",
    (operator) => {
      expect(compared("never", operator, "2024-01-01")).toBe(false);
      expect(compared("on", operator, { fact: "never" })).toBe(false);
      expect(compared("never", operator, { fact: "never" })).toBe(false);
    },
  );

  it("asks as usual whether something is none", () => {
    expect(compared("never", "equal", "none")).toBe(true);
    expect(compared("never", "notEqual", "none")).toBe(false);
    expect(compared("on", "equal", "none")).toBe(false);
    expect(compared("on", "notEqual", { fact: "never" })).toBe(true);
  });

  it("joins with others: all, any, and the opposite of one", () => {
    const [yes, no]: Condition[] = [
      { fact: "days", operator: "equal", value: 7 },
      { fact: "days", operator: "equal", value: 8 },
    ];
    if (!yes || !no) return expect.fail("two conditions");
    expect([holds({ all: [yes, yes] }, read), holds({ all: [yes, no] }, read)]).toEqual([true, false]);
    expect([holds({ any: [no, yes] }, read), holds({ any: [no, no] }, read)]).toEqual([true, false]);
    expect([holds({ not: no }, read), holds({ not: yes }, read)]).toEqual([true, false]);
  });
});

describe("an expression", () => {
  it("adds a term to a day, ending with a shorter month, and leaves none alone", () => {
    expect(resultOf({ plus: [{ fact: "on" }, "P1M"] }, read)).toBe("2024-02-29");
    expect(resultOf({ plus: [{ fact: "never" }, "P1M"] }, read)).toBe("none");
  });

  it("names the weekday of a day", () => {
    expect(resultOf({ weekdayOf: { fact: "on" } }, read)).toBe("wednesday");
  });

  it("takes the elements of one set out of another", () => {
    expect(resultOf({ minus: [{ fact: "marks" }, ["wet", "signed"]] }, read)).toEqual(["torn"]);
    expect(resultOf({ minus: [{ fact: "clean" }, { fact: "marks" }] }, read)).toEqual([]);
  });

  it("is what it says where it is a value, and true or false where it is a condition", () => {
    expect([resultOf("novel", read), resultOf(["b", "a"], read), resultOf(3, read)]).toEqual([
      ...["novel", ["b", "a"]],
      3,
    ]);
    expect(resultOf({ fact: "days", operator: "equal", value: 7 }, read)).toBe(true);
    expect(resultOf({ not: { fact: "days", operator: "equal", value: 7 } }, read)).toBe(false);
  });
});

describe("a policy on complete facts", () => {
  const rules = citing("rules");
  const about = { holder: "desk", privacy: "internal" } as const;
  const visits = definePolicy({
    id: "company-visits",
    title: "Company visits",
    question: "Who pays?",
    jurisdiction: "FR",
    datedBy: "on",
    locales: ["en"],
    sources: { rules: { title: "Rules", kind: "house-rule", dated: true, checkedOn: "2026-11-26" } },
    facts: {
      on: date({ label: "day", ...about }),
      corporate: { client: boolean({ label: "client of a company", ...about }) },
    },
    decisions: {
      duties: setOf(["badge", "escort"], { label: "duties" }),
      payer: oneOf(["company", "visitor"], { label: "who pays" }),
      days: integer({ label: "days to pay", default: 30 }),
      reminderOn: dateOrNone({ label: "reminder on", default: "none" }),
      until: date({ label: "pays until" }),
    },
    rates: {},
    editions: [
      {
        inForceFrom: "open",
        source: rules("1"),
        tables: [
          {
            decides: "duties",
            hitPolicy: "collect",
            cases: [
              { id: "V-escort", then: ["escort", "badge"] },
              {
                id: "V-badge",
                when: { fact: "corporate.client", operator: "equal", value: true },
                then: ["badge"],
              },
            ],
          },
          {
            decides: ["payer", "until"],
            hitPolicy: "first",
            cases: [
              {
                id: "V-company",
                when: { fact: "corporate.client", operator: "equal", value: true },
                then: { payer: "company", until: plus(ref("on"), "P1M") },
              },
            ],
            otherwise: { id: "V-visitor", then: { payer: "visitor", until: ref("on") } },
          },
          {
            decides: "days",
            id: "V-days",
            onlyWhen: { fact: "decision.payer", operator: "equal", value: "company" },
            is: 60,
          },
        ],
      },
    ],
  });
  const evaluated = (client: boolean) => {
    const segment = segmentOn(visits, "2024-01-31") ?? expect.fail("it is in force");
    return evaluate(visits, segment, (path) => (path === "on" ? "2024-01-31" : client));
  };

  it("has a value for every decision, sets in declared order, defaults where no table answers", () => {
    expect(evaluated(true).values).toEqual({
      duties: ["badge", "escort"],
      payer: "company",
      days: 60,
      reminderOn: "none",
      until: "2024-02-29",
    });
    expect(evaluated(false).values).toMatchObject({ payer: "visitor", days: 30, until: "2024-01-31" });
  });

  it("names the cases that made each, and none for a default", () => {
    expect(evaluated(true).cases).toEqual({
      duties: ["V-escort", "V-badge"],
      payer: ["V-company"],
      until: ["V-company"],
      days: ["V-days"],
      reminderOn: [],
    });
    expect(evaluated(false).cases).toMatchObject({ duties: ["V-escort"], payer: ["V-visitor"], days: [] });
  });

  it("reads what is decided by its name, and takes no fact for a rate because of how its group is called", () => {
    const { read: readAgain } = evaluated(true);
    expect(readAgain({ fact: "decision.payer" })).toBe("company");
    expect(readAgain({ fact: "corporate.client" })).toBe(true);
  });
});

describe("the answers of a day", () => {
  const on = (day: string, kind: string, more: object = {}) => {
    const known: Readonly<Record<string, Value>> = {
      ...{ "loan.on": day, "loan.backOn": day, "loan.days": 30, "reader.kind": kind, "book.kind": "novel" },
      ...{ "reader.infectious": false, "book.marks": [], ...more },
    };
    const segment = segmentOn(loan, day) ?? expect.fail("it is not in force");
    return evaluate(loan, segment, (path) => known[path] ?? expect.fail(`${path} was read`));
  };

  it("read the row of a rate by its key, and the row for all others where it has none", () => {
    expect(on("2024-05-02", "staff").values["feeCents"]).toBe(0);
    expect(on("2024-05-02", "patient").values["feeCents"]).toBe(200);
    expect(on("2025-07-01", "patient").values["feeCents"]).toBe(250);
  });

  it("name the rows that made them, and their cases as far as they have a name", () => {
    const { rows, cases } = on("2024-05-02", "patient", { "book.marks": ["torn", "wet"] });
    expect(rows).toMatchObject({ lent: [2], late: [0], reminderOn: [0], duties: [0, 1], shelf: [0] });
    expect(cases).toMatchObject({ lent: ["L-1-lent"], late: [], duties: ["L-5-torn", "L-5-wet"] });
  });

  it("are declared defaults, made by nothing, where an edition has no table or its guard does not hold", () => {
    const { values, rows, cases } = on("2025-07-01", "patient", { "loan.days": 3 });
    expect(values).toMatchObject({ duties: [], feeCents: 0, late: false });
    expect(rows).toMatchObject({ duties: [], feeCents: [] });
    expect(cases).toMatchObject({ duties: [], feeCents: [] });
  });
});

import { describe, expect, it } from "vitest";
import { policyFromJson } from "../language/policy.js";
import { answersFor } from "./answers.js";
import type { Value } from "./evaluate.js";

const about = { label: "a fact", holder: "desk", privacy: "internal" };
const cites = [{ document: "page", section: "1", confidence: "certain" }];
const day = "2026-01-10";

/** One decision, over facts that have to go together, on a known day unless it has a second edition. */
function needsOf(
  decision: object,
  table: object,
  given: readonly object[] = [],
  facts: object = {},
  later?: object,
): readonly string[] {
  const policy = policyFromJson(
    JSON.stringify({
      ...{
        id: "needs",
        title: "Needs",
        question: "What then?",
        jurisdiction: "FR",
        datedBy: "on",
        locales: ["en"],
      },
      sources: { page: { title: "A page", kind: "house-rule", dated: true, checkedOn: "2026-01-01" } },
      facts: {
        on: { kind: "date", ...about },
        urgent: { kind: "boolean", ...about },
        known: { kind: "boolean", ...about },
        from: { kind: "date", ...about },
        to: { kind: "date", ...about },
        hours: { kind: "integer", min: 0, max: 5, ...about },
      },
      given: given.map((holds, at) => ({ id: `given-${at}`, label: "goes together", holds })),
      decisions: { answer: { label: "the answer", ...decision } },
      rates: {},
      editions: [
        { inForceFrom: "open", source: cites[0], tables: [{ decides: "answer", ...table }] },
        ...(later === undefined
          ? []
          : [{ inForceFrom: day, source: cites[0], tables: [{ decides: "answer", ...later }] }]),
      ],
    }),
  );
  const known = new Map<string, Value>([
    ...(later === undefined ? ([["on", day]] as const) : []),
    ...Object.entries(facts as Readonly<Record<string, Value>>),
  ]);
  return answersFor(policy, known).needs("answer");
}

function is(fact: string, operator: string, value: unknown) {
  return { fact, operator, value };
}

function either(whenUrgent: unknown, otherwise: unknown) {
  return {
    hitPolicy: "first",
    cases: [{ id: "N-1", when: is("urgent", "equal", true), then: whenUrgent }],
    otherwise: { id: "N-2", then: otherwise },
  };
}

const date = { kind: "date" };

describe("the facts a decision needs", () => {
  it("are those that change it alone, and none that is known", () => {
    const table = either(day, { fact: "from" });
    expect(needsOf(date, table)).toEqual(["urgent", "from"]);
    expect(needsOf(date, table, [], { urgent: true })).toEqual([]);
    expect(needsOf(date, table, [], { urgent: false })).toEqual(["from"]);
    expect(needsOf(date, table, [], { from: day })).toEqual([]);
    expect(needsOf(date, table, [], { from: "2026-01-11" })).toEqual(["urgent"]);
  });

  it.each(["lessThanInclusive", "greaterThanInclusive"])(
    "change a day that is %s a known one, from whichever side they are looked at",
    (operator) => {
      const given = [is("from", operator, day)];
      expect(needsOf(date, either(day, { fact: "from" }), given)).toEqual(["urgent", "from"]);
      expect(needsOf(date, either({ fact: "from" }, day), given)).toEqual(["urgent", "from"]);
    },
  );

  it.each(["lessThanInclusive", "greaterThanInclusive"])("change a day that is %s another", (operator) => {
    const given = [is("from", operator, { fact: "to" })];
    const all = ["urgent", "from", "to"];
    expect(needsOf(date, either({ fact: "from" }, { fact: "to" }), given)).toEqual(all);
    expect(needsOf(date, either({ fact: "to" }, { fact: "from" }), given)).toEqual(all);
  });

  it("do not change one of two that are the same", () => {
    const same = [is("from", "equal", { fact: "to" })];
    expect(needsOf(date, either({ fact: "from" }, { fact: "to" }), same)).toEqual(["from"]);
    expect(needsOf(date, either(day, { fact: "from" }), [is("from", "equal", day)])).toEqual([]);
  });

  it("are as few as settle it where facts can only change together", () => {
    const truth = { kind: "boolean" };
    const alike = [is("urgent", "equal", { fact: "known" })];
    expect(needsOf(truth, { id: "N-1", is: is("urgent", "equal", true) }, alike)).toEqual(["urgent"]);
    // Either would do: those that are declared last are left out.
    expect(needsOf(truth, { id: "N-1", is: is("known", "equal", true) }, alike)).toEqual(["urgent"]);
    const both = { all: [is("urgent", "equal", true), is("known", "equal", true)] };
    expect(needsOf(truth, { id: "N-1", is: both }, alike)).toEqual(["urgent"]);
    expect(needsOf(truth, { id: "N-1", is: both })).toEqual(["urgent", "known"]);
    expect(needsOf(truth, { id: "N-1", is: both }, alike, { known: true })).toEqual([]);
  });

  it("are the day where editions differ, and what differs on either side of it", () => {
    const number = { kind: "integer" };
    const [three, four] = [3, 4].map((is) => ({ id: "N-1", is }));
    const hours = { id: "N-1", is: { fact: "hours" } };
    expect(needsOf(number, { id: "N-1", is: 3 }, [], {}, four)).toEqual(["on"]);
    expect(needsOf(number, { id: "N-1", is: 3 }, [], {}, three)).toEqual([]);
    expect(needsOf(number, { id: "N-1", is: 3 }, [], {}, hours)).toEqual(["on", "hours"]);
    expect(needsOf(number, hours, [], {}, hours)).toEqual(["hours"]);
    expect(needsOf(number, hours, [], { hours: 3 }, three)).toEqual([]);
    expect(needsOf(number, hours, [], { hours: 3 }, four)).toEqual(["on"]);
    expect(needsOf(number, { id: "N-1", is: 3 }, [is("on", "lessThan", day)], {}, four)).toEqual([]);
  });

  it("are those that change a number or what is none", () => {
    const number = { kind: "integer", orNone: true };
    expect(needsOf(number, either("none", { fact: "hours" }))).toEqual(["urgent", "hours"]);
    expect(needsOf(number, either("none", "none"))).toEqual([]);
    expect(needsOf(number, either(5, { fact: "hours" }), [is("hours", "greaterThan", 4)])).toEqual([]);
    expect(needsOf(number, either(5, { fact: "hours" }), [is("hours", "greaterThan", 3)])).toEqual([
      "urgent",
      "hours",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { policyProblems } from "./check-policy.js";
import { codesWith, compare, messagesWith, parking, tables } from "./parking.fixture.js";

const fee = [...tables, 2, "is"] as const;
const until = [...tables, 3, "otherwise", "then", "until"] as const;
const zone = [...tables, 3, "otherwise", "then", "zone"] as const;
const missing = [...tables, 5, "is"] as const;
const weekday = [...tables, 6, "is"] as const;
const minutes = [...tables, 1, "cases", 0, "then"] as const;
const welcome = [...tables, 0, "is"] as const;
const day = { fact: "visit.on" };
const plusNested = (depth: number): unknown => (depth === 1 ? day : { plus: [plusNested(depth - 1), "P1D"] });
const minusNested = (depth: number): unknown =>
  depth === 1 ? { fact: "visit.asks" } : { minus: [minusNested(depth - 1), { fact: "visit.asks" }] };

describe("a result", () => {
  it.each([
    [minutes, 0],
    [minutes, 600],
    [minutes, { fact: "rate.hour" }],
    [fee, 0],
    [fee, { fact: "visit.earlierVisits" }],
    [until, "none"],
    [until, "2028-02-29"],
    [until, plusNested(64)],
    [zone, "street"],
    [missing, []],
    [missing, ["ramp", "permit"]],
    [missing, { fact: "visit.asks" }],
    [missing, minusNested(64)],
    [weekday, { weekdayOf: { plus: ["2026-01-01", "P1Y"] } }],
    [weekday, "monday"],
    [welcome, true],
    [welcome, { fact: "minor" }],
    [welcome, compare("minor", "equal", true)],
    [welcome, { not: compare("minor", "equal", true) }],
  ])("is accepted where it fits the decision: %j", (path, value) => {
    expect(messagesWith(path, value)).toEqual([]);
  });

  it.each([
    [minutes, -1, "value-out-of-range"],
    [minutes, 601, "value-out-of-range"],
    [minutes, "60", "wrong-type"],
    [minutes, null, "wrong-type"],
    [minutes, { fact: "rate.limit" }, "none-not-declared"],
    [minutes, { fact: "visit.by" }, "kind-differs"],
    [minutes, "none", "none-not-declared"],
    [minutes, compare("minor", "equal", true), "expression-unfit"],
    [fee, -1, "value-out-of-range"],
    [fee, 0.5, "number-unsafe"],
    [until, "2026-02-30", "day-malformed"],
    [until, plusNested(65), "too-deep"],
    [until, { plus: [day] }, "wrong-type"],
    [until, { plus: [day, "P1D", "P1D"] }, "wrong-type"],
    [until, { plus: [day, "P"] }, "duration-malformed"],
    [until, { plus: [day, "PT1H"] }, "duration-malformed"],
    [until, { plus: [day, 8] }, "wrong-type"],
    [until, { plus: ["none", "P1D"] }, "day-malformed"],
    [until, { plus: [{ fact: "visit.at" }, "P1D"] }, "kind-differs"],
    [until, { weekdayOf: day }, "expression-unfit"],
    [zone, "west", "value-unknown"],
    [zone, "none", "value-unknown"],
    [zone, { fact: "visit.by" }, "value-unknown"],
    [zone, { weekdayOf: day }, "value-unknown"],
    [missing, ["ramp", "ramp"], "repeated"],
    [missing, ["lift"], "value-unknown"],
    [missing, "ramp", "wrong-type"],
    [missing, { fact: "rate.quiet" }, "value-unknown"],
    [missing, { minus: [["permit"], { fact: "visit.asks" }] }, "values-disjoint"],
    [missing, { minus: [{ fact: "visit.asks" }, ["rampp"]] }, "value-unknown"],
    [missing, { minus: [{ fact: "visit.asks" }, { fact: "rate.quiet" }] }, "values-disjoint"],
    [missing, { minus: [{ fact: "visit.asks" }, { fact: "visit.by" }] }, "kind-differs"],
    [missing, { minus: [{ fact: "visit.asks" }] }, "wrong-type"],
    [missing, { minus: [{ fact: "visit.asks" }, { facts: "visit.asks" }] }, "expression-unknown"],
    [missing, { minus: [["ramp", "ramp"], { fact: "visit.asks" }] }, "repeated"],
    [missing, { minus: [["ramp", 5], { fact: "visit.asks" }] }, "wrong-type"],
    [missing, minusNested(65), "too-deep"],
    [weekday, { weekdayOf: { fact: "decision.until" } }, "none-not-declared"],
    [weekday, { weekdayOf: "monday" }, "day-malformed"],
    [weekday, {}, "expression-unknown"],
    [welcome, { all: [] }, "group-empty"],
  ])("is refused where it does not: %j", (path, value, code) => {
    expect([...new Set(codesWith(path, value))]).toEqual([code]);
  });

  it("may take out of a set what the decision does not have", () => {
    const quiet = { fact: "rate.quiet" };
    expect(codesWith(missing, { minus: [quiet, ["bike", "car"]] })).toEqual([]);
    expect(codesWith(missing, { minus: [quiet, ["bike"]] })).toEqual(["value-unknown"]);
    expect(codesWith(missing, { minus: [quiet, quiet] })).toEqual(["value-unknown"]);
  });

  it("is a day that may be none only where the decision may be none", () => {
    const endsOn = { kind: "date", label: "ends", default: "2026-01-01" };
    const decidesEnd = (day: unknown, declared: object) => {
      const table = { decides: "endsOn", id: "P-10", is: { plus: [day, "P1D"] } };
      const edition = { ...parking.editions[0], tables: [...(parking.editions[0]?.tables ?? []), table] };
      const decisions = { ...parking.decisions, endsOn: declared };
      return policyProblems({ ...parking, decisions, editions: [edition] }).map(({ code }) => code);
    };
    expect(decidesEnd({ fact: "decision.until" }, endsOn)).toEqual(["none-not-declared"]);
    expect(decidesEnd({ fact: "decision.until" }, { ...endsOn, orNone: true })).toEqual([]);
    expect(decidesEnd(day, endsOn)).toEqual([]);
    expect(decidesEnd({ plus: [{ fact: "decision.until" }, "P1D"] }, endsOn)).toEqual(["none-not-declared"]);
  });

  it("says what was meant", () => {
    expect(messagesWith(weekday, { weekDayOf: day })[0]).toMatch(/did you mean "weekdayOf"$/);
    expect(messagesWith(missing, { minus: [["rampp"], []] })[0]).toMatch(
      /is: it may hold "rampp", which the decision may not; did you mean "ramp"$/,
    );
    expect(messagesWith(missing, { minus: [["rampp", "permitt"], []] })[0]).toMatch(
      /it may hold "rampp" and "permitt", which the decision may not; declare these values, or take them out$/,
    );
    expect(messagesWith(missing, { minus: [{ fact: "visit.asks" }, ["rampp"]] })[0]).toMatch(
      /is\.minus\[1\]\[0\]: "rampp" is never in the first set; did you mean "ramp"$/,
    );
  });
});

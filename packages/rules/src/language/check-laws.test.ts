import { describe, expect, it } from "vitest";
import { policyProblems } from "./check-policy.js";
import { codesWith, compare, messagesWith, parking } from "./parking.fixture.js";

const never = (condition: unknown) => ({ id: "law", label: "A law", never: condition });
const monotone = (moreOf: unknown, of: unknown, neverMeans: unknown = "more") => ({
  id: "law",
  label: "A law",
  monotone: { moreOf, neverMeans, of },
});

const defaults = new Map<string, unknown>([
  ["minutes", 0],
  ["feeCents", 0],
  ["until", "none"],
  ["zone", "street"],
  ["extras", []],
  ["missing", []],
  ["weekday", "monday"],
  ["opensAt", "08:00"],
]);

describe("a law", () => {
  it.each([
    never(compare("decision.minutes", "greaterThan", { fact: "visit.earlierVisits" })),
    never(compare("decision.until", "equal", "none")),
    never({ fact: "rate.hour", operator: "lessThan", value: 0 }),
    monotone("visit.asks", "extras"),
    monotone("minor", "until", "less"),
    monotone("visit.on", "feeCents"),
  ])("is accepted over facts, rates and decisions: %j", (law) => {
    expect(messagesWith(["laws", 2], law)).toEqual([]);
  });

  it.each([
    [{ id: "law", label: "A law" }, ["law-ambiguous"]],
    [{ ...never(compare("minor", "equal", true)), ...monotone("minor", "minutes") }, ["law-ambiguous"]],
    [{ never: compare("minor", "equal", true) }, ["property-missing", "property-missing"]],
    [never(compare("decision.minute", "equal", 1)), ["decision-unknown"]],
    [never({ all: [] }), ["group-empty"]],
    [monotone("visit.by", "minutes"), ["law-unordered"]],
    [monotone("visit.plate", "minutes"), ["law-unordered"]],
    [monotone("visit.in", "minutes"), ["name-unknown"]],
    [monotone("minor", "zone"), ["law-unordered"]],
    [monotone("minor", "zones"), ["decision-unknown"]],
    [monotone("minor", "minutes", "fewer"), ["choice-unknown"]],
    [monotone(1, null), ["wrong-type", "wrong-type"]],
    ["no fee", ["wrong-type"]],
    [never(compare("decision.spare", "equal", true)), ["decision-unknown"]],
    [parking.laws[0], ["repeated"]],
  ])("is refused: %j", (law, codes) => {
    expect(codesWith(["laws", 2], law)).toEqual(codes);
  });

  it("is about decisions that every edition answers", () => {
    const repeal = { inForceFrom: "2027-01-01", source: parking.editions[0]?.source, tables: [] };
    const answered = Object.entries(parking.decisions).map(([name, decision]) => [
      name,
      defaults.has(name) ? { ...decision, default: defaults.get(name) } : decision,
    ]);
    const policy = {
      ...parking,
      decisions: Object.fromEntries(answered),
      editions: [...parking.editions, repeal],
    };
    const codes = (law: unknown, editions: unknown) =>
      policyProblems({ ...policy, editions, laws: [law] }).map(({ code }) => code);
    for (const law of [never(compare("decision.welcome", "equal", true)), monotone("minor", "welcome")]) {
      expect(codes(law, parking.editions)).toEqual([]);
      expect(codes(law, policy.editions)).toEqual(["decision-undecided"]);
    }
    expect(codes(monotone("minor", "minutes"), policy.editions)).toEqual([]);
  });
});

describe("a given condition", () => {
  it("is over facts alone", () => {
    const given = (holds: unknown) => [{ id: "g", label: "G", holds }];
    expect(codesWith(["given"], given({ not: compare("minor", "equal", true) }))).toEqual([]);
    expect(codesWith(["given"], given(compare("rate.limit", "equal", 1)))).toEqual(["name-out-of-place"]);
    expect(
      codesWith(["given"], given(compare("visit.earlierVisits", "equal", { fact: "rate.limit" }))),
    ).toEqual(["name-out-of-place"]);
    expect(codesWith(["given"], given(compare("decision.minutes", "equal", 1)))).toEqual([
      "name-out-of-place",
    ]);
    expect(codesWith(["given"], given(undefined))).toEqual(["not-plain-data"]);
    expect(codesWith(["given"], [null])).toEqual(["wrong-type"]);
    expect(codesWith(["given"], {})).toEqual(["wrong-type"]);
    expect(messagesWith(["given", 0, "label"], "")).toEqual([
      'visitor-parking, given "booked-first", label: the text is empty; write it',
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { changed, codesWith, compare, messagesWith, parking, tables } from "./parking.fixture.js";
import { policyProblems } from "./check-policy.js";

const when = [...tables, 1, "cases", 0, "when"] as const;
const minor = compare("minor", "equal", true);
const nested = (depth: number): unknown => (depth === 0 ? minor : { not: nested(depth - 1) });

describe("a condition", () => {
  it.each([
    compare("minor", "notEqual", false),
    compare("visit.by", "notIn", ["car"]),
    compare("visit.by", "in", { fact: "rate.quiet" }),
    compare("visit.by", "equal", { fact: "visit.backBy" }),
    compare("visit.asks", "contains", "ramp"),
    compare("visit.asks", "doesNotContain", "charger"),
    compare("visit.asks", "isEmpty", false),
    compare("visit.earlierVisits", "in", [1, 2]),
    compare("visit.earlierVisits", "lessThan", Number.MAX_SAFE_INTEGER),
    compare("visit.earlierVisits", "equal", { fact: "rate.limit" }),
    compare("rate.limit", "notEqual", "none"),
    compare("visit.on", "greaterThan", { fact: "visit.bookedOn" }),
    compare("visit.on", "equal", "2024-02-29"),
    compare("visit.at", "greaterThanInclusive", "00:00"),
    compare("visit.at", "lessThan", "23:59"),
    compare("visit.plate", "equal", "x".repeat(1000)),
    compare("visit.plate", "in", ["none", "A"]),
    compare("decision.welcome", "equal", true),
    { fact: "rate.hour", operator: "lessThan", value: -1, params: { by: ["visit.backBy", "visit.area"] } },
    { all: [{ any: [minor] }, { not: minor }] },
    nested(63),
  ])("is accepted where it fits: %j", (condition) => {
    expect(messagesWith(when, condition)).toEqual([]);
  });

  it.each([
    [{}, "condition-unknown"],
    [[], "wrong-type"],
    [true, "wrong-type"],
    [{ any: [] }, "group-empty"],
    [{ any: {} }, "wrong-type"],
    [{ not: [] }, "wrong-type"],
    [{ all: [minor], priority: 1 }, "property-unknown"],
    [{ ...minor, path: "$.x" }, "property-unknown"],
    [compare("visit.minor", "equal", true), "name-unknown"],
    [compare("rate.our", "equal", 1), "name-unknown"],
    [compare("visit", "equal", 1), "name-unknown"],
    [compare("minor", "in", [true]), "operator-unfit"],
    [compare("visit.asks", "equal", ["ramp"]), "operator-unfit"],
    [compare("visit.by", "contains", "car"), "operator-unfit"],
    [compare("visit.plate", "lessThan", "A"), "operator-unfit"],
    [compare("minor", "equal", "true"), "wrong-type"],
    [compare("visit.asks", "isEmpty", { fact: "minor" }), "wrong-type"],
    [compare("visit.asks", "contains", ["ramp"]), "wrong-type"],
    [compare("visit.by", "in", "car"), "wrong-type"],
    [compare("visit.by", "in", []), "list-empty"],
    [compare("visit.earlierVisits", "in", []), "list-empty"],
    [compare("visit.by", "in", ["car", "car"]), "repeated"],
    [compare("visit.by", "in", ["none"]), "value-unknown"],
    [compare("visit.earlierVisits", "equal", 0.1), "number-unsafe"],
    [compare("visit.earlierVisits", "equal", 2 ** 53), "number-unsafe"],
    [compare("visit.earlierVisits", "equal", "none"), "none-not-declared"],
    [compare("rate.limit", "lessThan", "none"), "none-not-declared"],
    [compare("rate.limit", "in", ["none"]), "none-not-declared"],
    [compare("visit.on", "equal", "2023-02-29"), "day-malformed"],
    [compare("visit.at", "equal", "24:00"), "time-malformed"],
    [compare("visit.at", "equal", "9:00"), "time-malformed"],
    [compare("visit.plate", "equal", "x".repeat(1001)), "text-too-long"],
    [compare("visit.plate", "equal", "cafe\u0301"), "text-decomposed"],
    [compare("visit.on", "lessThan", { fact: "visit.at" }), "kind-differs"],
    [compare("visit.by", "in", { fact: "visit.backBy" }), "kind-differs"],
    [compare("visit.on", "in", { fact: "rate.quiet" }), "kind-differs"],
    [compare("visit.area", "in", { fact: "rate.quiet" }), "values-disjoint"],
    [compare("visit.asks", "contains", { fact: "visit.area" }), "values-disjoint"],
    [compare("visit.on", "equal", { fact: "visit.on", path: "$" }), "property-unknown"],
    [compare("decision.minutes", "equal", 1), "decision-used-before"],
    [compare("decision.extras", "isEmpty", true), "decision-used-before"],
    [nested(64), "too-deep"],
  ])("is refused where it does not: %j is %s", (condition, code) => {
    expect(codesWith(when, condition)).toEqual([code]);
  });

  it("says what was meant", () => {
    expect(
      messagesWith([...when, "all", 0], { fact: "visit.erlierVisits", operator: "lesThan", value: 1 }),
    ).toEqual([
      'visitor-parking, edition 2026-01-01, decision "minutes", case "P-1", when.all[0].fact: ' +
        'no fact "visit.erlierVisits"; did you mean "visit.earlierVisits"',
      'visitor-parking, edition 2026-01-01, decision "minutes", case "P-1", when.all[0].operator: ' +
        'no operator "lesThan"; did you mean "lessThan"',
    ]);
    expect(messagesWith(when, { al: [minor] })[0]).toMatch(
      /when: "al" begins no condition; did you mean "all"$/,
    );
    expect(messagesWith(when, compare("visit.by", "equal", "bikes"))[0]).toMatch(/did you mean "bike"$/);
  });

  it("may use a rate's own key only with as many facts, whose values the key can have", () => {
    const keyed = (by: unknown) => ({ fact: "rate.hour", operator: "equal", value: 1, params: { by } });
    expect(codesWith(when, keyed(["visit.by", "visit.area"]))).toEqual([]);
    expect(codesWith(when, keyed(["visit.backBy", "visit.area"]))).toEqual([]);
    expect(codesWith(when, keyed(["visit.backBy"]))).toEqual(["params-unfit"]);
    expect(codesWith(when, keyed(["visit.area", "visit.by"]))).toEqual(["params-unfit", "params-unfit"]);
    expect(codesWith(when, keyed(["visit.on", "decision.zone"]))).toEqual(["params-unfit", "params-unfit"]);
    expect(codesWith(when, keyed("visit.by"))).toEqual(["wrong-type"]);
    expect(codesWith(when, { ...minor, params: { by: ["visit.by"] } })).toEqual(["params-out-of-place"]);
    expect(codesWith(when, { ...compare("rate.limit", "equal", 1), params: { by: [] } })).toEqual([
      "params-out-of-place",
    ]);
  });

  it("counts 10,000 in one policy as small enough and one more as too large", () => {
    const fill = (count: number) => changed(when, { any: Array.from({ length: count }, () => minor) });
    const counts = [1, 9999].map((count) => policyProblems(fill(count)).length);
    expect(counts).toEqual([0, 1]);
    let [fits, refused] = [1, 9999];
    while (refused - fits > 1) {
      const middle = Math.floor((fits + refused) / 2);
      if (policyProblems(fill(middle)).length === 0) fits = middle;
      else refused = middle;
    }
    expect(fits + nodesBeside).toBe(10_000);
  }, 20_000);

  it("is read once where it stands many times, however much that makes of it", () => {
    let shared: unknown = minor;
    for (let depth = 0; depth < 60; depth += 1) shared = { all: [shared, shared] };
    const policy = structuredClone(parking);
    Object.assign(policy.editions[0]?.tables[1]?.cases?.[0] ?? {}, { when: shared });
    expect(policyProblems(policy).map(({ code }) => code)).toEqual(["too-many-nodes"]);
  });
});

/** The conditions and expressions of the policy without those of the group that is filled. */
const nodesBeside = 28 + 1;

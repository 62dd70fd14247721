import { describe, expect, test } from "vitest";
import type { Condition } from "../language/condition.js";
import { visitorParking } from "../testing/visitor-parking.js";
import { policyOperators } from "./policy-operators.js";
import { translateCondition } from "./translate-condition.js";

describe("a condition for json-rules-engine", () => {
  const taken: readonly Condition[] = [
    { fact: "visit.minutes", operator: "lessThan", value: 60 },
    { fact: "visit.vehicle", operator: "in", value: ["car"] },
    { fact: "visit.needs", operator: "contains", value: "shade" },
    { any: [{ not: { fact: "visit.on", operator: "equal", value: "2024-01-01" } }] },
    { fact: "visit.badge", operator: "notEqual", value: { fact: "host.badge" } },
  ];
  test.each(taken)("is taken as it is where the engine's own operator answers alike: %j", (condition) => {
    expect(translateCondition(visitorParking, condition)).toEqual(condition);
  });

  const renamed: readonly Condition[] = [
    { fact: "visit.on", operator: "lessThan", value: "2024-01-01" },
    { fact: "visit.startsAt", operator: "greaterThanInclusive", value: "07:00" },
    { fact: "visit.minutes", operator: "greaterThan", value: { fact: "rate.longestStay" } },
    { fact: "visit.needs", operator: "isEmpty", value: true },
    { fact: "visit.vehicle", operator: "in", value: { fact: "rate.closedOn" } },
  ];
  test.each(renamed)("has an operator of ours where the engine's would answer otherwise: %j", (condition) => {
    const operator = "operator" in condition ? `guichet/${condition.operator}` : "";
    expect(translateCondition(visitorParking, condition)).toMatchObject({ operator });
  });

  test("names the policy of a rate or decision, and keeps the facts that key it", () => {
    const condition: Condition = {
      fact: "decision.feeCents",
      operator: "lessThan",
      value: { fact: "rate.feeCents", params: { by: ["host.vehicle"] } },
    };
    expect(translateCondition(visitorParking, condition)).toEqual({
      fact: "decision.feeCents",
      params: { policy: "visitor-parking" },
      operator: "lessThan",
      value: { fact: "rate.feeCents", params: { policy: "visitor-parking", by: ["host.vehicle"] } },
    });
  });
});

test("an ordered operator never holds with none on either side", () => {
  for (const operator of ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"] as const) {
    expect(policyOperators[operator]?.("none", "2024-01-01")).toBe(false);
    expect(policyOperators[operator]?.("2024-01-01", "none")).toBe(false);
    expect(policyOperators[operator]?.("2024-01-01", "2024-01-01")).toBe(operator.endsWith("Inclusive"));
  }
});

import { describe, expect, it } from "vitest";
import { decide } from "../engine/decide.js";
import { holds, type Value } from "../engine/evaluate.js";
import type { Law } from "../language/law.js";
import { policyFromJson, type FactsOf, type Policy } from "../language/policy.js";
import { loyaltyDiscount } from "../policies/loyalty-discount/index.js";
import * as policies from "../policies/index.js";
import { brokenLaws } from "./prove-laws.js";
import { spaceOf } from "./space.js";

const shipped = Object.values<Policy>(policies).map((policy) => [policy.id, policy] as const);

/** The discount with another law in place of its own. */
function under(law: Law): Policy {
  return policyFromJson(JSON.stringify({ ...loyaltyDiscount, laws: [law] }));
}

function decided(policy: Policy, facts: unknown): Readonly<Record<string, Value>> {
  return decide(policy, facts as FactsOf<Policy>).outcome as Readonly<Record<string, Value>>;
}

describe.each(shipped)("the laws of %s", (_, policy) => {
  it("hold for all facts on all days", () => {
    expect(brokenLaws(spaceOf(policy))).toEqual([]);
  });
});

describe("a law that does not hold", () => {
  it("of what must never be is shown by facts for which it is so", () => {
    const never = { fact: "decision.discountPercent", operator: "greaterThan", value: 0 } as const;
    const policy = under({ id: "no-discount", label: "There is no discount.", never });
    const [broken] = brokenLaws(spaceOf(policy));
    const outcome = decided(policy, broken?.witness);
    expect(holds(never, ({ fact }) => outcome[fact.replace("decision.", "")] ?? "none")).toBe(true);
  });

  it("of what must not grow is shown by two sets of facts that differ in one", () => {
    const monotone = { moreOf: "entitlement.to", neverMeans: "more", of: "discountPercent" } as const;
    const policy = under({ id: "later-end", label: "A later end never means more.", monotone });
    const [broken] = brokenLaws(spaceOf(policy));
    const [before, after] = [decided(policy, broken?.witness), decided(policy, broken?.after)];
    expect([before["discountPercent"], after["discountPercent"]]).toEqual([0, 7]);
    expect({ ...broken?.after, entitlement: undefined }).toEqual({
      ...broken?.witness,
      entitlement: undefined,
    });
  });
});

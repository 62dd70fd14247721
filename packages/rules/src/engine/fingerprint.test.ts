import { describe, expect, it } from "vitest";
import type { IsoDay } from "../calendar/civil-day.js";
import { policyFromJson, type Policy } from "../language/policy.js";
import { decide } from "./decide.js";
import { loan } from "./loan.fixture.js";

const on = (policy: Policy, day: IsoDay = "2024-05-02") => {
  const facts = { loan: { on: day } };
  return decide(policy, facts).fingerprint;
};
const json = JSON.stringify(loan);

/** The policy with one text of its JSON replaced; the text stands there. */
function changed(from: string, to: string): Policy {
  expect(json).toContain(from);
  return policyFromJson(json.replace(from, to));
}

describe("the fingerprint", () => {
  it("is SHA-256, and the same for the same data", () => {
    expect(on(loan)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(on(policyFromJson(json))).toBe(on(loan));
  });

  it("is the same on every day of a segment, and another one in the next", () => {
    expect(on(loan, "2024-01-01")).toBe(on(loan, "2024-12-31"));
    const others = [on(loan, "2025-01-01"), on(loan, "2025-07-01")];
    expect(new Set([on(loan), ...others]).size).toBe(3);
  });

  it.each([
    ["a threshold", '"value":7}', '"value":8}'],
    ["a rate", '"value":200', '"value":201'],
    ["the key of a rate", '"for":["staff"]', '"for":["visitor"]'],
    ["a default", '"default":0', '"default":1'],
    ["a result", '"is":"ward"', '"is":"store"'],
    ["a term", '"P1M"', '"P30D"'],
    ["a bound of a fact", '"max":90', '"max":91'],
    ["what is given", '"operator":"lessThanInclusive"', '"operator":"lessThan"'],
    ["the id of a case", '"L-1-atlas"', '"L-1-maps"'],
    ["a gap that closes", ',"gap":true', ""],
  ])("changes with %s", (_, from, to) => {
    expect(on(changed(from, to))).not.toBe(on(loan));
  });

  it.each([
    ["a label of a fact", '"label":"days late"', '"label":"days overdue"'],
    ["a label of a decision", '"label":"fee"', '"label":"charge"'],
    ["a label of what is given", '"label":"A book comes', '"label":"Any book comes'],
    ["the title", '"title":"Book loan"', '"title":"Lending books"'],
    ["a citation", '"section":"3"', '"section":"3.1"'],
    ["the source of an edition", '"section":"whole"', '"section":"everything"'],
    ["a source", '"checkedOn":"2025-06-30"', '"checkedOn":"2026-06-30"'],
    ["who can tell", '"holder":"MIS"', '"holder":"desk"'],
    ["a later rate", '"value":250', '"value":300'],
    ["a later edition", '"id":"L-1-always","is":true', '"id":"L-1-always","is":false'],
  ])("does not change with %s", (_, from, to) => {
    expect(on(changed(from, to))).toBe(on(loan));
  });

  it("does not change with the order of keys, or of a rate's rows", () => {
    const reversed: unknown = JSON.parse(json, (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(on(policyFromJson(JSON.stringify(reversed)))).toBe(on(loan));
    const { lateFee } = loan.rates;
    const rows = lateFee.rows.toReversed();
    expect(on(policyFromJson(JSON.stringify({ ...loan, rates: { lateFee: { ...lateFee, rows } } })))).toBe(
      on(loan),
    );
  });

  it("is that of names too: a decision called like a label is not mistaken for one", () => {
    const together = (source: string) =>
      policyFromJson(
        JSON.stringify({
          ...loan,
          locales: ["en"],
          decisions: {
            source: { kind: "one-of", values: ["ward", "store"], label: "where from" },
            label: { kind: "boolean", label: "has a label" },
          },
          editions: [
            {
              inForceFrom: "2024-01-01",
              source: { document: "rules", section: "1", confidence: "certain" },
              tables: [
                {
                  decides: ["source", "label"],
                  hitPolicy: "first",
                  cases: [],
                  otherwise: { id: "L-7", then: { source, label: true } },
                },
              ],
            },
          ],
        }),
      );
    expect(on(together("ward"))).not.toBe(on(together("store")));
  });
});

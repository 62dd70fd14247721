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
    ["what a case of several adds", '"then":["disinfect"]', '"then":["dry"]'],
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
    ["who may read a fact", '"privacy":"health"', '"privacy":"personal"'],
    ["the unit of a fact", '"max":90', '"max":90,"unit":"days"'],
    [
      "a citation of a case",
      '"section":"1","confidence":"interpretation"',
      '"section":"1.1","confidence":"likely"',
    ],
    ["a citation of an expression", '"section":"2"', '"section":"2.1"'],
    [
      "a citation of the last row",
      '"id":"L-1-lent","then":true',
      '"id":"L-1-lent","then":true,"cites":[{"document":"rules","section":"1","confidence":"certain"}]',
    ],
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

  describe("of a rate by two facts", () => {
    type Row = readonly [value: number, ...key: readonly string[]];
    const fees = (...rows: readonly Row[]) => byTwo(["reader.kind", "book.kind"], rows);
    const some: readonly Row[] = [[200], [100, "visitor"], [0, "staff"]];

    it("does not change with a row that says what holds for its key anyway", () => {
      expect(fees(...some, [0, "staff", "atlas"])).toBe(fees(...some));
      expect(fees(...some, [200, "patient"])).toBe(fees(...some));
      expect(fees(...some, [200, "patient", "novel"])).toBe(fees(...some));
    });

    it("changes with a row that says something else for its key", () => {
      expect(fees(...some, [100, "staff", "atlas"])).not.toBe(fees(...some));
      expect(fees(...some, [200, "staff", "atlas"])).not.toBe(fees(...some));
      expect(fees(...some, [100, "patient"])).not.toBe(fees(...some));
    });

    it("changes with the facts its keys are about", () => {
      expect(byTwo(["reader.kind", "book.kind"], some)).not.toBe(byTwo(["reader.guide", "book.kind"], some));
    });

    function byTwo(by: readonly string[], rows: readonly Row[]): string | null {
      const facts = { ...loan.facts, reader: { ...loan.facts.reader, guide: loan.facts.reader.kind } };
      const from = "2024-01-01";
      const cites = loan.rates.lateFee.rows[0].cites;
      const written = rows.map(([value, ...key]) => ({
        ...(key.length > 0 ? { for: key } : {}),
        from,
        value,
        cites,
      }));
      const lateFee = { ...loan.rates.lateFee, by, rows: written };
      return on(policyFromJson(JSON.stringify({ ...loan, facts, rates: { lateFee } })));
    }
  });

  it("changes with an amendment while something of it holds, and only then", () => {
    const holds = [{ from: "2024-05-01", to: "2024-05-31" }];
    const amended: Policy = { ...loan, amendments: [{ id: "works", title: "Works", holds }] };
    expect(on(amended, "2024-05-31")).not.toBe(on(loan, "2024-05-31"));
    expect(on(amended, "2024-06-01")).toBe(on(loan, "2024-06-01"));
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

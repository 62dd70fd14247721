import { describe, expect, it } from "vitest";
import { GuichetError } from "../../language/problem.js";
import { declaredFacts } from "../../language/declared-facts.js";
import { insuranceCoverage } from "../../policies/insurance-coverage/policy.js";
import { loyaltyDiscount } from "../../policies/loyalty-discount/policy.js";
import { policyOfBoth } from "./invoice-facts.js";
import { readInvoice } from "./read-invoice.js";

const policies = { insuranceCoverage, loyaltyDiscount };
const max = Number.MAX_SAFE_INTEGER;
const line = { id: "one", unitPriceMinor: 100, currency: "EUR" };

function problemsOf(input: unknown): readonly string[] {
  try {
    readInvoice(policies, input as never);
    return [];
  } catch (error) {
    if (!GuichetError.isInstance(error) || error.code !== "input-refused") throw error;
    return error.problems.map(
      (problem) => `${"path" in problem ? String(problem.path) : ""}: ${problem.code}`,
    );
  }
}

describe("an invoice that is read", () => {
  it("has the facts of a line over those that all lines share, one by one", () => {
    const shared = { service: { on: "2026-11-23", inProgram: true } } as const;
    const own = { service: { inProgram: false, line: "surgery" } } as const;
    const { lines } = readInvoice(policies, { facts: shared, lines: [{ ...line, facts: own }] });
    expect(Object.fromEntries(lines[0]?.facts ?? [])).toEqual({
      "service.on": "2026-11-23",
      "service.inProgram": false,
      "service.line": "surgery",
    });
  });

  it("is a copy, which later changes do not reach", () => {
    const shared = { arrival: { via: "direct" as "direct" | "insurer-dispatcher" } };
    const { lines } = readInvoice(policies, { facts: shared, lines: [line] });
    shared.arrival.via = "insurer-dispatcher";
    expect(lines[0]?.facts.get("arrival.via")).toBe("direct");
  });

  it("takes every fact of the two policies, and no other", () => {
    const facts = (policy: { facts: Parameters<typeof declaredFacts>[0] }) =>
      declaredFacts(policy.facts).keys();
    expect(new Set(facts(policyOfBoth(policies)))).toEqual(
      new Set([...facts(insuranceCoverage), ...facts(loyaltyDiscount)]),
    );
  });
});

describe("an invoice that is refused", () => {
  it.each([
    ["no line", { lines: [] }, "lines: no-lines"],
    ["no list of lines", {}, "lines: wrong-type"],
    ["nothing to read", null, ": wrong-type"],
    [
      "a price below zero",
      { lines: [{ ...line, unitPriceMinor: -1 }] },
      "lines[0].unitPriceMinor: price-below-zero",
    ],
    [
      "half a minor unit",
      { lines: [{ ...line, unitPriceMinor: 0.5 }] },
      "lines[0].unitPriceMinor: not-a-whole-number",
    ],
    [
      "a price as text",
      { lines: [{ ...line, unitPriceMinor: "1" }] },
      "lines[0].unitPriceMinor: not-a-whole-number",
    ],
    ["no price", { lines: [{ id: "one", currency: "EUR" }] }, "lines[0].unitPriceMinor: not-a-whole-number"],
    [
      "a price beyond what is exact",
      { lines: [{ ...line, unitPriceMinor: max + 1 }] },
      "lines[0].unitPriceMinor: amount-too-large",
    ],
    ["none of a service", { lines: [{ ...line, quantity: 0 }] }, "lines[0].quantity: quantity-below-one"],
    ["half a service", { lines: [{ ...line, quantity: 1.5 }] }, "lines[0].quantity: not-a-whole-number"],
    [
      "a line beyond what is exact",
      { lines: [{ ...line, unitPriceMinor: 2 ** 52, quantity: 2 }] },
      "lines[0]: amount-too-large",
    ],
    [
      "a total beyond what is exact",
      {
        lines: [
          { ...line, unitPriceMinor: max },
          { ...line, id: "two", unitPriceMinor: 1 },
        ],
      },
      "lines: total-too-large",
    ],
    [
      "a currency in small letters",
      { lines: [{ ...line, currency: "eur" }] },
      "lines[0].currency: currency-unknown",
    ],
    ["an id twice", { lines: [line, line] }, "lines[1].id: id-repeated"],
    ["an empty id", { lines: [{ ...line, id: " " }] }, "lines[0].id: not-a-text"],
    ["a property nobody reads", { lines: [line], total: 1 }, "total: property-unknown"],
    ["a yes as text", { selfPaying: "yes", lines: [line] }, "selfPaying: wrong-type"],
    [
      "a day that does not exist",
      { facts: { service: { on: "2026-02-30" } }, lines: [line] },
      "facts.service.on: not-a-date",
    ],
    [
      "a fact no policy has",
      { lines: [{ ...line, facts: { service: { inn: true } } }] },
      "lines[0].facts.service.inn: unknown-fact",
    ],
    [
      "a fact that is null",
      { lines: [{ ...line, facts: { service: { line: null } } }] },
      "lines[0].facts.service.line: null-fact",
    ],
  ])("has %s", (_, input, problem) => {
    expect(problemsOf(input)).toEqual([problem]);
  });

  it("is told everything at once", () => {
    const input = {
      facts: { care: { setting: "hotel" } },
      lines: [
        { ...line, unitPriceMinor: -1, currency: "EURO" },
        { ...line, quantity: 0, facts: { arrival: { via: 1 } } },
        { ...line, id: "two", unitPriceMinor: max, quantity: 2 },
        { ...line, id: "", currency: "RUB", unitPriceMinor: max },
        { ...line, id: "four", currency: "RUB" },
        "five",
      ],
    };
    expect(new Set(problemsOf(input))).toEqual(
      new Set([
        "facts.care.setting: value-not-listed",
        "lines[0].unitPriceMinor: price-below-zero",
        "lines[0].currency: currency-unknown",
        "lines[1].quantity: quantity-below-one",
        "lines[1].id: id-repeated",
        "lines[1].facts.arrival.via: wrong-type",
        "lines[2]: amount-too-large",
        "lines[3].id: not-a-text",
        "lines[5]: wrong-type",
        "lines: total-too-large",
      ]),
    );
  });

  it("never hears its values again", () => {
    const secret = {
      id: "Zaphod",
      unitPriceMinor: -4242,
      currency: "SECRET",
      facts: { beneficiary: { kind: "Zaphod" } },
    };
    try {
      readInvoice(policies, { lines: [secret, secret] } as never);
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify(error) + String(error)).not.toMatch(/Zaphod|4242|SECRET/);
    }
  });

  it.each([
    ["the largest amount on one line", [{ ...line, unitPriceMinor: max }]],
    [
      "the largest total",
      [
        { ...line, unitPriceMinor: max - 1 },
        { ...line, id: "two", unitPriceMinor: 1 },
      ],
    ],
    [
      "the largest amount in each currency",
      [
        { ...line, unitPriceMinor: max },
        { id: "two", currency: "RUB", unitPriceMinor: max },
      ],
    ],
    ["a price of zero", [{ ...line, unitPriceMinor: 0 }]],
  ])("is not refused for %s", (_, lines) => {
    expect(problemsOf({ lines })).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { Policy } from "../../language/policy.js";
import { Compilation } from "./compilation.js";

const about = { label: "x", holder: "desk", privacy: "internal" } as const;
const cites = [{ document: "page", section: "1", confidence: "certain" }] as const;

/** A policy that no check has seen, with one table and one rate. */
function unchecked(is: object, rate: object = {}): Policy {
  return {
    ...{ id: "unchecked", title: "x", question: "x", jurisdiction: "FR", datedBy: "day", locales: ["en"] },
    sources: { page: { title: "x", kind: "house-rule", dated: true, checkedOn: "2026-01-01" } },
    facts: {
      day: { kind: "date", ...about },
      side: { kind: "one-of", values: ["north", "south"], ...about },
    },
    decisions: { fee: { kind: "integer", label: "x" } },
    rates: {
      cents: {
        ...{ kind: "integer", label: "x", by: ["side"], ...rate },
        rows: [{ for: ["north"], from: "open", value: 1, cites }],
      },
    },
    editions: [{ inForceFrom: "open", source: cites[0], tables: [{ decides: "fee", id: "U-1", is }] }],
  } as unknown as Policy;
}

describe("a policy that no check has seen", () => {
  it.each([
    { what: "a fact", is: { fact: "other" }, message: 'compile: "other" is not declared' },
    { what: "a decision", is: { fact: "decision.other" }, message: 'compile: "other" is not declared' },
    { what: "a rate", is: { fact: "rate.other" }, message: 'compile: rate "other" is not declared' },
    {
      what: "the key of a rate",
      is: { fact: "rate.cents", params: { by: ["day"] } },
      message: 'compile: rate "cents" has no key "day"',
    },
    {
      what: "a row of a rate",
      is: { fact: "rate.cents" },
      message: 'compile: rate "cents" has no value for a key',
    },
  ])("is not compiled without $what it speaks of", ({ is, message }) => {
    const compilation = new Compilation(unchecked(is));
    expect(() => compilation.plan(0)).toThrow(new RangeError(message));
  });

  it("has no more stretches of days than it has", () => {
    const compilation = new Compilation(unchecked({ fact: "side" }));
    expect(compilation.plan(0).segment.index).toBe(0);
    expect(compilation.plan(0)).toBe(compilation.plan(0));
    expect(() => compilation.plan(1)).toThrow(new RangeError("compile: there is no such segment"));
    expect(() => compilation.plan(-1)).toThrow(RangeError);
  });
});

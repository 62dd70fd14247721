import { describe, expect, it } from "vitest";
import { fillMessage, type Printable } from "./fill-message.js";
import { loanEn } from "./loan-locales.fixture.js";

const nothing: Printable = { outcome: {}, open: {}, rates: [], facts: new Map() };
const filled = (message: string, printable: Partial<Printable> = {}) =>
  fillMessage(loanEn, message, { ...nothing, ...printable });
const rate = (value: number, kind?: string) => ({
  name: "lateFee",
  ...(kind === undefined ? {} : { for: [kind] }),
  value,
  from: "2024-01-01",
});

describe("a placeholder", () => {
  it("is filled with a rate, a decision, or a fact that may be printed", () => {
    const facts = new Map([["book.kind", "atlas"]]);
    expect(filled("{rate.lateFee}, {book.kind}", { rates: [rate(250)], facts })).toBe("€2.50, atlas");
    expect(filled("{decision.lent}, {decision.duties}.", { outcome: { lent: false, duties: [] } })).toBe(
      "no, nothing.",
    );
  });

  it("is filled with its own rate, whatever others were used", () => {
    const others = [{ ...rate(9900), name: "earlyFee" }, rate(250), { ...rate(9900), name: "earlyFee" }];
    expect(filled("{rate.lateFee}", { rates: others })).toBe("€2.50");
  });

  it("is filled with what an open decision can still be", () => {
    expect(filled("{decision.shelf}", { open: { shelf: { oneOf: ["ward", "store"] } } })).toBe(
      "the ward or the store",
    );
  });

  it("is filled with the label of what has no value, or more than one", () => {
    expect(filled("{rate.lateFee}, {decision.lent}, {loan.on}")).toBe("late fee, lent, day of the loan");
    expect(filled("{rate.lateFee}", { rates: [rate(200), rate(200, "staff")] })).toBe("late fee");
  });

  it("is filled with the label of a personal or health fact, whatever is known of it", () => {
    const facts = new Map<string, boolean | string>([
      ["reader.card", "R-100"],
      ["reader.infectious", true],
    ]);
    expect(filled("{reader.card}, {reader.infectious}", { facts })).toBe("number of the card, infectious");
  });
});

import { describe, expect, it } from "vitest";
import { casesBehind } from "./cases-behind.js";
import { loanEn, loanFr } from "./loan-locales.fixture.js";
import type { loan } from "./loan.fixture.js";

const day = { loan: { on: "2024-05-02" } } as const;
const idsBehind = (facts: Parameters<typeof casesBehind<typeof loan>>[1], fact: "reader.infectious") =>
  casesBehind(loanEn, facts, fact).map((one) => one.case);

describe("casesBehind", () => {
  it("lists the cases that the fact alone can bring in or take out, in the order of the policy", () => {
    expect(casesBehind(loanEn, day, "reader.infectious").map((one) => [one.case, one.decisions])).toEqual([
      ["L-1-infectious", ["lent"]],
      ["L-1-atlas", ["lent"]],
      ["L-1-lent", ["lent"]],
      ["L-5-infectious", ["duties"]],
    ]);
  });

  it("leaves out what the fact has no part in, though the same decision may stand on it", () => {
    const behindKind = casesBehind(loanEn, day, "book.kind").map((one) => one.case);
    expect(behindKind).toEqual(["L-1-atlas", "L-1-lent"]);
  });

  it("leaves out cases that other facts have ruled out already", () => {
    expect(idsBehind({ ...day, book: { kind: "novel" } }, "reader.infectious")).not.toContain("L-1-atlas");
    expect(idsBehind({ ...day, book: { kind: "atlas" } }, "reader.infectious")).toEqual(["L-5-infectious"]);
  });

  it("keeps a case that always decides but whose result the fact changes", () => {
    const late = { loan: { on: "2024-05-02", days: 8 } } as const;
    expect(casesBehind(loanEn, late, "reader.kind").map((one) => one.case)).toEqual(["L-4"]);
  });

  it("says each case in the words of the locale, with its place in the source and whether that is silent", () => {
    const [first] = casesBehind(loanFr, day, "reader.infectious");
    expect(first).toEqual({
      case: "L-1-infectious",
      sentence: loanFr.cases["L-1-infectious"],
      decisions: ["lent"],
      cites: [{ document: "notice", section: "1", confidence: "interpretation" }],
      gap: true,
    });
  });

  it("says a case of several segments once, and prints no rate they do not share", () => {
    const [fee] = casesBehind(loanEn, { loan: { days: 60 } }, "reader.kind");
    expect(fee).toMatchObject({ case: "L-4", sentence: "A late book costs late fee." });
    expect(fee?.cites.map(({ section }) => section)).toEqual([
      "whole",
      "2",
      "3, staff",
      "3",
      "whole, second printing",
      "3, from July 2025",
    ]);
  });

  it("has nothing to say of a fact that is known, that nothing open depends on, or before the first edition", () => {
    expect(idsBehind({ ...day, reader: { infectious: true } }, "reader.infectious")).toEqual([]);
    expect(casesBehind(loanEn, day, "reader.card")).toEqual([]);
    expect(idsBehind({ loan: { on: "2023-12-31" } }, "reader.infectious")).toEqual([]);
  });

  it("refuses wrong facts", () => {
    expect(() => casesBehind(loanEn, { loan: { days: -1 } }, "book.kind")).toThrow('fact "loan.days"');
  });
});

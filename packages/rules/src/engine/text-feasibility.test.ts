import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsAgree, type TextAssumption } from "./text-feasibility.js";

/** How often assumptions are drawn. */
const runs = 10 * Number(process.env["GUICHET_FEASIBILITY_RUNS"] ?? 500);
const texts = ["p", "q", "r"];
const words = ["a", "b"];
/** The words, and as many others as there are texts, so that all can differ. */
const values = ["a", "b", "other 1", "other 2", "other 3"];

const assumption: fc.Arbitrary<TextAssumption> = fc.oneof(
  fc.record({ key: fc.constant(""), text: fc.constantFrom(...texts), word: fc.constantFrom(...words) }),
  fc.record({
    key: fc.constant(""),
    text: fc.constantFrom(...texts),
    not: fc.subarray(words, { minLength: 1 }),
  }),
  fc.record({
    key: fc.constant(""),
    text: fc.constantFrom(...texts),
    other: fc.constantFrom(...texts),
    same: fc.boolean(),
  }),
);

describe("whether texts exist that meet what is assumed", () => {
  it("is what trying the words and enough others says", () => {
    fc.assert(
      fc.property(fc.array(assumption, { maxLength: 6 }), (all) => {
        const tried = values.some((p) =>
          values.some((q) =>
            values.some((r) =>
              all.every((one) =>
                isMet(
                  one,
                  new Map([
                    ["p", p],
                    ["q", q],
                    ["r", r],
                  ]),
                ),
              ),
            ),
          ),
        );
        expect(textsAgree(all)).toBe(tried);
      }),
      { numRuns: runs },
    );
  });

  it("follows equal texts to the word one of them is", () => {
    const equal: TextAssumption[] = [
      { key: "", text: "p", other: "q", same: true },
      { key: "", text: "q", other: "r", same: true },
      { key: "", text: "p", word: "a" },
    ];
    expect(textsAgree([...equal, { key: "", text: "r", word: "a" }])).toBe(true);
    expect(textsAgree([...equal, { key: "", text: "r", word: "b" }])).toBe(false);
    expect(textsAgree([...equal, { key: "", text: "r", not: ["a"] }])).toBe(false);
  });

  it("lets two texts that are no word differ or not", () => {
    const others: TextAssumption[] = [
      { key: "", text: "p", not: words },
      { key: "", text: "q", not: words },
    ];
    expect(textsAgree([...others, { key: "", text: "p", other: "q", same: true }])).toBe(true);
    expect(textsAgree([...others, { key: "", text: "p", other: "q", same: false }])).toBe(true);
  });
});

function isMet(one: TextAssumption, at: ReadonlyMap<string, string>): boolean {
  const value = at.get(one.text) ?? "";
  if ("word" in one) return value === one.word;
  return "not" in one ? !one.not.includes(value) : (value === at.get(one.other)) === one.same;
}

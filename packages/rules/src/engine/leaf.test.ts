import { describe, expect, it } from "vitest";
import { isNone, leafKey, none, termKey, type Leaf } from "./leaf.js";
import { noOffset } from "./offset.js";

const aMonth = [{ months: 1, days: 0 }];

describe("where a diagram ends", () => {
  it("has a name of its own, whatever looks alike", () => {
    const leaves: readonly Leaf[] = [
      { is: "value", value: true },
      { is: "value", value: false },
      { is: "value", value: "true" },
      { is: "value", value: "3" },
      { is: "value", value: "x" },
      { is: "value", value: "" },
      { is: "point", at: 3 },
      { is: "point", at: -3 },
      { is: "fact", fact: "x", offset: noOffset },
      { is: "fact", fact: "x", offset: aMonth },
      { is: "fact", fact: "y", offset: aMonth },
      { is: "impossible" },
    ];
    expect(new Set(leaves.map(leafKey)).size).toBe(leaves.length);
    expect(leafKey({ is: "fact", fact: "x", offset: aMonth })).toBe(termKey({ fact: "x", offset: aMonth }));
  });

  it("is none only where it says so", () => {
    expect(isNone(none)).toBe(true);
    expect(isNone({ is: "value", value: "nothing" })).toBe(false);
    expect(isNone({ is: "point", at: 0 })).toBe(false);
  });
});

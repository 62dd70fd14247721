import { describe, expect, it } from "vitest";
import { payWithinCeiling } from "./pay-within-ceiling.js";

const paid = (fees: readonly number[], ceiling: number) =>
  payWithinCeiling(
    fees.map((feeCents) => ({ feeCents })),
    ceiling,
  ).map(({ paidCents, cutCents }) => [paidCents, cutCents]);

describe("what is paid up to a ceiling", () => {
  it("is everything while the ceiling is not crossed, the act that reaches it included", () => {
    expect(paid([500, 1000], 1500)).toEqual([
      [500, 0],
      [1000, 0],
    ]);
  });

  it("is a part of the act that crosses it, and nothing of those after it", () => {
    expect(paid([500, 1000, 500], 1499)).toEqual([
      [500, 0],
      [999, 1],
      [0, 500],
    ]);
  });
});

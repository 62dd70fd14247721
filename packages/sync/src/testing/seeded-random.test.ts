import { describe, expect, it } from "vitest";
import { seededRandom } from "./seeded-random.js";

describe("seeded randomness", () => {
  it("is wholly decided by its seed", () => {
    const drawn = (seed: number): readonly unknown[] => {
      const random = seededRandom(seed);
      return [random.next(), random.uuid(), random.next()];
    };
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it("gives numbers from 0 to below 1, spread evenly, and UUIDs of version 4 that differ", () => {
    const random = seededRandom(1);
    const numbers = Array.from({ length: 10_000 }, random.next);
    expect(numbers.every((number) => 0 <= number && number < 1)).toBe(true);
    expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1);
    const uuids = Array.from({ length: 1_000 }, random.uuid);
    expect(new Set(uuids).size).toBe(1_000);
    for (const uuid of uuids) {
      expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
  });
});

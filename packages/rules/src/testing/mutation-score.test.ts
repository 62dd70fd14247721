import { describe, expect, it } from "vitest";
import { defineExamples } from "../language/example.js";
import type { Policy } from "../language/policy.js";
import { decide } from "../engine/decide.js";
import { mutationScore } from "./mutation-score.js";
import { openingHours } from "./opening-hours.fixture.js";

const visit = { on: "2026-01-01", hour: 8 } as const;

/** Both sides of every threshold, the first day, and every way in. */
const thorough = defineExamples(openingHours, [
  { shows: "Open at eight.", facts: { visit, staff: false }, expect: { refusals: [], entry: "front" } },
  {
    shows: "Closed before.",
    facts: { visit: { ...visit, hour: 7 }, staff: false },
    expect: { refusals: ["closed"], entry: "none" },
    cases: ["OH-1"],
  },
  {
    shows: "Staff come before.",
    facts: { visit: { ...visit, hour: 7 }, staff: true },
    expect: { refusals: [], entry: "front" },
  },
  {
    shows: "Open in the evening.",
    facts: { visit: { ...visit, hour: 19 }, staff: false },
    expect: { refusals: [] },
  },
  {
    shows: "Closed at night.",
    facts: { visit: { ...visit, hour: 20 }, staff: true },
    expect: { refusals: ["closed"] },
  },
]);

describe("the mutation score", () => {
  it("is full where examples and laws pin everything down", () => {
    const { answers } = mutationScore(openingHours, { examples: thorough });
    // The rate may begin earlier: before the first edition nobody reads it.
    expect(answers).toMatchObject({ tried: 24, noticed: 23, equivalent: 1, percent: 100, survivors: [] });
  });

  it("is low where examples look at the ordinary case only, and names what they miss", () => {
    const { answers } = mutationScore(openingHours, { examples: thorough.slice(0, 1) });
    expect(answers.percent).toBeLessThan(70);
    expect(answers.survivors).toContainEqual({
      id: "threshold:editions.0.tables.0.cases.1.when.value#1",
      kind: "threshold",
      where: 'opening-hours, edition "2026-01-01", table "refusals", case "OH-2", when.value',
      change: "19 becomes 18",
    });
  });

  it("counts what the policy's own laws notice", () => {
    const { laws, ...lawless } = openingHours;
    expect(laws).toHaveLength(1);
    const [withLaw, without] = [openingHours, lawless].map((policy: Policy) =>
      mutationScore(policy, { examples: thorough.slice(0, 1) }),
    );
    expect(withLaw?.answers.noticed).toBeGreaterThan(without?.answers.noticed ?? 0);
  });

  it("sets lost citations and marks of gaps apart, which only tests that look at reasons can notice", () => {
    expect(mutationScore(openingHours, { examples: thorough }).reasons).toMatchObject({
      tried: 2,
      noticed: 0,
    });
    const looksAtReasons = (policy: Policy) => {
      const night = decide(policy, { visit: { ...visit, hour: 7 }, staff: false });
      return JSON.stringify(night.because) === JSON.stringify(reasons);
    };
    const reasons = decide(openingHours, { visit: { ...visit, hour: 7 }, staff: false }).because;
    expect(mutationScore(openingHours, looksAtReasons).reasons).toMatchObject({
      tried: 2,
      noticed: 2,
      percent: 100,
    });
  });

  it("takes tests that throw and tests that give false", () => {
    const [throwing, giving] = [
      (policy: Policy) => {
        if (policy !== openingHours) throw new Error("noticed");
      },
      (policy: Policy) => policy === openingHours,
    ].map((tests) => mutationScore(openingHours, tests).answers.noticed);
    expect([throwing, giving]).toEqual([24, 24]);
  });

  it("is rounded down, so that 100 means all", () => {
    const tests = (policy: Policy) =>
      policy === openingHours || policy.rates["firstHour"]?.rows[0].value === 9;
    expect(mutationScore(openingHours, tests).answers).toMatchObject({ tried: 24, noticed: 23, percent: 95 });
  });

  it("takes a part of the mutants, always the same", () => {
    const some = [1, 2].map(() => mutationScore(openingHours, () => true, { most: 5 }));
    expect(some[0]).toEqual(some[1]);
    const told: string[] = [];
    const onProgress = (tried: number, of: number) => told.push(`${tried}/${of}`);
    mutationScore(openingHours, () => true, { most: 3, onProgress });
    expect(told).toEqual(["1/3", "2/3", "3/3"]);
    expect((some[0]?.answers.tried ?? 0) + (some[0]?.reasons.tried ?? 0)).toBeLessThanOrEqual(5);
  });

  it("refuses tests that find the policy itself wrong", () => {
    expect(() => mutationScore(openingHours, () => false)).toThrow(
      "opening-hours: the tests find the policy itself wrong; make them pass before you ask what they notice",
    );
  });
});

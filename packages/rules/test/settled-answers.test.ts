import { describe, expect, it } from "vitest";
import { answersFor } from "../src/engine/answers.js";
import { readFacts } from "../src/engine/check-facts.js";
import type { Value } from "../src/engine/evaluate.js";
import { decidedBy } from "../src/engine/compile/plan-segment.js";
import { settledAnswers } from "../src/engine/settled-answers.js";
import type { Policy } from "../src/language/policy.js";
import { nestFacts } from "../src/testing/nest-facts.js";
import { randomFacts } from "../src/testing/random-facts.js";
import { randomFrom } from "../src/testing/random.js";
import { byId, seed } from "./shipped-policies.js";
import { smallPolicy } from "./small-policies.js";

const smallPolicies = Number(process.env["GUICHET_SMALL_POLICIES"] ?? 300);

/** Compares the answers to facts that were checked; whether there were any without a diagram. */
function compare(policy: Policy, facts: ReadonlyMap<string, Value>): boolean {
  const settled = settledAnswers(policy, facts);
  if (!settled) return false;
  const answers = answersFor(policy, facts);
  expect(settled.segments).toEqual(answers.segments);
  const decided = new Set(settled.segments.flatMap(({ edition }) => edition.tables.flatMap(decidedBy)));
  for (const [decision, declared] of Object.entries(policy.decisions)) {
    // A helper of another edition is nothing here.
    if (declared.internal === true && !decided.has(decision)) continue;
    expect(settled.answer(decision)).toEqual(answers.answer(decision));
    expect(settled.cases(decision)).toEqual(answers.cases(decision));
    expect(settled.needs(decision)).toEqual(answers.needs(decision));
  }
  return true;
}

describe("what the specification answers where nothing is missing is what the diagrams answer", () => {
  it.each(byId)("for %s, complete or not", (_, { policy }) => {
    const random = randomFrom(seed);
    let compared = 0;
    for (let round = 0; round < 150; round += 1) {
      const { values } = readFacts(policy, randomFacts(policy, seed + round));
      const some = new Map([...values].filter(([path]) => path === policy.datedBy || random.chance(0.95)));
      for (const facts of [values, some]) compared += compare(policy, facts) ? 1 : 0;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("for small policies with everything the language has", () => {
    let compared = 0;
    for (let at = 0; at < smallPolicies; at += 1) {
      const random = randomFrom(seed * 1000 + at);
      const { policy, likely } = smallPolicy(random);
      for (let round = 0; round < 10; round += 1) {
        const drawn = [...likely].map(([path, values]) => [path, random.pick(values)] as const);
        const some = drawn.filter(([path]) => path === policy.datedBy || random.chance(0.9));
        for (const facts of [drawn, some]) {
          const { problems, values } = readFacts(policy, nestFacts(policy, facts));
          if (problems.length === 0 && compare(policy, values)) compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(smallPolicies * 3);
  });
});

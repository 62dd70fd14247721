import { describe, expect, it } from "vitest";
import { declaredFacts } from "../../language/declared-facts.js";
import type { Policy } from "../../language/policy.js";
import * as policies from "../../policies/index.js";
import { nestFacts } from "../../testing/nest-facts.js";
import { randomFacts } from "../../testing/random-facts.js";
import { captureFacts } from "../check-facts.js";
import { decide } from "../decide.js";
import { compile } from "./compile.js";

const shipped = Object.values<Policy>(policies).map((policy) => [policy.id, policy] as const);

/** Decisions of each policy that are compared. */
const draws = Number(process.env["GUICHET_DRAWS"] ?? 300);

/** What a function comes to, an error by its message. */
function outcomeOf(run: () => object): string {
  try {
    return JSON.stringify(run());
  } catch (error) {
    return (error as Error).message;
  }
}

describe.each(shipped)("a compiled %s", (_, policy) => {
  const compiled = compile(policy);

  it("gives the whole decision that decide gives, reasons and all, on complete facts and on half of them", () => {
    for (let seed = 1; seed <= draws; seed += 1) {
      const facts = randomFacts(policy, seed);
      const half = nestFacts(
        policy,
        [...captureFacts(policy, facts)].filter((_fact, index) => (index + seed) % 2 === 0),
      );
      for (const known of [facts, half]) {
        const [one, other] = [outcomeOf(() => compiled(known)), outcomeOf(() => decide(policy, known))];
        expect(one, `seed ${seed}`).toBe(other);
      }
    }
  });

  it("refuses what decide refuses, in the same words", () => {
    for (const path of declaredFacts(policy.facts).keys()) {
      const wrong = nestFacts(policy, [[path, 0.5]]);
      expect(outcomeOf(() => compiled(wrong))).toBe(outcomeOf(() => decide(policy, wrong)));
    }
  });
});

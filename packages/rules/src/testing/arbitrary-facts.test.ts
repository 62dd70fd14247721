import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkFacts, readFacts } from "../engine/check-facts.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Policy } from "../language/policy.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { arbitraryFacts, arbitraryPartialFacts } from "./arbitrary-facts.js";
import { visitorParking } from "./visitor-parking.js";

const policies: readonly Policy[] = [visitorParking, teleExpertise, recordHandover];

test.each(policies)("arbitrary facts of $id are complete and right", (policy) => {
  const { size } = declaredFacts(policy.facts);
  fc.assert(
    fc.property(arbitraryFacts(policy), (facts) => {
      expect(checkFacts(policy, facts)).toEqual([]);
      expect(readFacts(policy, facts).values.size).toBe(size);
    }),
  );
});

test.each(policies)("arbitrary partial facts of $id are right, and of any number", (policy) => {
  const sizes = new Set<number>();
  fc.assert(
    fc.property(arbitraryPartialFacts(policy), (facts) => {
      expect(checkFacts(policy, facts)).toEqual([]);
      sizes.add(readFacts(policy, facts).values.size);
    }),
  );
  expect(sizes.size).toBeGreaterThan(5);
});

test("what fails shrinks to facts that say little", () => {
  const { counterexample } = fc.check(
    fc.property(arbitraryPartialFacts(visitorParking), ({ visit }) => (visit?.minutes ?? 0) < 240),
    { seed: 1 },
  );
  expect(counterexample).toEqual([{ visit: { minutes: 240 } }]);
});

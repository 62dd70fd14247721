import { describe, expect, it } from "vitest";
import { decide } from "../engine/decide.js";
import { policyFromJson } from "../language/policy.js";
import * as policies from "../policies/index.js";
import { brokenLaws } from "./prove-laws.js";
import { spaceOf } from "./space.js";

describe.each(Object.values(policies).map((policy) => [policy.id, policy] as const))(
  "the laws of %s",
  (_, policy) => {
    it("hold for all facts on all days", () => {
      const t = performance.now();
      expect(brokenLaws(spaceOf(policy))).toEqual([]);
      console.log(policy.id, performance.now() - t);
    });
  },
);

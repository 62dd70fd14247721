import { compile } from "../../packages/rules/src/engine/compile/compile.js";
import { decide } from "../../packages/rules/src/engine/decide.js";
import type { Policy } from "../../packages/rules/src/language/policy.js";
import type { Run } from "./variant.js";

/** Decides, and reads what a decision still depends on. */
export function withNeeds(policy: Policy, variant: string): Run {
  const decideOn = variant === "decide" ? (facts: object) => decide(policy, facts as never) : compile(policy);
  return (facts) => {
    const { outcome, needs } = decideOn(facts as never) as {
      readonly outcome?: object;
      readonly needs?: object;
    };
    return outcome && needs && { outcome, needs };
  };
}

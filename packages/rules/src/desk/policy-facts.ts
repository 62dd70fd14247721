import * as z from "zod";
import { readFacts } from "../engine/check-facts.js";
import type { FactsOf, Policy } from "../language/policy.js";
import { nestFacts } from "../engine/nest-facts.js";

/**
 * Facts of a policy as one property of a task's input: any of them may be missing, and they are checked as the
 * policy checks them, what is given included. The task reads a copy in its one form.
 *
 * Errors: the policy's own problems, each at its place in the input.
 */
export function policyFacts<P extends Policy>(policy: P): z.ZodType<FactsOf<P>, FactsOf<P>> {
  const checked = z.unknown().transform((raw, context) => {
    const { values, problems } = readFacts(policy, raw);
    for (const { code, where, message, path } of problems) {
      context.issues.push({
        code: "custom",
        path: path === "" ? [] : path.split("."),
        // The place is the input's to say; what is wrong and what to do are the policy's.
        params: { code, said: message.slice(`${where}: `.length) },
        // Without the value: zod would repeat it in the issue for whoever asks it to report inputs.
        input: undefined,
      });
    }
    return nestFacts(values);
  });
  return checked as unknown as z.ZodType<FactsOf<P>, FactsOf<P>>;
}

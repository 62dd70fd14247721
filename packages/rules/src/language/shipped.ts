import { freezeDeeply } from "./freeze-deeply.js";
import { policyLabels } from "./locale-entries.js";
import type { DefineLocale } from "./locale.js";
import type { DefinePolicy } from "./policy.js";

/**
 * `definePolicy` for the policies of this package, without its checks: `test/every-policy-checks.test.ts` makes them
 * once, and whoever loads a policy neither waits for them nor loads them.
 */
export const shippedPolicy = freezeDeeply as DefinePolicy;

/** `defineLocale` for the policies of this package, on the same terms. */
export const shippedLocale: DefineLocale = (policy, text) =>
  Object.freeze({
    policy,
    ...freezeDeeply({ valuesOf: {}, ...text, labels: text.labels ?? policyLabels(policy) }),
  });

import { localeEntries, policyLabels } from "./locale-entries.js";
import type { Locale } from "./locale.js";
import type { Policy } from "./policy.js";

/**
 * Gives a policy without a locale file words of its own: its labels, its values with spaces for dashes, and case
 * ids where messages would stand.
 *
 * Shape: `locale` chooses how dates and amounts are written; the default is the policy's first one.
 *
 * @example
 * explain(decide(policy, facts), plainLocale(policy)).sentences;
 */
export function plainLocale<P extends Policy>(policy: P, locale: string = policy.locales[0]): Locale<P> {
  const entries = localeEntries(policy);
  const spaced = (value: string): readonly [string, string] => [value, value.replaceAll("-", " ")];
  return Object.freeze({
    policy,
    locale,
    cases: Object.fromEntries([...entries.cases].map((id) => [id, id])),
    remarks: Object.fromEntries([...entries.remarks].map((id) => [id, id])),
    // "none" has a word in every language already.
    values: Object.fromEntries([...entries.values].filter((value) => value !== "none").map(spaced)),
    valuesOf: {},
    labels: policyLabels(policy),
  });
}

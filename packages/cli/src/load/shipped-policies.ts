import type { Locale, Policy } from "@guichet/rules";
import * as shipped from "@guichet/rules/policies";

/** The policies that come with the library, by id. */
export const shippedPolicies: ReadonlyMap<string, Policy> = new Map(
  Object.values(shipped).map((policy): [string, Policy] => [policy.id, policy]),
);

/** The words of a shipped policy in one of its languages. */
export async function shippedLocale(policy: Policy, language: string): Promise<Locale> {
  const entry = (await import(`@guichet/rules/policies/${policy.id}/${language}`)) as Readonly<
    Record<string, Locale>
  >;
  const [locale] = Object.values(entry);
  if (locale === undefined) throw new TypeError(`${policy.id} ships no locale ${language}`);
  return locale;
}

import type { Example, Locale, Policy } from "@guichet/rules";
import * as shipped from "@guichet/rules/policies";

/** The policies that come with the library, by id. */
export const shippedPolicies: ReadonlyMap<string, Policy> = new Map(
  Object.values(shipped).map((policy): [string, Policy] => [policy.id, policy]),
);

/** The words of a shipped policy in one of its languages. */
export function shippedLocale(policy: Policy, language: string): Promise<Locale> {
  return shippedWith(policy, language);
}

/** The worked examples of a shipped policy. */
export function shippedExamples(policy: Policy): Promise<readonly Example[]> {
  return shippedWith(policy, "examples");
}

/** What ships beside a policy in an entry of its own, which has a single export. */
async function shippedWith<Shipped>({ id }: Policy, entry: string): Promise<Shipped> {
  const exported = (await import(`@guichet/rules/policies/${id}/${entry}`)) as Readonly<
    Record<string, Shipped>
  >;
  const [shipped] = Object.values(exported);
  if (shipped === undefined) throw new TypeError(`${id} ships no ${entry}`);
  return shipped;
}

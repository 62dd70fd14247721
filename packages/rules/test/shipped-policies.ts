import type { Value } from "../src/engine/evaluate.js";
import { captureFacts } from "../src/engine/check-facts.js";
import type { Example } from "../src/language/example.js";
import type { Locale } from "../src/language/locale.js";
import type { Policy } from "../src/language/policy.js";
import * as policies from "../src/policies/index.js";

/** A policy as it is shipped: with its messages in every locale it names, and its worked examples. */
export interface Shipped {
  readonly policy: Policy;
  readonly locales: readonly Locale[];
  readonly examples: readonly Example[];
}

export const shipped: readonly Shipped[] = await Promise.all(
  Object.values<Policy>(policies).map(async (policy) => ({
    policy,
    locales: await Promise.all(policy.locales.map((locale) => onlyExport<Locale>(policy, locale))),
    examples: await onlyExport<readonly Example[]>(policy, "examples"),
  })),
);

/** The shipped policies as rows of `describe.each`, named by their ids. */
export const byId = shipped.map((one) => [one.policy.id, one] as const);

/** The seed of a random test: `GUICHET_SEED`, or always the same. */
export const seed = Number(process.env["GUICHET_SEED"] ?? 1);

/** Reads facts by path, as `evaluate` does; the facts are complete. */
export function readerOf(policy: Policy, facts: object): (path: string) => Value {
  const known = captureFacts(policy, facts);
  return (path) => {
    const value = known.get(path);
    if (value === undefined) throw new RangeError(`seed ${seed}: "${path}" is missing`);
    return value;
  };
}

async function onlyExport<Export>(policy: Policy, file: string): Promise<Export> {
  const module = (await import(`../src/policies/${policy.id}/${file}.ts`)) as Readonly<
    Record<string, unknown>
  >;
  return Object.values(module)[0] as Export;
}

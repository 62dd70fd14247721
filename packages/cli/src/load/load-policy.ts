import { existsSync } from "node:fs";
import { suggest, type Example, type Locale, type Policy } from "@guichet/rules";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import { loadPolicyFile } from "./load-policy-file.js";
import { shippedExamples, shippedLocale, shippedPolicies } from "./shipped-policies.js";

/** A policy, and the words it is printed with. */
export interface LoadedPolicy {
  readonly policy: Policy;
  /** In its first language unless another one is asked for. Errors: `usage-refused` for one it does not have. */
  readonly localeIn: (language: string | undefined) => Promise<Locale>;
  /** Its worked examples; a policy from a file brings none. */
  readonly examples: () => Promise<readonly Example[]>;
}

/**
 * Loads a policy by its id, or from a file of somebody's own.
 *
 * Errors: `usage-refused` with `policy-unknown`; those of `loadPolicyFile`.
 */
export async function loadPolicy(name: string, surroundings: Surroundings): Promise<LoadedPolicy> {
  const policy = shippedPolicies.get(name);
  if (policy !== undefined) {
    return {
      policy,
      localeIn: async (language) => shippedLocale(policy, knownLanguage(policy, language)),
      examples: () => shippedExamples(policy),
    };
  }
  if (!/[/\\]|\.(?:json|[cm]?js)$/i.test(name) && !existsSync(name)) {
    const todo = suggest(name, shippedPolicies.keys(), 'run "guichet policies", or name a policy file');
    throw usageRefusal("policy-unknown", "guichet", `no policy "${name}"`, todo);
  }
  const loaded = await loadPolicyFile(name, surroundings);
  return {
    policy: loaded.policy,
    localeIn: (language) => loaded.localeIn(knownLanguage(loaded.policy, language)),
    examples: () => Promise.resolve([]),
  };
}

/** Refuses a language that none of these policies has words in. Errors: `usage-refused`. */
export function refuseUnspoken(language: string | undefined, policies: readonly Policy[]): void {
  const spoken = [...new Set(policies.flatMap(({ locales }) => locales))];
  if (language === undefined || spoken.includes(language)) return;
  const what = `no policy has words in "${language}"`;
  throw usageRefusal("locale-unknown", "--locale", what, `use ${spoken.join(", ")}`);
}

/** The language asked for, or the policy's first. */
export function knownLanguage(policy: Policy, language: string | undefined): string {
  if (language === undefined) return policy.locales[0];
  if (policy.locales.includes(language)) return language;
  const what = `the policy has no words in "${language}"`;
  throw usageRefusal("locale-unknown", policy.id, what, `use ${policy.locales.join(", ")}`);
}

import type { Policy } from "@guichet/rules";
import { amend, amendmentFromJson, type Amendment } from "@guichet/rules/verify";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import { textAt } from "./load-policy-file.js";

/**
 * The policies that amendment files change, amended.
 *
 * Errors: `amendment-refused`; `usage-refused` where a file cannot be read, or is for no policy at hand.
 */
export async function loadAmended(
  files: readonly string[],
  policies: readonly Policy[],
  surroundings: Surroundings,
): Promise<readonly Policy[]> {
  const byPolicy = new Map<Policy, [Amendment, ...Amendment[]]>();
  for (const file of files) {
    const amendment = amendmentFromJson(await textAt(file, surroundings));
    const policy = policies.find(({ id }) => id === amendment.policy);
    if (policy === undefined) {
      throw usageRefusal(
        "policy-unknown",
        file,
        "it amends no policy at hand",
        "name the policy with --policy",
      );
    }
    byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), amendment] as [Amendment, ...Amendment[]]);
  }
  return [...byPolicy].map(([policy, amendments]) => amend(policy, ...amendments));
}

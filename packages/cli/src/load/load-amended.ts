import { GuichetError, type Policy } from "@guichet/rules";
import { amend, amendmentFromJson, type Amendment } from "@guichet/rules/verify";
import { readText } from "../input/read-input.js";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";

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

async function textAt(file: string, surroundings: Surroundings): Promise<string> {
  try {
    return await readText(file, surroundings);
  } catch (error) {
    // An amendment that cannot be read is no fault of the records.
    throw GuichetError.isInstance(error) ? new GuichetError("usage-refused", error.problems) : error;
  }
}

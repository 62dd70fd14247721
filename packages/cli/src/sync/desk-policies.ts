import { resolve } from "node:path";
import type { DeskPolicies } from "@guichet/adapters-medots";
import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { textAt } from "../load/load-policy-file.js";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import type { LoadedConfig } from "./load-config.js";

/**
 * The policies of each clinic's desk, amended by the files its configuration names: those of `guichet verify --amendment`.
 *
 * Errors: `amendment-refused`; `usage-refused` where a file cannot be read, or changes what no worker decides.
 */
export async function deskPolicies(
  { config, folder }: LoadedConfig,
  surroundings: Surroundings,
): Promise<(clinic: string) => DeskPolicies> {
  const amended = new Map<string, DeskPolicies>();
  for (const { id, medots } of config.clinics) {
    const files = (medots?.desk?.amendments ?? []).map((file) => resolve(folder, file));
    const policy = await amendedOffer(files, surroundings);
    if (policy !== undefined) amended.set(id, { waitlistOffer: policy });
  }
  return (clinic) => amended.get(clinic) ?? {};
}

async function amendedOffer(
  files: readonly string[],
  surroundings: Surroundings,
): Promise<DeskPolicies["waitlistOffer"]> {
  // What verifies amendments is loaded for whoever has some.
  if (files.length === 0) return undefined;
  const { amend, amendmentFromJson } = await import("@guichet/rules/verify");
  const [first, ...rest] = await Promise.all(
    files.map(async (file) => {
      const amendment = amendmentFromJson(await textAt(file, surroundings));
      if (amendment.policy === waitlistOffer.id) return amendment;
      const what = `a worker decides ${waitlistOffer.id} and no other policy`;
      throw usageRefusal("policy-unknown", file, what, "amend the others where they are decided");
    }),
  );
  if (first === undefined) return undefined;
  return amend(waitlistOffer, first, ...rest);
}

import type { Policy } from "@guichet/rules";
import { exitCode, type ExitCode } from "../exit-code.js";
import { knownLanguage } from "../load/load-policy.js";
import { shippedLocale, shippedPolicies } from "../load/shipped-policies.js";
import { lookOf } from "../render/look.js";
import { policiesView, type PolicyListed } from "../render/policies-view.js";
import type { Surroundings } from "../surroundings.js";

export interface ListRequest {
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** Prints the policies that come with the library. */
export async function listPolicies(request: ListRequest, { stdout, env }: Surroundings): Promise<ExitCode> {
  const listed = await Promise.all(
    [...shippedPolicies.values()].map((policy) => listedPolicy(policy, request.language)),
  );
  if (request.asJson) stdout.write(`${JSON.stringify(listed, null, stdout.isTTY === true ? 2 : 0)}\n`);
  else stdout.write(policiesView(listed, request.language ?? "en", lookOf(stdout, env)));
  return exitCode.decided;
}

async function listedPolicy(policy: Policy, language: string | undefined): Promise<PolicyListed> {
  const { labels } = await shippedLocale(policy, knownLanguage(policy, language));
  const starts = policy.editions.map(({ inForceFrom }) => inForceFrom);
  return {
    id: policy.id,
    title: labels.title,
    question: labels.question,
    jurisdiction: policy.jurisdiction,
    inForceFrom: starts.includes("open") ? "open" : (starts.toSorted()[0] ?? "open"),
    locales: policy.locales,
  };
}

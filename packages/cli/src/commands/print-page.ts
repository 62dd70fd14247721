import { policyPage } from "@guichet/rules/page";
import { exitCode, type ExitCode } from "../exit-code.js";
import { loadPolicy } from "../load/load-policy.js";
import type { Surroundings } from "../surroundings.js";

export interface PageRequest {
  readonly policy: string;
  readonly on: string | undefined;
  readonly language: string | undefined;
}

/** Prints a policy as a Markdown page. */
export async function printPage(
  { policy: name, on, language }: PageRequest,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { policy, localeIn } = await loadPolicy(name, surroundings);
  surroundings.stdout.write(policyPage(policy, await localeIn(language), on === undefined ? {} : { on }));
  return exitCode.decided;
}

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
  const loaded = await loadPolicy(name, surroundings);
  const locale = await loaded.localeIn(language);
  const examples = await loaded.examples();
  surroundings.stdout.write(
    policyPage(loaded.policy, locale, { examples, ...(on === undefined ? {} : { on }) }),
  );
  return exitCode.decided;
}

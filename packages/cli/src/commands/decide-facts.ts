import { decide } from "@guichet/rules";
import type { ExitCode } from "../exit-code.js";
import { isPiped } from "../input/is-piped.js";
import { readFacts } from "../input/read-facts.js";
import { loadPolicy } from "../load/load-policy.js";
import { printDecision } from "../render/print-decision.js";
import type { Surroundings } from "../surroundings.js";

export interface DecideRequest {
  readonly policy: string;
  /** A file, `-`, or nothing: what is piped in, else no facts at all. */
  readonly facts: string | undefined;
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** Decides one set of facts and prints the decision: for machines as JSON, for people in words. */
export async function decideFacts(request: DecideRequest, surroundings: Surroundings): Promise<ExitCode> {
  const { policy, localeIn } = await loadPolicy(request.policy, surroundings);
  const locale = await localeIn(request.language);
  const source = request.facts ?? (isPiped(surroundings) ? "-" : undefined);
  const facts = source === undefined ? {} : await readFacts(source, surroundings);
  return printDecision({ decision: decide(policy, facts), locale, asJson: request.asJson }, surroundings);
}

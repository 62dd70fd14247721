import { explain, type Decision, type Locale } from "@guichet/rules";
import { exitCodeOf, type ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";
import { decisionView } from "./decision-view.js";
import { lookOf } from "./look.js";

export interface Printed {
  readonly decision: Decision;
  readonly locale: Locale;
  readonly asJson: boolean;
}

/** Prints a decision, for machines as JSON, for people in words; the answer is its exit code. */
export function printDecision(
  { decision, locale, asJson }: Printed,
  { stdout, env }: Surroundings,
): ExitCode {
  if (asJson) stdout.write(`${JSON.stringify(decision, null, stdout.isTTY === true ? 2 : 0)}\n`);
  else {
    const explained = { decision, explanation: explain(decision, locale), locale };
    stdout.write(decisionView(explained, lookOf(stdout, env)));
  }
  return exitCodeOf(decision.status);
}

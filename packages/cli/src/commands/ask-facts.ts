import { decide } from "@guichet/rules";
import { exitCode, type ExitCode } from "../exit-code.js";
import { readFacts } from "../input/read-facts.js";
import { answerInLines } from "../interview/answer-in-lines.js";
import { answerOnTerminal } from "../interview/answer-on-terminal.js";
import { holdInterview } from "../interview/hold-interview.js";
import type { Interview } from "../interview/interview.js";
import { loadPolicy } from "../load/load-policy.js";
import { usageRefusal } from "../refusal.js";
import { printDecision } from "../render/print-decision.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";

export interface AskRequest {
  readonly policy: string;
  /** A file with what is known already. */
  readonly facts: string | undefined;
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/**
 * Asks for the facts a policy needs, one by one, and prints the decision: a person at a terminal, or the lines of
 * standard input. Who stops an interview gets no decision, and the exit code of a fault.
 */
export async function askFacts(request: AskRequest, surroundings: Surroundings): Promise<ExitCode> {
  if (request.facts === "-") {
    const what = "standard input holds the answers";
    throw usageRefusal("facts-among-answers", "guichet ask --facts", what, "name a file");
  }
  const { policy, localeIn } = await loadPolicy(request.policy, surroundings);
  const locale = await localeIn(request.language);
  const facts = request.facts === undefined ? {} : await readFacts(request.facts, surroundings);
  const held = await interview({ locale, facts, unanswered: new Set() }, surroundings);
  if (held === undefined) {
    surroundings.stderr.write(`${uiWordingOf(locale.locale).interview.stopped}\n`);
    return exitCode.fault;
  }
  return printDecision(
    { decision: decide(policy, held.facts), locale, asJson: request.asJson },
    surroundings,
  );
}

async function interview(start: Interview, surroundings: Surroundings): Promise<Interview | undefined> {
  const { stdin, stderr } = surroundings;
  if (stdin.isTTY === true && stderr.isTTY === true) {
    return holdInterview(start, answerOnTerminal(surroundings));
  }
  const respondent = answerInLines(surroundings);
  try {
    return await holdInterview(start, respondent);
  } finally {
    await respondent.close();
  }
}

import { fstatSync } from "node:fs";
import { decide, explain } from "@guichet/rules";
import { exitCodeOf, type ExitCode } from "../exit-code.js";
import { parseJsonText } from "../input/parse-json-text.js";
import { readText } from "../input/read-input.js";
import { loadPolicy } from "../load/load-policy.js";
import { decisionView } from "../render/decision-view.js";
import { lookOf } from "../render/look.js";
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
  const { stdout, env } = surroundings;
  const { policy, localeIn } = await loadPolicy(request.policy, surroundings);
  const locale = await localeIn(request.language);
  const source = request.facts ?? (isPiped(surroundings) ? "-" : undefined);
  const facts = source === undefined ? {} : await factsIn(source, surroundings);
  const decision = decide(policy, facts);
  if (request.asJson) stdout.write(`${JSON.stringify(decision, null, stdout.isTTY === true ? 2 : 0)}\n`);
  else {
    const explained = { decision, explanation: explain(decision, locale), locale };
    stdout.write(decisionView(explained, lookOf(stdout, env)));
  }
  return exitCodeOf(decision.status);
}

async function factsIn(source: string, surroundings: Surroundings): Promise<object> {
  const where = source === "-" ? "standard input" : source;
  // `decide` checks what it is given, whatever it is.
  return parseJsonText(await readText(source, surroundings), where) as object;
}

/** Whether somebody sends facts: a terminal or a null device sends none. */
function isPiped({ stdin }: Surroundings): boolean {
  if (stdin.isTTY === true) return false;
  if (stdin !== process.stdin) return true;
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isFile() || stats.isSocket();
  } catch {
    return false;
  }
}

import { GuichetError, type Problem } from "@guichet/rules";
import { exitCode, type ExitCode } from "./exit-code.js";
import { visible } from "./render/layout.js";
import type { Surroundings } from "./surroundings.js";

/** The errors of what was to be decided; all others are of the call, the policy or the program. */
const aboutFacts: ReadonlySet<string> = new Set(["facts-refused", "input-refused", "move-refused"]);

/**
 * Says what went wrong: one line a problem on standard error and, for machines, one object on standard output.
 * Never a stack trace: it could show a patient's data.
 */
export function reportError(error: unknown, { stdout, stderr }: Surroundings, asJson: boolean): ExitCode {
  const refusal = GuichetError.isInstance(error) ? error : faultFrom(error);
  for (const { message } of refusal.problems) stderr.write(`${visible(message)}\n`);
  if (asJson) stdout.write(`${JSON.stringify({ error: errorJson(refusal) })}\n`);
  return aboutFacts.has(refusal.code) ? exitCode.factsWrong : exitCode.fault;
}

/** A refusal as machines read it. */
export function errorJson({ code, problems }: GuichetError): {
  readonly code: string;
  readonly problems: readonly Problem[];
} {
  return { code, problems };
}

function faultFrom(error: unknown): GuichetError {
  const name = error instanceof Error ? error.name : typeof error;
  const message = `guichet: a fault of the program (${name}); report the command that led to it`;
  return new GuichetError("internal-fault", [{ code: "internal-fault", where: "guichet", message }]);
}

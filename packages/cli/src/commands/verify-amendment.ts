import { GuichetError } from "@guichet/rules";
import {
  amend,
  amendLocale,
  amendmentFromJson,
  diffInWords,
  diffPolicies,
  endedChanges,
  verifyPolicy,
  type AmendmentProblem,
} from "@guichet/rules/verify";
import { exitCode, type ExitCode } from "../exit-code.js";
import { textAt } from "../load/load-policy-file.js";
import { loadPolicy } from "../load/load-policy.js";
import { amendmentView, refusalView } from "../render/amendment-view.js";
import { lookOf } from "../render/look.js";
import { reportError } from "../report-error.js";
import type { Surroundings } from "../surroundings.js";
import { verificationJson } from "./verify-policies.js";

export interface AmendmentRequest {
  /** The policy they amend; without it, the one the first of them names. */
  readonly policy: string | undefined;
  /** JSON files; of two that change the same, the later has the last word. */
  readonly amendments: readonly string[];
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** Applies amendments, says what they change and what is wrong with the policy then; or why they are refused. */
export async function verifyAmendment(
  request: AmendmentRequest,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, env } = surroundings;
  const texts = await Promise.all(request.amendments.map((file) => textAt(file, surroundings)));
  const [first, ...rest] = texts.map(amendmentFromJson);
  if (first === undefined) throw new TypeError("without an amendment, policies are verified as they are");
  const amendments = [first, ...rest] as const;
  const { policy, localeIn } = await loadPolicy(request.policy ?? first.policy, surroundings);
  const issued = await localeIn(request.language);
  try {
    const amended = amend(policy, ...amendments);
    const locale = amendLocale(issued, amended, ...amendments);
    const diff = diffPolicies(policy, amended);
    const verification = verifyPolicy(amended);
    const ended = endedChanges(policy, ...amendments);
    const holds = verification.findings.length === 0;
    if (request.asJson) {
      const policies = [verificationJson({ policy: amended, verification })];
      const printed = { holds, amendments: amendments.map(({ id }) => id), ended, diff, policies };
      stdout.write(`${JSON.stringify(printed, null, stdout.isTTY === true ? 2 : 0)}\n`);
    } else {
      const words = diffInWords(diff, locale);
      stdout.write(amendmentView({ amendments, ended, words, locale, verification }, lookOf(stdout, env)));
    }
    return holds ? exitCode.decided : exitCode.fault;
  } catch (error) {
    if (!GuichetError.isInstance(error) || error.code !== "amendment-refused") throw error;
    const problems: readonly AmendmentProblem[] = error.problems;
    if (!request.asJson)
      stdout.write(refusalView({ amendments, problems, locale: issued }, lookOf(stdout, env)));
    return reportError(error, surroundings, request.asJson);
  }
}

import { diffDays, diffInWords, diffPolicies, type PolicyDiff } from "@guichet/rules/verify";
import { exitCode, type ExitCode } from "../exit-code.js";
import { loadPolicy } from "../load/load-policy.js";
import { usageRefusal } from "../refusal.js";
import { diffView, type Sides } from "../render/diff-view.js";
import { lookOf } from "../render/look.js";
import type { Surroundings } from "../surroundings.js";

export interface DiffRequest {
  readonly policy: string;
  /** Two days, whose rules are compared. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Instead of days: another version of the policy, over all days. */
  readonly other: string | undefined;
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** Prints what changes between two days or two versions, in the words of the policy that is named first. */
export async function diffPolicy(request: DiffRequest, surroundings: Surroundings): Promise<ExitCode> {
  const { policy, localeIn } = await loadPolicy(request.policy, surroundings);
  const locale = await localeIn(request.language);
  const sides = sidesOf(request);
  const diff: PolicyDiff =
    "other" in sides
      ? diffPolicies(policy, (await loadPolicy(sides.other, surroundings)).policy)
      : diffDays(policy, sides.from, sides.to);
  const { stdout, env } = surroundings;
  const compared = { policy: policy.id, ...sides };
  if (request.asJson) {
    stdout.write(`${JSON.stringify({ ...compared, ...diff }, null, stdout.isTTY === true ? 2 : 0)}\n`);
  } else {
    const words = diffInWords(diff, locale);
    stdout.write(diffView({ compared, words, locale }, lookOf(stdout, env)));
  }
  return exitCode.decided;
}

function sidesOf({ policy, from, to, other }: DiffRequest): Sides {
  if (other === undefined && from !== undefined && to !== undefined) return { from, to };
  if (other !== undefined && from === undefined) return { other };
  throw usageRefusal(
    "sides-unclear",
    `guichet diff ${policy}`,
    other === undefined ? "two days are needed" : "days and another version cannot both be compared",
    "name two days (YYYY-MM-DD), or --with another version",
  );
}

import type { IsoDay, Policy } from "@guichet/rules";
import { verifyPolicy, type Verification } from "@guichet/rules/verify";
import { progressOn } from "../batch/progress.js";
import { exitCode, type ExitCode } from "../exit-code.js";
import { loadPolicy } from "../load/load-policy.js";
import { shippedPolicies } from "../load/shipped-policies.js";
import { usageRefusal } from "../refusal.js";
import { lookOf } from "../render/look.js";
import { verificationView, type Verified } from "../render/verification-view.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";

export interface VerifyRequest {
  /** One policy; without it, all that come with the library. */
  readonly policy: string | undefined;
  /** The day on which sources are to be fresh; without it nothing is said of them. */
  readonly on: string | undefined;
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** Looks for everything in policies that cannot be meant, and prints it with facts that show it. */
export async function verifyPolicies(request: VerifyRequest, surroundings: Surroundings): Promise<ExitCode> {
  const { stdout, stderr, env } = surroundings;
  const names = request.policy === undefined ? [...shippedPolicies.keys()] : [request.policy];
  const language = request.language ?? "en";
  const word = uiWordingOf(language).verify.progress;
  const progress = progressOn(stderr, names.length, (done) => `${done} ${word}`);
  const verified: Verified[] = [];
  try {
    for (const name of names) {
      const { policy, localeIn, examples } = await loadPolicy(name, surroundings);
      const locale = await localeIn(request.language);
      const verification = verifyPolicy(policy, {
        // A file brings no examples: of its boundaries nothing is said, rather than that all of them lack one.
        ...(shippedPolicies.has(name) ? { examples: await examples() } : {}),
        ...(request.on === undefined ? {} : { on: asDay(request.on) }),
      });
      verified.push({ policy, locale, verification });
      progress.advance(verified.length, verified.length);
    }
  } finally {
    progress.stop();
  }
  const holds = verified.every(({ verification }) => verification.findings.length === 0);
  if (request.asJson) {
    const policies = verified.map(verificationJson);
    stdout.write(`${JSON.stringify({ holds, policies }, null, stdout.isTTY === true ? 2 : 0)}\n`);
  } else {
    stdout.write(verificationView(verified, language, lookOf(stdout, env)));
  }
  return holds ? exitCode.decided : exitCode.fault;
}

function asDay(text: string): IsoDay {
  if (isDay(text)) return text;
  throw usageRefusal(
    "not-a-day",
    "guichet verify --on",
    "not a day of the calendar",
    "write it as YYYY-MM-DD",
  );
}

function isDay(text: string): text is IsoDay {
  const day = new Date(`${text}T00:00:00Z`);
  // What is no day is moved on to one.
  return !Number.isNaN(day.getTime()) && day.toISOString() === `${text}T00:00:00.000Z`;
}

/** What machines read of one policy: what was found, and the laws that hold for all facts. */
export function verificationJson({
  policy,
  verification,
}: {
  readonly policy: Policy;
  readonly verification: Verification;
}): object {
  const broken = new Set(
    verification.findings.flatMap(({ code, at }) => (code === "law-broken" ? [at] : [])),
  );
  const laws = (policy.laws ?? []).map(({ id }) => ({ id, holds: !broken.has(id) }));
  return { ...verification, laws };
}

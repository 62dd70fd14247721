import { GuichetError, problemAt, type Problem } from "@guichet/rules";
import { readBaseUrl } from "@guichet/sync/http";
import { webhookKey } from "@guichet/sync/webhooks";
import type { Surroundings } from "../surroundings.js";
import { keyFrom, missingSecrets, secretsOf, type SecretOf } from "./secrets-of.js";
import type { ClinicConfig, SecretConfig, SyncConfig } from "./sync-config.js";

/**
 * Checks what a configuration of the right shape says, before anything is opened or asked: secrets, keys, addresses and
 * jurisdictions.
 *
 * Errors: `usage-refused`, with all that is wrong at once and no value of a secret.
 */
export function checkConfig(config: SyncConfig, surroundings: Pick<Surroundings, "env">): SecretOf {
  const secretOf = secretsOf(surroundings);
  const isGiven = (named: SecretConfig | undefined): named is SecretConfig =>
    named !== undefined && secretOf(named) !== "";
  const keys = config.clinics.flatMap(({ medots, omnidoc }) =>
    [medots?.desk?.recordKey, omnidoc?.pseudonymKey].filter(isGiven),
  );
  const webhookSecrets = config.clinics
    .flatMap(({ omnidoc }) => omnidoc?.webhookSecrets ?? [])
    .filter(isGiven);
  const problems = [
    ...missingSecrets(config, surroundings),
    ...keys.flatMap((named) => problemsOf(() => keyFrom(secretOf, named))),
    ...webhookSecrets.flatMap((named) => webhookProblems(secretOf, named)),
    ...config.clinics.flatMap((clinic) => clinicProblems(clinic, config)),
  ];
  const byMessage = new Map(problems.map((problem) => [problem.message, problem]));
  if (byMessage.size > 0) throw new GuichetError("usage-refused", [...byMessage.values()]);
  return secretOf;
}

function clinicProblems(clinic: ClinicConfig, { jurisdiction }: SyncConfig): readonly Problem[] {
  const where = `clinic ${clinic.id}`;
  const what = `it lives under the law of ${clinic.jurisdiction ?? ""}, the store under that of ${jurisdiction}`;
  return [
    ...(clinic.jurisdiction === undefined || clinic.jurisdiction === jurisdiction
      ? []
      : [problemAt("jurisdiction-differs", where, what, "keep clinics of another country in another store")]),
    ...(["medots", "omnidoc"] as const).flatMap((platform) => {
      const given = clinic[platform];
      if (given === undefined) return [];
      const { baseUrl, allowLoopback } = given;
      return problemsOf(() => readBaseUrl({ platform: `${where}, ${platform}`, baseUrl, allowLoopback }));
    }),
  ];
}

function webhookProblems(secretOf: SecretOf, named: SecretConfig): readonly Problem[] {
  return problemsOf(() => webhookKey(secretOf(named))).map(({ code }) =>
    problemAt(
      code,
      named.env,
      "not 24 to 64 bytes in base64",
      'copy it from the platform, with its "whsec_"',
    ),
  );
}

function problemsOf(check: () => unknown): readonly Problem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return error.problems;
  }
}

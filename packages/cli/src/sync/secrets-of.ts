import { GuichetError, problemAt, type Problem } from "@guichet/rules";
import type { Surroundings } from "../surroundings.js";
import type { SecretConfig, SyncConfig } from "./sync-config.js";

/** Gives the secret that a configuration names. */
export type SecretOf = (named: SecretConfig) => string;

/** The secrets of a configuration; one that the environment does not have is empty. */
export function secretsOf({ env }: Pick<Surroundings, "env">): SecretOf {
  return ({ env: name }) => env[name] ?? "";
}

/** Every variable a configuration names that is missing or empty. */
export function missingSecrets(config: SyncConfig, { env }: Pick<Surroundings, "env">): readonly Problem[] {
  return [...new Set(namesIn(config))].filter((name) => !env[name]).map(problemOf);
}

/** The bytes of a key that is written in base64. Errors: `usage-refused`. */
export function keyFrom(secretOf: SecretOf, named: SecretConfig): Uint8Array {
  const key = Buffer.from(secretOf(named), "base64");
  if (key.length >= 32) return key;
  throw new GuichetError("usage-refused", [
    problemAt(
      "key-refused",
      named.env,
      "not 32 bytes or more in base64",
      'draw one with "openssl rand -base64 32"',
    ),
  ]);
}

function namesIn({ store, clinics }: SyncConfig): readonly string[] {
  const named = [
    ...(store && "databaseUrl" in store ? [store.databaseUrl] : []),
    ...clinics.flatMap(({ medots, omnidoc }) => [
      medots?.secretKey,
      medots?.desk?.recordKey,
      omnidoc?.token,
      omnidoc?.pseudonymKey,
      ...(omnidoc?.webhookSecrets ?? []),
    ]),
  ];
  return named.flatMap((one) => (one === undefined ? [] : [one.env]));
}

function problemOf(name: string): Problem {
  return problemAt("secret-missing", name, "the environment does not have it", "set it for this command");
}

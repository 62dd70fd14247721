import type { Surroundings } from "../surroundings.js";
import type { SecretConfig } from "./sync-config.js";

/** Gives the secret that a configuration names. */
export type SecretOf = (named: SecretConfig) => string;

/** The secrets of a configuration; one that the environment does not have is empty. */
export function secretsOf({ env }: Pick<Surroundings, "env">): SecretOf {
  return ({ env: name }) => env[name] ?? "";
}

/** The bytes of a key that is written in base64. */
export function keyIn(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}

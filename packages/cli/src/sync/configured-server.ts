import { resolve } from "node:path";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import type { LoadedConfig } from "./load-config.js";
import type { SecretOf } from "./secrets-of.js";

/** A PostgreSQL of somebody's own, and the file of the keys that what it holds is sealed with. */
export interface ConfiguredServer {
  readonly databaseUrl: string;
  readonly keysFile: string;
}

/**
 * The server that a configuration names, or the environment where it names no store; nothing where the store is in a
 * folder.
 *
 * Errors: `usage-refused` where the keys of a server are not named.
 */
export function configuredServer(
  { config: { store }, folder }: LoadedConfig,
  secretOf: SecretOf,
  { env }: Pick<Surroundings, "env">,
): ConfiguredServer | undefined {
  if (store !== undefined) {
    if ("dataFolder" in store) return undefined;
    return { databaseUrl: secretOf(store.databaseUrl), keysFile: resolve(folder, store.keysFile) };
  }
  const databaseUrl = env["GUICHET_DATABASE_URL"];
  if (!databaseUrl) return undefined;
  const keysFile = env["GUICHET_KEYS_FILE"];
  if (keysFile) return { databaseUrl, keysFile };
  const todo = "name the file of the sealing keys there";
  throw usageRefusal("keys-missing", "GUICHET_KEYS_FILE", "a server of your own needs it", todo);
}

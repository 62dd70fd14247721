import { resolve } from "node:path";
import { keysInFile, openStore, runningEmbedded, type Store } from "@guichet/sync";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import type { LoadedConfig } from "./load-config.js";
import type { SecretOf } from "./secrets-of.js";

/** `work`: for a worker, which starts an embedded PostgreSQL. `look`: beside a worker that has started it. */
export type StorePurpose = "work" | "look";

/**
 * Opens the store that a configuration names; without one, the server in GUICHET_DATABASE_URL, or a PostgreSQL of our
 * own in the folder `guichet-data` beside the configuration.
 *
 * Errors: those of `openStore`; `usage-refused` where the keys of a server are not named.
 */
export async function openConfiguredStore(
  { config, folder }: LoadedConfig,
  secretOf: SecretOf,
  { env }: Pick<Surroundings, "env">,
  purpose: StorePurpose,
): Promise<Store> {
  const { jurisdiction, store } = config;
  const server = store && "databaseUrl" in store ? secretOf(store.databaseUrl) : undefined;
  const databaseUrl = store === undefined ? env["GUICHET_DATABASE_URL"] : server;
  if (databaseUrl) {
    const keysFile =
      store && "keysFile" in store ? resolve(folder, store.keysFile) : env["GUICHET_KEYS_FILE"];
    if (!keysFile) {
      const todo = "name the file of the sealing keys there";
      throw usageRefusal("keys-missing", "GUICHET_KEYS_FILE", "a server of your own needs it", todo);
    }
    return openStore({ databaseUrl, jurisdiction, keys: await keysInFile(keysFile) });
  }
  const dataFolder = resolve(folder, store && "dataFolder" in store ? store.dataFolder : "guichet-data");
  const running = purpose === "look" ? await runningEmbedded(dataFolder) : undefined;
  if (running === undefined) return openStore({ dataFolder, jurisdiction });
  return openStore({ databaseUrl: running, jurisdiction, keys: await keysInFile(`${dataFolder}.keys`) });
}

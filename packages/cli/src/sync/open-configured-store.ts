import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { holdsStore, keysInFile, openStore, runningEmbedded, type Store } from "@guichet/sync";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import type { ConfigPurpose } from "./check-config.js";
import { configuredServer } from "./configured-server.js";
import type { LoadedConfig } from "./load-config.js";
import type { SecretOf } from "./secrets-of.js";

/**
 * Opens the store that a configuration names; without one, the server in GUICHET_DATABASE_URL, or a PostgreSQL of our own
 * in the folder `guichet-data` beside the configuration. Whoever only looks makes none.
 *
 * Errors: those of `openStore`; `usage-refused` where the keys of a server are not named, or not there, and where
 * somebody looks into a folder without a store.
 */
export async function openConfiguredStore(
  loaded: LoadedConfig,
  secretOf: SecretOf,
  surroundings: Pick<Surroundings, "env">,
  purpose: ConfigPurpose,
): Promise<Store> {
  const { config, folder } = loaded;
  const { jurisdiction, store } = config;
  const server = configuredServer(loaded, secretOf, surroundings);
  if (server !== undefined) {
    const { databaseUrl, keysFile } = server;
    if (!existsSync(keysFile)) {
      const todo =
        'fetch it from where the database is open; for a new database, make it with "guichet sync create-keys"';
      throw usageRefusal("keys-missing", keysFile, "no such file of keys", todo);
    }
    return openStore({ databaseUrl, jurisdiction, keys: await keysInFile(keysFile) });
  }
  const dataFolder = resolve(folder, store && "dataFolder" in store ? store.dataFolder : "guichet-data");
  if (purpose === "look" && !(await holdsStore(dataFolder))) {
    const todo = 'start "guichet sync", which makes one, or name the configuration it runs with --config';
    throw usageRefusal("store-missing", dataFolder, "there is no store in it yet", todo);
  }
  const running = purpose === "look" ? await runningEmbedded(dataFolder) : undefined;
  if (running === undefined) return openStore({ dataFolder, jurisdiction });
  return openStore({ databaseUrl: running, jurisdiction, keys: await keysInFile(`${dataFolder}.keys`) });
}

import { rm } from "node:fs/promises";
import { keysInFile, makeKeyFile, openStore } from "@guichet/sync";
import { exitCode, type ExitCode } from "../exit-code.js";
import { unwritable, usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import { configuredServer } from "../sync/configured-server.js";
import { loadConfig } from "../sync/load-config.js";
import { secretsOf } from "../sync/secrets-of.js";
import type { ConfiguredRequest } from "../sync/with-configured-store.js";

/**
 * Makes the file of the sealing keys that a configuration names, for a server of one's own whose database is new, and
 * ties the database to them. Where it is tied to others, no file is left.
 */
export async function createKeys(
  { configPath, asJson }: ConfiguredRequest,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const loaded = await loadConfig(configPath, surroundings, "look");
  const { jurisdiction } = loaded.config;
  const server = configuredServer(loaded, secretsOf(surroundings), surroundings);
  if (server === undefined) {
    const what = "the store is in a folder, which makes its own keys";
    throw usageRefusal("keys-not-needed", configPath, what, "leave this command out");
  }
  const { databaseUrl, keysFile } = server;
  const isMade = await makeKeyFile(keysFile).catch((error: unknown) => {
    throw unwritable(keysFile, error as NodeJS.ErrnoException);
  });
  if (!isMade)
    throw usageRefusal("keys-exist", keysFile, "there is a file already", "use it, or name another");
  try {
    const store = await openStore({ databaseUrl, jurisdiction, keys: await keysInFile(keysFile) });
    await store.close();
  } catch (error) {
    await rm(keysFile);
    throw error;
  }
  if (asJson) surroundings.stdout.write(`${JSON.stringify({ keysFile, created: true })}\n`);
  return exitCode.decided;
}

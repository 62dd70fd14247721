import type { Store } from "@guichet/sync";
import type { Surroundings } from "../surroundings.js";
import { loadConfig } from "./load-config.js";
import { openConfiguredStore } from "./open-configured-store.js";
import { secretsOf } from "./secrets-of.js";
import type { SyncConfig } from "./sync-config.js";

/** A look at what a configuration runs. */
export interface ConfiguredRequest {
  readonly configPath: string;
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** Does something with the store of a configuration, also while a worker has it, and closes it again. */
export async function withConfiguredStore<Result>(
  { configPath }: ConfiguredRequest,
  surroundings: Surroundings,
  work: (store: Store, config: SyncConfig) => Promise<Result>,
): Promise<Result> {
  const loaded = await loadConfig(configPath, surroundings, "look");
  const opened = await openConfiguredStore(loaded, secretsOf(surroundings), surroundings, "look");
  try {
    return await work(opened, loaded.config);
  } finally {
    await opened.close();
  }
}

import { resolve } from "node:path";
import { surroundingsOfProcess } from "../surroundings-of-process.js";
import type { Surroundings } from "../surroundings.js";
import type { Database } from "./database.js";
import { startEmbeddedPostgres } from "./embedded/embedded-postgres.js";
import { holdsStore } from "./embedded/holds-store.js";
import { postgresDatabase } from "./postgres-database.js";
import { prepareDatabase, storeOn } from "./postgres-store.js";
import { claimKeys } from "./sealing/claim-keys.js";
import { keysInFile, makeKeyFile } from "./sealing/key-file.js";
import { sealerOf } from "./sealing/sealer.js";
import type { SealingKeys } from "./sealing/sealing-keys.js";
import type { Store } from "./store.js";

/** Where the store is, and under which law. */
export type OpenStoreOptions = {
  /** ISO 3166-1, two letters. A store holds the clinics of one jurisdiction. */
  readonly jurisdiction: string;
  /** Connections at most; 10. */
  readonly connections?: number;
  readonly surroundings?: Surroundings;
  /** Puts something between the store and PostgreSQL: a test, to make a step fail; a meter, to count. */
  readonly wrapDatabase?: (database: Database) => Database;
} & (
  | {
      /** A server, PostgreSQL 16 or later: any number of workers may share it. */
      readonly databaseUrl: string;
      readonly keys: SealingKeys;
    }
  | {
      /** A folder in which a PostgreSQL of our own runs, for this process alone. */
      readonly dataFolder: string;
      /** Left out: those of the file `<dataFolder>.keys`, which is made together with the data. */
      readonly keys?: SealingKeys;
    }
);

/**
 * Opens the store, and brings its schema up to date. The first to open a database ties it to their keys: from then on
 * it opens with these, or with those that come to them.
 *
 * Errors: `data-folder-in-use`, `embedded-postgres-failed`, `jurisdiction-differs`, `keys-refused`, `keys-missing`,
 * `keys-differ`, `key-unknown`, `schema-changed`, `schema-newer`, `store-unreachable`, `store-refused`, `not-permitted`.
 *
 * @example
 * const store = await openStore({ dataFolder: "./data", jurisdiction: "FR" });
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { jurisdiction, connections = 10, surroundings = surroundingsOfProcess() } = options;
  const keys =
    "databaseUrl" in options ? options.keys : (options.keys ?? (await keysBeside(options.dataFolder)));
  const sealer = sealerOf(keys);
  const server = "dataFolder" in options ? await startEmbeddedPostgres(options) : undefined;
  const url = "databaseUrl" in options ? options.databaseUrl : (server?.urlOf("postgres") ?? "");
  const plain = postgresDatabase({ url, connections });
  const database = options.wrapDatabase?.(plain) ?? plain;
  const close = async (): Promise<void> => {
    await database.close();
    await server?.stop();
  };
  try {
    await prepareDatabase(database);
    const store = await storeOn({ database, jurisdiction, sealer, surroundings });
    await store.overview((transaction) => claimKeys(transaction, keys));
    return { ...store, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The keys of a data folder: made for a new one, and never for data that is there. */
async function keysBeside(dataFolder: string): Promise<SealingKeys> {
  const folder = resolve(dataFolder);
  const path = `${folder}.keys`;
  if (!(await holdsStore(folder))) await makeKeyFile(path);
  return keysInFile(path);
}

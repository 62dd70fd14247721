import { openStore } from "../store/open-store.js";
import type { Database } from "../store/database.js";
import { postgresDatabase } from "../store/postgres-database.js";
import type { SealingKeys } from "../store/sealing/sealing-keys.js";
import { sql } from "../store/sql.js";
import type { Store } from "../store/store.js";
import { inTransaction, type Transaction } from "../store/transaction.js";
import { surroundingsOfProcess } from "../surroundings-of-process.js";
import type { Surroundings } from "../surroundings.js";
import { testServer } from "./test-server.js";

export interface TestStoreOptions {
  /** `FR`. */
  readonly jurisdiction?: string;
  readonly surroundings?: Partial<Surroundings>;
  readonly connections?: number;
  /** `true` where durability is tested; left out, commits do not wait for the disk. */
  readonly fsync?: boolean;
  readonly wrapDatabase?: (database: Database) => Database;
  /** The address of a database that is there already: a second process on the same store. */
  readonly databaseUrl?: string;
}

/** A store in a database of its own. */
export interface TestStore extends Store {
  readonly databaseUrl: string;
  /** Runs as the owner, past row-level security: to look at what is really there. */
  readonly asOwner: <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;
  /** Stops the database's clock, at an instant if one is given. It moves by `stepClock` only from then on. */
  readonly stopClock: (at?: string) => Promise<void>;
  /** Moves a stopped clock; backwards too. */
  readonly stepClock: (seconds: number) => Promise<void>;
  /** Closes the store and drops its database, unless the address was given. */
  readonly close: () => Promise<void>;
}

/** Keys that everybody knows. */
export const testKeys: SealingKeys = { current: "test", keys: { test: new Uint8Array(32).fill(7) } };

/** Opens a store in a new database of this process's own PostgreSQL. */
export async function openTestStore(options: TestStoreOptions = {}): Promise<TestStore> {
  const { jurisdiction = "FR", connections = 5, fsync = false, wrapDatabase } = options;
  const server = options.databaseUrl === undefined ? await testServer(fsync) : undefined;
  const databaseUrl = options.databaseUrl ?? (await server?.newDatabase()) ?? "";
  const store = await openStore({
    databaseUrl,
    jurisdiction,
    keys: testKeys,
    connections,
    surroundings: { ...surroundingsOfProcess(), ...options.surroundings },
    ...(wrapDatabase ? { wrapDatabase } : {}),
  });
  const owner = postgresDatabase({ url: databaseUrl, connections: 2 });
  const asOwner: TestStore["asOwner"] = (work) => inTransaction(owner, [], work);
  return {
    ...store,
    databaseUrl,
    asOwner,
    stopClock: (at) =>
      asOwner(async ({ query }) => {
        await query(sql`create table if not exists guichet.stopped_clock (at timestamptz not null)`);
        await query(sql`truncate guichet.stopped_clock`);
        await query(sql`grant select on guichet.stopped_clock to public`);
        await query(
          sql`insert into guichet.stopped_clock values (coalesce(${at ?? null}::timestamptz, clock_timestamp()))`,
        );
        await query(sql`
          create or replace function guichet.clock() returns timestamptz
          language sql volatile parallel safe
          as 'select at from guichet.stopped_clock'`);
      }),
    stepClock: (seconds) =>
      asOwner(async ({ query }) => {
        await query(sql`update guichet.stopped_clock set at = at + make_interval(secs => ${seconds})`);
      }),
    close: async () => {
      await store.close();
      await owner.close();
      await server?.dropDatabase(databaseUrl);
    },
  };
}

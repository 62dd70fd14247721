import { Pool, types, type CustomTypesConfig, type QueryResult } from "pg";
import type { Database, Session } from "./database.js";
import { GatheringSocket } from "./gathering-socket.js";
import { refuseUnstorable } from "./storable-text.js";
import { statementName } from "./statement-name.js";
import { storeErrorOf } from "./store-error.js";

export interface PostgresOptions {
  readonly url: string;
  /** Connections at most; 10. */
  readonly connections?: number;
}

/** PostgreSQL through `pg`: instants as ISO texts in UTC, counts as numbers, errors coded. */
export function postgresDatabase({ url, connections = 10 }: PostgresOptions): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    pipeline: true,
    stream: () => new GatheringSocket(),
    types: ourTypes,
    application_name: "guichet",
    connectionTimeoutMillis: 30_000,
    options:
      "-c TimeZone=UTC -c client_encoding=UTF8 -c search_path=pg_catalog -c idle_in_transaction_session_timeout=60s",
  });
  // Invariant: a connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on("error", () => undefined);
  return {
    connect: async (): Promise<Session> => {
      const client = await pool.connect().catch((error: unknown) => {
        throw storeErrorOf(error);
      });
      const ignore = (): void => undefined;
      client.on("error", ignore);
      return {
        run: async ({ text, values }) => {
          for (const value of values.flat()) if (typeof value === "string") refuseUnstorable(value);
          try {
            const answer: QueryResult<object> | readonly QueryResult<object>[] = await client.query<object>(
              values.length > 0 ? { name: statementName(text), text, values: values.map(toDriver) } : text,
            );
            // Several statements without parameters have an answer each; the last one counts.
            return (isList(answer) ? answer.at(-1)?.rows : answer.rows) ?? [];
          } catch (error) {
            throw storeErrorOf(error);
          }
        },
        release: (fate) => {
          client.off("error", ignore);
          client.release(fate === "close");
        },
      };
    },
    close: () => pool.end(),
  };
}

function isList<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value);
}

function toDriver(value: unknown): unknown {
  if (isList(value)) return value.map(toDriver);
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}

const { TIMESTAMPTZ, INT8, NUMERIC } = types.builtins;

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [TIMESTAMPTZ]: isoInstant,
  [INT8]: Number,
  [NUMERIC]: Number,
};

const ourTypes: CustomTypesConfig = {
  getTypeParser: (id: Parameters<typeof types.getTypeParser>[0], format?: "text" | "binary"): unknown =>
    parsers[id] ?? types.getTypeParser(id, format),
};

function isoInstant(text: string): string {
  return text.replace(" ", "T").replace(/\+00$/, "Z");
}

import type { Sql } from "./sql.js";

/** Where connections come from. Everything the store does to PostgreSQL goes through it, so that a test can make any step fail. */
export interface Database {
  readonly connect: () => Promise<Session>;
  readonly close: () => Promise<void>;
}

/**
 * One connection. `begin`, `commit` and `rollback` are statements like any other. Statements run in the order in which
 * they are given, and may be given before earlier ones are answered.
 */
export interface Session {
  /** The rows as objects. Errors: coded, without a value of any row (see `storeErrorOf`). */
  readonly run: (statement: Sql) => Promise<readonly object[]>;
  /** Gives the connection back; one that may be broken or in the middle of something is closed instead. */
  readonly release: (fate: "keep" | "close") => void;
}

import { GuichetError, problemAt } from "@guichet/rules";

/** The store's errors. Codes are stable. */
export type StoreErrorCode =
  | "already-exists"
  | "overlap"
  | "not-permitted"
  | "outcome-unknown"
  | "store-busy"
  | "store-failed"
  | "store-full"
  | "store-refused"
  | "store-unreachable"
  | "text-refused"
  | "value-refused";

/** An error with one problem. */
export function storeError(code: string, where: string, what: string, todo: string): GuichetError {
  return new GuichetError(code, [problemAt(code, where, what, todo)]);
}

/**
 * What PostgreSQL or the driver said, as a coded error. Its message, detail, hint and parameters may hold somebody's
 * values: nothing of them is kept but the five characters of the SQLSTATE.
 */
export function storeErrorOf(error: unknown): GuichetError {
  if (GuichetError.isInstance(error)) return error;
  const state = sqlStateOf(error);
  const [code, what, todo] = meaningOf(state);
  return storeError(code, "store", state ? `${what} (SQLSTATE ${state})` : what, todo);
}

/** Whether nothing has happened and the same may be tried again. */
export function isBusy(error: unknown): boolean {
  return GuichetError.isInstance(error) && error.code === "store-busy";
}

type Meaning = readonly [code: StoreErrorCode, what: string, todo: string];

const unreachable: Meaning = ["store-unreachable", "the database does not answer", "see whether it runs"];

const meanings: Readonly<Record<string, Meaning>> = {
  "40001": ["store-busy", "two transactions were in each other's way", "try again"],
  "40P01": ["store-busy", "two transactions waited for each other", "try again"],
  "55P03": ["store-busy", "a lock was not free in time", "try again"],
  "23505": ["already-exists", "there is one already", "read it instead"],
  "23P01": ["overlap", "it overlaps with another", "choose another time"],
  "22021": ["text-refused", "a text cannot be stored as it is", "leave out what is no character"],
  "22P05": ["text-refused", "a text cannot be stored as it is", "leave out what is no character"],
  "28000": ["store-refused", "the database does not let this user in", "check the user and the password"],
  "28P01": ["store-refused", "the database does not let this user in", "check the user and the password"],
  "3D000": ["store-refused", "the server has no such database", "create it, or name another"],
  "42501": ["not-permitted", "the role may not do this", "grant it what the README lists"],
  "53100": ["store-full", "the disk is full", "make room"],
  "53300": ["store-busy", "there are too many connections", "try again, or allow more"],
};

function meaningOf(state: string | undefined): Meaning {
  if (state === undefined || state.startsWith("08") || state.startsWith("57P")) return unreachable;
  const known = meanings[state];
  if (known) return known;
  return state.startsWith("22") || state.startsWith("23")
    ? ["value-refused", "a value is not one the column takes", "check what was passed"]
    : ["store-failed", "the database refused", "look the SQLSTATE up"];
}

function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined;
}

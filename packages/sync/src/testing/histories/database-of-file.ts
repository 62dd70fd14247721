import { stopTestServers } from "../test-server.js";
import { openHistoryDatabase, type HistoryDatabase } from "./history-database.js";

/** Registers what is done once before and after the tests of a file, as vitest and jest have it. */
export interface FileHooks {
  readonly beforeAll: (work: () => Promise<void>) => void;
  readonly afterAll: (work: () => Promise<void>) => void;
}

/** A database for the tests of one file: opened before the first of them, closed after the last. */
export function databaseOfFile({ beforeAll, afterAll }: FileHooks): () => HistoryDatabase {
  let database: HistoryDatabase | undefined;
  beforeAll(async () => {
    database = await openHistoryDatabase();
  });
  afterAll(async () => {
    await database?.close();
    await stopTestServers();
  });
  return () => {
    if (!database) throw new TypeError("no test has begun");
    return database;
  };
}

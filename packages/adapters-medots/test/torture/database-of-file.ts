import { openHistoryDatabase, stopTestServers, type HistoryDatabase } from "@guichet/sync/testing";
import { afterAll, beforeAll } from "vitest";

/** A database for the tests of one file: opened before the first of them, closed after the last. */
export function databaseOfFile(): () => HistoryDatabase {
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

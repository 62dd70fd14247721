import { createHash } from "node:crypto";
import type { Database } from "../database.js";
import { sql } from "../sql.js";
import { storeError } from "../store-error.js";
import { inTransaction, type Transaction } from "../transaction.js";
import type { Migration } from "./migration.js";

/**
 * Brings the schema up to date. Any number of workers may start at once: one applies, the others wait for it. All
 * happens in one transaction, so a schema is never left half changed.
 *
 * Errors: `schema-changed` (a migration that was applied is not the one we have), `schema-newer` (a newer version of
 * this package was here).
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  await inTransaction(database, [], async ({ query }) => {
    await query(sql`select pg_advisory_xact_lock(hashtextextended('guichet.migrations', 0))`);
    await query(sql`create schema if not exists guichet`);
    await query(sql`
      create table if not exists guichet.migrations (
        number integer primary key,
        name text not null,
        hash text not null,
        applied_at timestamptz not null default clock_timestamp()
      )`);
    const applied = await appliedMigrations({ query });
    refuseStrange(applied, migrations);
    for (const migration of migrations.slice(applied.length)) {
      await query(migration.statement);
      await query(sql`
        insert into guichet.migrations (number, name, hash)
        values (${migration.number}, ${migration.name}, ${hashOf(migration)})`);
    }
  });
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
}

/** Those that were applied, in the order of their numbers. */
export function appliedMigrations({ query }: Pick<Transaction, "query">): Promise<readonly Applied[]> {
  return query<Applied>(sql`select number, name, hash from guichet.migrations order by number`);
}

function refuseStrange(applied: readonly Applied[], known: readonly Migration[]): void {
  for (const [index, { number, name, hash }] of applied.entries()) {
    const ours = known[index];
    const where = `migration ${number}, ${name}`;
    if (!ours)
      throw storeError(
        "schema-newer",
        where,
        "a newer version of this package made it",
        "update this installation",
      );
    if (ours.number !== number || hashOf(ours) !== hash)
      throw storeError(
        "schema-changed",
        where,
        "it is not the one this package has",
        "run the version that applied it, or restore the database",
      );
  }
}

/** Indentation may change, text may not. */
export function hashOf({ statement }: Migration): string {
  return createHash("sha256").update(statement.text.replace(/\s+/g, " ").trim()).digest("hex");
}

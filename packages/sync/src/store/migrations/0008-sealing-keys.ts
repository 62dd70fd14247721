import { sql } from "../sql.js";
import type { Migration } from "./migration.js";

/**
 * The keys a database is sealed with, each with a proof of it: whoever opens the database with others is refused. What is
 * sealed with which key may be seen over all tenants.
 */
export const sealingKeys: Migration = {
  number: 8,
  name: "sealing-keys",
  statement: sql`
    create table guichet.sealing_keys (
      id text primary key,
      number integer generated always as identity,
      proof bytea not null
    );
    grant select, insert, delete on guichet.sealing_keys to guichet_operator;
    grant select (payload_key, digest_key) on guichet.intents to guichet_operator;
    grant select (wish_key) on guichet.waitlist_entries to guichet_operator;
  `,
};

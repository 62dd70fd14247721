import { sql } from "../sql.js";
import type { Migration } from "./migration.js";

/** Events that were taken, each once. */
export const inbox: Migration = {
  number: 3,
  name: "inbox",
  statement: sql`
    create table guichet.inbox (
      tenant text not null references guichet.tenants,
      source text not null,
      event text not null,
      taken_at timestamptz not null default guichet.clock(),
      primary key (tenant, source, event)
    );
    call guichet.guard('guichet.inbox');
    grant select, insert, delete on guichet.inbox to guichet_tenant;
    grant select on guichet.inbox to guichet_operator;
  `,
};

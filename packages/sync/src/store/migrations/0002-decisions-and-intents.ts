import { sql } from "../sql.js";
import type { Migration } from "./migration.js";

/**
 * Decision records, and what is to be done on a platform because of them. An intent's keys begin with what tells it from the
 * others of its clinic: by a key that begins with the tenant, PostgreSQL reads all of the clinic's, as long as there are no
 * statistics.
 */
export const decisionsAndIntents: Migration = {
  number: 2,
  name: "decisions-and-intents",
  statement: sql`
    create table guichet.decisions (
      tenant text not null references guichet.tenants,
      id uuid not null,
      record jsonb not null,
      recorded_at timestamptz not null default guichet.clock(),
      primary key (tenant, id)
    );
    call guichet.guard('guichet.decisions');
    grant select, insert on guichet.decisions to guichet_tenant;
    grant select on guichet.decisions to guichet_operator;

    create table guichet.intents (
      tenant text not null references guichet.tenants,
      id uuid not null,
      kind text not null,
      reference text not null,
      decision uuid,
      digest bytea not null,
      digest_key text not null,
      payload bytea,
      payload_key text,
      state text not null,
      attempts integer not null default 0 check (attempts >= 0),
      doubts integer not null default 0 check (doubts >= 0),
      tried_from timestamptz not null default guichet.clock(),
      due_at timestamptz not null,
      lease uuid,
      lease_until timestamptz,
      sent_by timestamptz,
      code text,
      remote_id text,
      remote_version text,
      recorded_at timestamptz not null default guichet.clock(),
      moved_at timestamptz not null default guichet.clock(),
      primary key (id, tenant),
      unique (reference, kind, tenant),
      foreign key (tenant, decision) references guichet.decisions,
      check (state in ('pending', 'sending', 'unknown', 'done', 'conflict', 'refused', 'set-aside')),
      check ((lease is null) = (lease_until is null)),
      check ((payload is null) = (payload_key is null)),
      check (lease is null or state in ('pending', 'sending', 'unknown')),
      check (state in ('done', 'conflict', 'refused') or payload is not null)
    );
    create index intents_due on guichet.intents (tenant, due_at) where state in ('pending', 'sending', 'unknown');
    create index intents_set_aside on guichet.intents (tenant, moved_at) where state = 'set-aside';
    call guichet.guard('guichet.intents');
    grant select, insert, update on guichet.intents to guichet_tenant;
    grant select (tenant, id, kind, decision, state, attempts, due_at, lease, lease_until, sent_by, code, recorded_at, moved_at)
      on guichet.intents to guichet_operator;
  `,
};

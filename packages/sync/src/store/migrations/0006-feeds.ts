import { sql } from "../sql.js";
import type { Migration } from "./migration.js";

/** What platforms list: where each feed stands, its records as far as matching needs them, and items that failed. */
export const feeds: Migration = {
  number: 6,
  name: "feeds",
  statement: sql`
    create table guichet.feeds (
      tenant text not null references guichet.tenants,
      feed text not null,
      added_at timestamptz not null default guichet.clock(),
      cursors jsonb not null default '[]',
      lease uuid,
      lease_until timestamptz,
      pull_due_at timestamptz not null default guichet.clock(),
      reconcile_due_at timestamptz not null default guichet.clock(),
      pulled_at timestamptz,
      reconciled_at timestamptz,
      failures integer not null default 0,
      failed_at timestamptz,
      failure text,
      held_missing integer,
      held_known integer,
      held_at timestamptz,
      confirmed_missing integer,
      primary key (tenant, feed),
      check ((lease is null) = (lease_until is null)),
      check ((held_at is null) = (held_missing is null) and (held_at is null) = (held_known is null))
    );
    call guichet.guard('guichet.feeds');
    grant select, insert, update on guichet.feeds to guichet_tenant;
    grant select on guichet.feeds to guichet_operator;

    create table guichet.records (
      tenant text not null references guichet.tenants,
      feed text not null,
      remote_id text not null,
      version text collate "C" not null,
      status text not null,
      reference text,
      body jsonb not null,
      stored_at timestamptz not null default guichet.clock(),
      gone_at timestamptz,
      primary key (tenant, feed, remote_id)
    );
    create index records_by_reference on guichet.records (tenant, feed, reference) where reference is not null;
    create index records_by_status on guichet.records (tenant, feed, status) where gone_at is null;
    call guichet.guard('guichet.records');
    grant select, insert, update on guichet.records to guichet_tenant;

    create table guichet.failed_items (
      tenant text not null references guichet.tenants,
      feed text not null,
      item text not null,
      code text not null,
      tries integer not null,
      first_at timestamptz not null default guichet.clock(),
      last_at timestamptz not null default guichet.clock(),
      primary key (tenant, feed, item)
    );
    call guichet.guard('guichet.failed_items');
    grant select, insert, update, delete on guichet.failed_items to guichet_tenant;
    grant select on guichet.failed_items to guichet_operator;
  `,
};

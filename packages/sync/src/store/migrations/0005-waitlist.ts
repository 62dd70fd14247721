import { sql } from "../sql.js";
import type { Migration } from "./migration.js";

/**
 * Who waits for a slot, and the slots that are proposed to them. A slot is proposed to one person at a time, and a person
 * has one proposal at a time, whatever wrote them.
 */
export const waitlist: Migration = {
  number: 5,
  name: "waitlist",
  statement: sql`
    create table guichet.waitlist_entries (
      tenant text not null references guichet.tenants,
      id uuid not null,
      state text not null default 'waiting',
      slot text,
      refused_slots text[] not null default '{}',
      priority bigint not null,
      made_at timestamptz not null,
      last_on date not null,
      need bytea not null,
      decision uuid,
      wish bytea,
      wish_key text,
      version integer not null default 1,
      moved_at timestamptz not null default guichet.clock(),
      primary key (tenant, id),
      foreign key (tenant, decision) references guichet.decisions,
      check (state in ('waiting', 'proposed', 'booked', 'declined', 'withdrawn', 'expired')),
      check ((slot is not null) = (state in ('proposed', 'booked'))),
      check ((wish is null) = (wish_key is null)),
      check (case when state in ('waiting', 'proposed') then wish is not null when state = 'booked' then true else wish is null end)
    );
    create unique index waits_for_a_need_once on guichet.waitlist_entries (tenant, need) where state in ('waiting', 'proposed');
    create index waitlist_entries_waiting on guichet.waitlist_entries (tenant, last_on) where state = 'waiting';
    call guichet.guard('guichet.waitlist_entries');
    grant select, insert, update on guichet.waitlist_entries to guichet_tenant;
    grant select (tenant, id, state, made_at, last_on, moved_at) on guichet.waitlist_entries to guichet_operator;

    create table guichet.waitlist_proposals (
      tenant text not null references guichet.tenants,
      id uuid not null,
      entry uuid not null,
      slot text not null,
      details jsonb not null,
      decision uuid not null,
      state text not null default 'live',
      proposed_at timestamptz not null default guichet.clock(),
      expires_at timestamptz not null,
      ended_at timestamptz,
      primary key (tenant, id),
      foreign key (tenant, entry) references guichet.waitlist_entries,
      foreign key (tenant, decision) references guichet.decisions,
      check (state in ('live', 'agreed', 'refused', 'declined', 'not-reached', 'lapsed', 'withdrawn', 'taken-back')),
      check ((ended_at is null) = (state = 'live'))
    );
    create unique index one_live_proposal_of_a_slot on guichet.waitlist_proposals (tenant, slot) where state = 'live';
    create unique index one_live_proposal_to_an_entry on guichet.waitlist_proposals (tenant, entry) where state = 'live';
    create index waitlist_proposals_of_an_entry on guichet.waitlist_proposals (tenant, entry);
    create index waitlist_proposals_due on guichet.waitlist_proposals (tenant, expires_at) where state = 'live';
    call guichet.guard('guichet.waitlist_proposals');
    grant select, insert, update on guichet.waitlist_proposals to guichet_tenant;
    grant select (tenant, id, state, proposed_at, expires_at, ended_at) on guichet.waitlist_proposals to guichet_operator;
  `,
};

import { sql } from "../sql.js";
import type { Migration } from "./migration.js";

/** The time of practitioners. Two active reservations of one practitioner cannot overlap, whatever wrote them. */
export const bookings: Migration = {
  number: 4,
  name: "bookings",
  statement: sql`
    create table guichet.bookings (
      tenant text not null references guichet.tenants,
      id uuid not null,
      reference text not null,
      practitioner text not null,
      during tstzrange not null,
      state text not null default 'active' check (state in ('active', 'released')),
      version integer not null default 1,
      reserved_at timestamptz not null default guichet.clock(),
      moved_at timestamptz not null default guichet.clock(),
      primary key (tenant, id),
      unique (tenant, reference),
      check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
      check (not lower_inf(during) and not upper_inf(during)),
      constraint no_overlap exclude using gist (tenant with =, practitioner with =, during with &&) where (state = 'active')
    );
    call guichet.guard('guichet.bookings');
    grant select, insert, update on guichet.bookings to guichet_tenant;
    grant select on guichet.bookings to guichet_operator;
  `,
};

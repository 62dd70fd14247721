import { sql } from "../sql.js";
import type { Migration } from "./migration.js";

/**
 * The clock, the roles, the store's jurisdiction and its tenants. A tenant's transactions run as `guichet_tenant` and
 * see its rows alone; what watches over all tenants runs as `guichet_operator` and may read no payload.
 */
export const foundation: Migration = {
  number: 1,
  name: "foundation",
  statement: sql`
    create extension if not exists btree_gist schema guichet;

    do $$
    declare
      wanted text;
    begin
      foreach wanted in array array['guichet_tenant', 'guichet_operator'] loop
        begin
          execute format('create role %I nologin noinherit nobypassrls nosuperuser', wanted);
        exception when duplicate_object or unique_violation then
          null;
        end;
        if not pg_has_role(current_user, wanted, 'set') then
          execute format('grant %I to current_user with set true, inherit false', wanted);
        end if;
      end loop;
    end
    $$;

    create function guichet.clock() returns timestamptz
      language sql volatile parallel safe
      as 'select clock_timestamp()';

    create function guichet.tenant() returns text
      language sql stable parallel safe
      as $$ select nullif(current_setting('guichet.tenant', true), '') $$;

    create table guichet.jurisdiction (
      only_one boolean primary key default true check (only_one),
      code text not null
    );

    create table guichet.tenants (
      id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
      jurisdiction text not null,
      added_at timestamptz not null default guichet.clock()
    );

    create procedure guichet.guard(guarded regclass)
      language plpgsql
      as $$
    begin
      execute format('alter table %s enable row level security', guarded);
      execute format('alter table %s force row level security', guarded);
      execute format(
        'create policy own_rows on %s to guichet_tenant using (tenant = guichet.tenant()) with check (tenant = guichet.tenant())',
        guarded
      );
      execute format('create policy all_rows on %s to guichet_operator using (true) with check (true)', guarded);
    end
    $$;

    alter table guichet.tenants enable row level security;
    alter table guichet.tenants force row level security;
    create policy own_row on guichet.tenants for select to guichet_tenant using (id = guichet.tenant());
    create policy all_rows on guichet.tenants to guichet_operator using (true) with check (true);

    grant usage on schema guichet to guichet_tenant, guichet_operator;
    grant select on guichet.tenants to guichet_tenant;
    grant select, insert on guichet.tenants to guichet_operator;
  `,
};

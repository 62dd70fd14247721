import type { Database } from "../../store/database.js";
import { postgresDatabase } from "../../store/postgres-database.js";
import { sql, sqlOfLibrary, type Sql } from "../../store/sql.js";
import { testServer } from "../test-server.js";

/** A row that was written, as it stood before and after. Sealed contents are left out. */
export interface RowChange {
  readonly table: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

export type Row = Readonly<Record<string, unknown>>;

/** A database whose time is simulated, and which tells of every row that was committed. */
export interface HistoryDatabase {
  /** The connections that simulated processes share. */
  readonly database: Database;
  /** The statement that tells what was committed since it was last run, as rows of `RowChange` in the order they were written. */
  readonly changesTaken: string;
  /** Removes everything, for the next history. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a database of its own, on this process's own server, prepared for histories. */
export async function openHistoryDatabase(): Promise<HistoryDatabase> {
  const server = await testServer(false);
  const url = await server.newDatabase();
  // More than all processes ever hold at once: time stands still while somebody waits for a connection.
  const database = postgresDatabase({ url, connections: 40 });
  const owner = await database.connect();
  const run = (statement: Sql): Promise<readonly object[]> => owner.run(statement);
  await run(sql`
    create or replace function guichet.clock() returns timestamptz
      language sql stable parallel safe
      as $$ select current_setting('guichet.simulated_time')::timestamptz $$;

    create table guichet.history_changes (
      place bigint generated always as identity primary key,
      "table" text not null,
      before jsonb,
      after jsonb
    );

    create function guichet.note_change() returns trigger
      language plpgsql security definer
      as $$
    begin
      insert into guichet.history_changes ("table", before, after)
      values (tg_table_name,
              to_jsonb(old) - array['payload', 'digest', 'wish', 'need'],
              to_jsonb(new) - array['payload', 'digest', 'wish', 'need']);
      return null;
    end
    $$;

    do $$
    declare
      noted record;
    begin
      for noted in
        select tablename from pg_tables
        where schemaname = 'guichet' and tablename not in ('history_changes', 'jurisdiction', 'migrations', 'tenants')
      loop
        execute format(
          'create trigger note_change after insert or update or delete on guichet.%I for each row execute function guichet.note_change()',
          noted.tablename
        );
      end loop;
    end
    $$;
  `);
  const tables = await run(sql`
    select string_agg(format('%I.%I', schemaname, tablename), ', ') as names from pg_tables
    where schemaname = 'guichet' and tablename not in ('jurisdiction', 'migrations')`);
  const [{ names } = { names: "" }] = tables as readonly { readonly names: string }[];
  return {
    database,
    changesTaken: `
      with taken as (delete from guichet.history_changes returning *)
      select "table", before, after from taken order by place`,
    clear: async () => {
      await run(sqlOfLibrary(`truncate ${names}`, []));
    },
    close: async () => {
      owner.release("close");
      await database.close();
      await server.dropDatabase(url);
    },
  };
}

import { openTestStore, stopTestServers, type TestStore } from "@guichet/sync/testing";
import {
  mirrorRecords,
  pullChanges,
  recordDecision,
  recordIntent,
  reserve,
  sql,
  takeEvent,
  type TenantStore,
} from "@guichet/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let store: TestStore;
let own: TenantStore;

beforeAll(async () => {
  store = await openTestStore();
  own = await fill("clinic-own");
  await fill("clinic-other");
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

/** Puts a row into every table that this file knows how to fill. */
async function fill(id: string): Promise<TenantStore> {
  const clinic = await store.addTenant({ id, jurisdiction: "FR" });
  await clinic.transaction(async (transaction) => {
    const decision = await recordDecision(transaction, {
      format: "guichet-record/1",
      at: "2026-11-21T09:30:00Z",
      subject: "hmac-sha256:0",
      policy: "loyalty-discount",
      amendments: [],
      fingerprint: null,
      governingDate: null,
      regions: [],
      status: "not-in-force",
      outcome: {},
      open: [],
      cases: {},
    });
    await recordIntent(transaction, { kind: "note", reference: "1", payload: {}, decision });
    await takeEvent(transaction, { source: "omnidoc", id: "1" });
    await reserve(transaction, {
      reference: "1",
      practitioner: "anna",
      startsAt: "2026-11-21T09:30:00Z",
      endsAt: "2026-11-21T10:30:00Z",
    });
    await mirrorRecords(transaction, "list", [{ remoteId: "1", version: "1", status: "booked", body: {} }]);
  });
  await pullChanges(
    clinic,
    {
      name: "list",
      changes: () =>
        Promise.resolve({ items: [{ remoteId: "\0", version: "1", status: "booked", body: {} }] }),
      everything: () => Promise.resolve({ items: [] }),
    },
    { signal: new AbortController().signal },
  );
  return clinic;
}

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly isGuarded: boolean;
  readonly hasTenant: boolean;
  readonly privileges: readonly string[];
}

/** Every table of the database that a tenant may do anything with, as the catalog has it. */
const tables = (): Promise<readonly Table[]> =>
  store.asOwner(({ query }) =>
    query<Table>(sql`
      select n.nspname as schema, c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isGuarded",
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant') as "hasTenant",
        array(
          select privilege from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) as privilege
          where has_table_privilege('guichet_tenant', c.oid, privilege)
            or (privilege <> 'delete' and privilege <> 'truncate' and has_any_column_privilege('guichet_tenant', c.oid, privilege))
        ) as privileges
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by 1, 2`),
  );

describe("a tenant", () => {
  it("has row-level security, forced, on every table it may touch, and may empty none", async () => {
    const touched = (await tables()).filter(({ privileges }) => privileges.length > 0);
    expect(touched.filter(({ isGuarded }) => !isGuarded)).toEqual([]);
    expect(touched.flatMap(({ privileges }) => privileges)).not.toContain("truncate");
    expect(touched.length).toBeGreaterThan(8);
  });

  it("has one policy on each, which compares the tenant", async () => {
    const guarded = (await tables()).filter(({ isGuarded }) => isGuarded);
    const policies = await store.asOwner(({ query }) =>
      query<{ table: string; using: string; check: string | null }>(sql`
        select tablename as table, qual as using, with_check as check from pg_policies
        where schemaname = 'guichet' and 'guichet_tenant' = any(roles) order by 1`),
    );
    expect(policies.map(({ table }) => table)).toEqual(guarded.map(({ name }) => name));
    for (const { table, using, check } of policies) {
      const compares = table === "tenants" ? "(id = guichet.tenant())" : "(tenant = guichet.tenant())";
      expect([using, check ?? compares]).toEqual([compares, compares]);
    }
  });

  it("sees, changes and removes nothing of another's when the where-clause is forgotten", async () => {
    // From the end: decisions go after the intents that name them.
    const known = (await tables())
      .filter(({ schema, hasTenant }) => schema === "guichet" && hasTenant)
      .toReversed();
    let filled = 0;
    for (const { name, privileges } of known) {
      const others = await count(name, "clinic-other");
      if (others === 0) continue;
      filled += 1;
      const seen = await own.transaction(({ query }) =>
        query<{ tenant: string }>(statement(`select distinct tenant from guichet.${name}`)),
      );
      expect([name, seen]).toEqual([name, [{ tenant: "clinic-own" }]]);
      for (const [privilege, text] of [
        ["update", `update guichet.${name} set tenant = tenant`],
        ["delete", `delete from guichet.${name}`],
      ] as const) {
        if (privileges.includes(privilege)) await own.transaction(({ query }) => query(statement(text)));
      }
      expect([name, await count(name, "clinic-other")]).toEqual([name, others]);
    }
    // Decisions, intents, inbox, bookings, feeds, records, failed items.
    expect(filled).toBe(7);
  });

  it("cannot write a row for another, nor make its own another's", async () => {
    await expect(
      own.transaction(({ query }) =>
        query(sql`insert into guichet.inbox (tenant, source, event) values ('clinic-other', 's', 'e')`),
      ),
    ).rejects.toMatchObject({ code: "not-permitted" });
    await expect(
      own.transaction(({ query }) => query(sql`update guichet.feeds set tenant = 'clinic-other'`)),
    ).rejects.toMatchObject({ code: "not-permitted" });
  });
});

describe("whoever looks over all tenants", () => {
  it.each(["payload", "digest", "reference", "remote_id"])("may not read %s of an intent", async (column) => {
    await expect(
      store.overview(({ query }) => query(statement(`select ${column} from guichet.intents`))),
    ).rejects.toMatchObject({ code: "not-permitted" });
  });

  it("may read no record of a platform, and change nothing", async () => {
    for (const text of ["select body from guichet.records", "update guichet.intents set state = 'done'"]) {
      await expect(store.overview(({ query }) => query(statement(text)))).rejects.toMatchObject({
        code: "not-permitted",
      });
    }
  });
});

async function count(table: string, tenant: string): Promise<number> {
  const [row] = await store.asOwner(({ query }) =>
    query<{ count: number }>(statement(`select count(*) from guichet.${table} where tenant = '${tenant}'`)),
  );
  return row?.count ?? 0;
}

/** A statement with a name of the catalog in it, which no parameter can be. */
function statement(text: string): ReturnType<typeof sql> {
  return sql(Object.assign([text], { raw: [text] }));
}

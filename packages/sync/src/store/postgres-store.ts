import type { Surroundings } from "../surroundings.js";
import type { Database } from "./database.js";
import { migrate } from "./migrations/migrate.js";
import { migrations } from "./migrations/migrations.js";
import type { Sealer } from "./sealing/sealer.js";
import { sql } from "./sql.js";
import type { Store, Tenant, TenantStore, TenantTransaction } from "./store.js";
import { storeError } from "./store-error.js";
import { inTransaction } from "./transaction.js";

export interface StoreOn {
  readonly database: Database;
  readonly jurisdiction: string;
  readonly sealer: Sealer;
  readonly surroundings: Surroundings;
}

/** The schema as this package needs it. Safe to run in many processes at once. */
export function prepareDatabase(database: Database): Promise<void> {
  return migrate(database, migrations);
}

/** The store on a database that is prepared. Errors: `jurisdiction-refused`, `jurisdiction-differs`. */
export async function storeOn({ database, jurisdiction, sealer, surroundings }: StoreOn): Promise<Store> {
  await claimJurisdiction(database, jurisdiction);
  const asOperator = [sql`set local role guichet_operator`];
  const overview: Store["overview"] = (work) => inTransaction(database, asOperator, work);

  const tenantStore = (tenant: string): TenantStore => ({
    tenant,
    sealer,
    transaction: (work) =>
      inTransaction(
        database,
        [
          sql`select set_config('role', 'guichet_tenant', true), set_config('guichet.tenant', ${tenant}, true)`,
        ],
        (transaction) =>
          work({
            query: transaction.query,
            contained: transaction.contained,
            tenant,
            sealer,
            uuid: surroundings.random.uuid,
          } satisfies TenantTransaction),
      ),
  });

  const refuseForeign = (tenant: Tenant): void => {
    if (tenant.jurisdiction === jurisdiction) return;
    throw storeError(
      "jurisdiction-differs",
      `tenant ${tenant.id}`,
      `it lives under the law of ${tenant.jurisdiction}, this store under that of ${jurisdiction}`,
      "open the store of its jurisdiction",
    );
  };

  return {
    jurisdiction,
    surroundings,
    overview,
    addTenant: async (tenant) => {
      if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(tenant.id)) {
        throw storeError(
          "tenant-refused",
          "tenant",
          "its id is not of small letters, digits and hyphens, at most 63",
          "rename it",
        );
      }
      refuseForeign(tenant);
      await overview(({ query }) =>
        query(sql`
          insert into guichet.tenants (id, jurisdiction) values (${tenant.id}, ${tenant.jurisdiction})
          on conflict do nothing`),
      );
      return tenantStore(tenant.id);
    },
    forTenant: async (id) => {
      const [tenant] = await overview(({ query }) =>
        query<Tenant>(sql`select id, jurisdiction from guichet.tenants where id = ${id}`),
      );
      if (!tenant)
        throw storeError("tenant-unknown", "tenant", "the store has none by this id", "add it first");
      refuseForeign(tenant);
      return tenantStore(tenant.id);
    },
    tenants: () =>
      overview(({ query }) => query<Tenant>(sql`select id, jurisdiction from guichet.tenants order by id`)),
    close: () => database.close(),
  };
}

/** The first to open a database says under which law it lives; from then on it is that one. */
async function claimJurisdiction(database: Database, jurisdiction: string): Promise<void> {
  if (!/^[A-Z]{2}$/.test(jurisdiction)) {
    throw storeError(
      "jurisdiction-refused",
      "store",
      "not two capital letters",
      'write it as ISO 3166-1 does, like "FR"',
    );
  }
  const [claimed] = await inTransaction(database, [], async ({ query }) => {
    await query(sql`insert into guichet.jurisdiction (code) values (${jurisdiction}) on conflict do nothing`);
    return query<{ code: string }>(sql`select code from guichet.jurisdiction`);
  });
  if (claimed?.code === jurisdiction) return;
  throw storeError(
    "jurisdiction-differs",
    "store",
    `the database lives under the law of ${claimed?.code ?? "nobody"}, not of ${jurisdiction}`,
    "open the database of that jurisdiction",
  );
}

import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "../store/sql.js";
import type { TenantStore, TenantTransaction } from "../store/store.js";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { reassign, release } from "./reserve.js";
import { transfer } from "./transfer.js";

let store: TestStore;
let clinic: TenantStore;
const known = 1_000;

beforeAll(async () => {
  store = await openTestStore();
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  await store.asOwner(({ query }) =>
    query(sql`
      insert into guichet.bookings (tenant, id, reference, practitioner, during)
      select ${clinic.tenant}, gen_random_uuid(), 'r' || nth, 'anna', tstzrange(at, at + interval '1 hour', '[)')
      from generate_series(1, ${known}) nth, lateral (select timestamptz '2026-01-01T00:00Z' + nth * interval '1 hour' as at) as hours`),
  );
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

const later = { practitioner: "boris", startsAt: "2026-11-21T10:00:00Z", endsAt: "2026-11-21T11:00:00Z" };

it.each<[string, (transaction: TenantTransaction) => Promise<unknown>]>([
  ["given back", (transaction) => release(transaction, "r7")],
  ["moved to another slot", (transaction) => reassign(transaction, "r8", later)],
  ["given to another reference", (transaction) => transfer(transaction, "r9", "s9")],
])(
  "a reservation is %s without reading the clinic's others, in a database that is new",
  async (_, change) => {
    const read = await clinic.transaction(async (transaction) => {
      const count = async (): Promise<number> => {
        const [seen] = await transaction.query<{ rows: number }>(sql`
        select seq_tup_read + idx_tup_fetch as rows from pg_stat_xact_user_tables where relid = 'guichet.bookings'::regclass`);
        return seen?.rows ?? 0;
      };
      const before = await count();
      expect(await change(transaction)).toBeTruthy();
      return (await count()) - before;
    });
    expect(read).toBeLessThan(10);
  },
);

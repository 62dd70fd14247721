import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "../store/sql.js";
import type { TenantStore, TenantTransaction } from "../store/store.js";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { readReservation, reassign, release } from "./reserve.js";
import { transfer } from "./transfer.js";

let store: TestStore;
let clinic: TenantStore;
const known = 1_000;

const later = { practitioner: "boris", startsAt: "2026-11-21T10:00:00Z", endsAt: "2026-11-21T11:00:00Z" };

const uses: readonly (readonly [
  string,
  (transaction: TenantTransaction, reference: string) => Promise<unknown>,
])[] = [
  ["read", readReservation],
  ["given back", release],
  ["moved to another slot", (transaction, reference) => reassign(transaction, reference, later)],
  ["given to another reference", (transaction, reference) => transfer(transaction, reference, "another")],
];

beforeAll(async () => {
  store = await openTestStore({ connections: 1 });
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  // A connection plans a statement for the last time at its sixth use: here while there are none.
  for (let turn = 1; turn <= 8; turn += 1)
    for (const [, use] of uses)
      await clinic.transaction((transaction) => use(transaction, "none")).catch(() => undefined);
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

it.each(uses.map(([name, use], at) => [name, use, `r${at + 1}`] as const))(
  "a reservation is %s without reading the clinic's others, however few there were at first",
  async (_, use, reference) => {
    const read = await clinic.transaction(async (transaction) => {
      const count = async (): Promise<number> => {
        const [seen] = await transaction.query<{ rows: number }>(sql`
        select seq_tup_read + idx_tup_fetch as rows from pg_stat_xact_user_tables where relid = 'guichet.bookings'::regclass`);
        return seen?.rows ?? 0;
      };
      const before = await count();
      expect(await use(transaction, reference)).toBeTruthy();
      return (await count()) - before;
    });
    expect(read).toBeLessThan(10);
  },
);

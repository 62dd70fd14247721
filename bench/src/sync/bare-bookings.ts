import { openTestStore } from "@guichet/sync/testing";
import { Pool } from "pg";
import { atOnce } from "./at-once.js";
import { readLeftRows, tableNames, tables, type BookingRows } from "./booking-rows.js";
import { clinicId, poolSize } from "./bookings.js";
import { processorSeconds } from "./processor-time.js";

export interface BareRun {
  readonly seconds: number;
  /** Seconds of processor, of this process and of PostgreSQL. */
  readonly own: number;
  readonly postgres: number;
  readonly digest: string;
}

const inserts = tableNames.map((table) => {
  const places = tables[table].map((_, at) => `$${at + 1}`);
  return {
    table,
    text: `insert into guichet.${table} (${tables[table].join(", ")}) values (${places.join(", ")})`,
  };
});

/** Inserts the rows of each booking in a transaction of its own, with nothing around it. */
export async function bareBookings(bookings: readonly BookingRows[]): Promise<BareRun> {
  const store = await openTestStore({ fsync: true, connections: poolSize });
  await store.addTenant({ id: clinicId, jurisdiction: "FR" });
  const pool = new Pool({ connectionString: store.databaseUrl, max: poolSize });
  // Invariant: what is dropped with its database is of no use any more.
  pool.on("error", () => undefined);
  try {
    const before = processorSeconds();
    const startedAt = performance.now();
    await atOnce(bookings.length, poolSize, async (number) => {
      const client = await pool.connect();
      await client.query("begin");
      for (const { table, text } of inserts) await client.query(text, [...(bookings[number]?.[table] ?? [])]);
      await client.query("commit");
      client.release();
    });
    const seconds = (performance.now() - startedAt) / 1000;
    const after = processorSeconds();
    const { digest } = await readLeftRows(store.databaseUrl);
    return { seconds, own: after.own - before.own, postgres: after.postgres - before.postgres, digest };
  } finally {
    await pool.end();
    await store.close();
  }
}

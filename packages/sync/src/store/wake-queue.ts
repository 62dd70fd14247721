import PgBoss from "pg-boss";
import type { Database } from "./database.js";
import { sql, sqlOfLibrary } from "./sql.js";
import type { Wake } from "./store.js";
import { inTransaction, type Transaction } from "./transaction.js";

/** The queue whose jobs wake a worker for one intent. A job is a hint: the intent's row is the truth. */
export const wakeQueue = "guichet-intents";

/** pg-boss on the store's own connections. It is not started. */
export function bossOn(database: Database): PgBoss {
  return new PgBoss({
    schema: "pgboss",
    schedule: false,
    db: {
      executeSql: async (text, values?: readonly unknown[]) => {
        const session = await database.connect();
        let fate: "keep" | "close" = "close";
        try {
          const rows = await session.run(sqlOfLibrary(text, values ?? []));
          fate = "keep";
          return { rows: [...rows] };
        } finally {
          session.release(fate);
        }
      },
    },
  });
}

/** Sets up pg-boss's schema and our queue in it, and lets tenants put jobs there; nothing else of it. */
export async function prepareWakeQueue(database: Database): Promise<void> {
  await inTransaction(database, [], async ({ query }) => {
    await query(sql`select pg_advisory_xact_lock(hashtextextended('guichet.wake-queue', 0))`);
    const boss = bossOn(database);
    boss.on("error", () => undefined);
    await boss.start();
    await boss.createQueue(wakeQueue, { name: wakeQueue, retryLimit: 0, expireInSeconds: 300 });
    await boss.stop({ graceful: false });
  });
  await inTransaction(database, [], async ({ query }) => {
    await query(sql`select pg_advisory_xact_lock(hashtextextended('guichet.wake-queue', 0))`);
    await query(sql`
      grant usage on schema pgboss to guichet_tenant;
      grant select on pgboss.queue to guichet_tenant;
      grant insert, select (id) on pgboss.job to guichet_tenant`);
  });
}

/** Puts a job into the transaction: it is there when the transaction is committed, and not otherwise. */
export async function putWake(
  boss: PgBoss,
  { query }: Transaction,
  wake: Wake,
  afterSeconds: number,
): Promise<void> {
  await boss.send(wakeQueue, wake, {
    startAfter: Math.ceil(afterSeconds),
    db: { executeSql: async (text, values) => ({ rows: [...(await query(sqlOfLibrary(text, values)))] }) },
  });
}

/** Takes jobs off the queue. One that is taken and not seen to is found by its intent's row. */
export async function takeWakes(boss: PgBoss, limit: number): Promise<readonly Wake[]> {
  const jobs = await boss.fetch<Wake>(wakeQueue, { batchSize: limit });
  if (jobs.length === 0) return [];
  await boss.deleteJob(
    wakeQueue,
    jobs.map(({ id }) => id),
  );
  return jobs.map(({ data }) => data);
}

import PgBoss from "pg-boss";
import type { Database, Session } from "./database.js";
import { sql, sqlOfLibrary } from "./sql.js";
import type { Wake } from "./store.js";
import type { Transaction } from "./transaction.js";

/** The queue whose jobs wake a worker for one intent. A job is a hint: the intent's row is the truth. */
export const wakeQueue = "guichet-intents";

/** pg-boss on the store's own connections. It is not started: its timers are not ours. */
export function bossOn(database: Database): PgBoss {
  return bossThat(async (statement) => {
    const session = await database.connect();
    let fate: "keep" | "close" = "close";
    try {
      const rows = await session.run(statement);
      fate = "keep";
      return rows;
    } finally {
      session.release(fate);
    }
  });
}

function bossThat(run: Session["run"]): PgBoss {
  return new PgBoss({
    schema: "pgboss",
    schedule: false,
    supervise: false,
    db: {
      executeSql: async (text, values?: readonly unknown[]) => ({
        rows: [...(await run(sqlOfLibrary(text, values ?? [])))],
      }),
    },
  });
}

/**
 * Sets up pg-boss's schema and our queue in it, and lets tenants put jobs there; nothing else of it. All on one
 * connection, one process at a time.
 */
export async function prepareWakeQueue(database: Database): Promise<void> {
  const session = await database.connect();
  let fate: "keep" | "close" = "close";
  try {
    await session.run(sql`select pg_advisory_lock(hashtextextended('guichet.wake-queue', 0))`);
    const boss = bossThat(session.run);
    await boss.start();
    await boss.createQueue(wakeQueue, { name: wakeQueue, retryLimit: 0, expireInSeconds: 300 });
    await boss.stop({ graceful: false });
    await session.run(sql`
      grant usage on schema pgboss to guichet_tenant;
      grant select on pgboss.queue to guichet_tenant;
      grant insert, select (id) on pgboss.job to guichet_tenant`);
    await session.run(sql`select pg_advisory_unlock(hashtextextended('guichet.wake-queue', 0))`);
    fate = "keep";
  } finally {
    // Closing it gives the lock back, whatever happened.
    session.release(fate);
  }
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

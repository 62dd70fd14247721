import { join } from "node:path";
import { recordIntent, sql, type Database, type Session } from "@guichet/sync";
import { expect, it, onTestFinished } from "vitest";
import { storeBeside, storeFolderWith } from "./beside-worker.js";
import { guichet } from "./run-guichet.js";
import { eventIs, startGuichet } from "./run-until-stopped.js";

it("ends within ten seconds though its database answers nothing, and what was acknowledged is there", async () => {
  const simulating = startGuichet(["simulate", "medots"]);
  const {
    baseUrl = "",
    identity = "",
    secretKey = "",
  } = JSON.parse(await simulating.line(() => true)) as Record<string, string>;
  const medots = {
    ...{ baseUrl, allowLoopback: true, identity, secretKey: { env: "MEDOTS_SECRET" } },
    ...{ clinicId: 1, zone: "Europe/Moscow", pullEverySeconds: 1 },
  };
  const content = { jurisdiction: "RU", store: { dataFolder: "data" }, clinics: [{ id: "tver", medots }] };
  const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(content) });
  const config = ["--config", join(folder, "guichet.config.json")];
  const running = startGuichet(["sync", ...config], { env: { MEDOTS_SECRET: secretKey } });
  await running.line(eventIs("feed-reconciled", { tenant: "tver" }));

  let database: Database | undefined;
  const wrapDatabase = (opened: Database): Database => (database = opened);
  const store = await storeBeside(folder, { jurisdiction: "RU", wrapDatabase });
  const clinic = await store.forTenant("tver");
  await clinic.transaction((transaction) =>
    recordIntent(transaction, {
      ...{ kind: "medots.cancel-appointment", reference: "0c1f", payload: { remoteId: "404" } },
      ...{ decision: null, afterSeconds: 3_600 },
    }),
  );
  const [locking, looking] = [await database?.connect(), await database?.connect()];
  if (!locking || !looking) throw new Error("no connection");
  // The server ends them, with everything else.
  onTestFinished(() => {
    for (const session of [locking, looking]) session.release("close");
    return store.close();
  });
  await locking.run(sql`begin`);
  await locking.run(sql`lock table guichet.feeds in access exclusive mode`);
  await expect.poll(() => waiting(looking), { timeout: 20_000 }).toBeGreaterThan(0);

  const stopped = await running.stop("SIGTERM");
  expect(stopped.millis).toBeLessThan(10_000);
  expect(stopped.code).toBe(0);
  expect(running.stdout()).toContain('"event":"worker-stopped"');

  const status = await guichet(["sync", "status", ...config]);
  expect(JSON.parse(status.stdout)).toMatchObject({
    intents: [{ tenant: "tver", kind: "medots.cancel-appointment", state: "pending", count: 1 }],
  });
});

/** How many wait for what another one holds. */
async function waiting(session: Session): Promise<number> {
  const asked = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await session.run(asked)).length;
}

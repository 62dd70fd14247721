import { runWorker, schemaIsCurrent, sql, surroundingsOfProcess, type Store } from "@guichet/sync";
import { healthServer, logObservations, measureObservations, observeBy } from "@guichet/sync/observe";
import { webhookServer } from "@guichet/sync/webhooks";
import { takeInterruption } from "../batch/interruption.js";
import { exitCode, type ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";
import { allServed } from "../sync/all-served.js";
import { clinicWorkOf } from "../sync/clinic-work-of.js";
import { deskPolicies } from "../sync/desk-policies.js";
import { endWithin } from "../sync/end-within.js";
import { loadConfig } from "../sync/load-config.js";
import { openConfiguredStore } from "../sync/open-configured-store.js";
import { secretsOf } from "../sync/secrets-of.js";

export interface SyncRequest {
  readonly configPath: string;
}

/** Of the ten seconds a stop may take, those that what is under way is given to end, and those after which nothing is waited for. */
const stopWithinSeconds = 6;
const closeWithinMillis = 2_000;
const endWithinMillis = 9_000;

/** Keeps clinics and their platforms in step until a signal asks for an end; what happens goes to standard output. */
export async function runSync({ configPath }: SyncRequest, surroundings: Surroundings): Promise<ExitCode> {
  const loaded = await loadConfig(configPath, surroundings, "work");
  const { config } = loaded;
  const secretOf = secretsOf(surroundings);
  const policiesOf = await deskPolicies(loaded, surroundings);
  const { clock } = surroundingsOfProcess();
  const { stdout } = surroundings;
  const observe = observeBy(
    logObservations({ write: (line) => void stdout.write(line) }, { level: config.logLevel ?? "info" }),
    measureObservations(),
  );
  const interruption = takeInterruption(surroundings);
  const { signal } = interruption;
  endWithin(endWithinMillis, signal);
  const store = await openConfiguredStore(loaded, secretOf, surroundings, "work").catch((error: unknown) => {
    interruption.release();
    // Ctrl-C ends the making of a data folder, too.
    if (signal.aborted) return undefined;
    throw error;
  });
  if (!store) return exitCode.decided;
  try {
    const clinics = await Promise.all(
      config.clinics.map(async (clinic) => {
        const { id, jurisdiction = config.jurisdiction } = clinic;
        const tenant = await store.addTenant({ id, jurisdiction });
        return [id, clinicWorkOf(tenant, clinic, { clock, observe, secretOf, policiesOf, signal })] as const;
      }),
    );
    const receivers = new Map(clinics.map(([id, clinic]) => [id, clinic.receivers]));
    const works = clinics.map(([, { work }]) => work);
    // Nothing is sent by a worker that cannot be reached: ports come first.
    const receiverOf = (tenant: string, source: string) => receivers.get(tenant)?.get(source);
    const checks = {
      store: () => answers(store),
      schema: () => schemaIsCurrent(store),
      worker: () => !signal.aborted,
    };
    const served = await allServed({
      webhooks: config.webhooks && webhookServer({ ...listening(config.webhooks), receiverOf }),
      health: config.health && healthServer({ ...listening(config.health), checks }),
    });
    const worker = runWorker({ store, clinics: works, stopWithinSeconds, observe });
    try {
      for (const [task, { url }] of served)
        observe({ event: "listening", task, port: Number(new URL(url).port) });
      await untilAborted(signal);
    } finally {
      await Promise.all([worker.stop(), ...[...served.values()].map((one) => one.close(closeWithinMillis))]);
    }
    return exitCode.decided;
  } finally {
    interruption.release();
    await store.close();
  }
}

async function answers(store: Store): Promise<boolean> {
  await store.overview(({ query }) => query(sql`select guichet.clock()`));
  return true;
}

function listening({ port, host }: { readonly port: number; readonly host?: string | undefined }): {
  readonly port: number;
  readonly host?: string;
} {
  return host === undefined ? { port } : { port, host };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

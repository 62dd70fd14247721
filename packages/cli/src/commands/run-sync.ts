import { runWorker, schemaIsCurrent, sql, surroundingsOfProcess, type Store } from "@guichet/sync";
import {
  healthServer,
  logObservations,
  measureObservations,
  observeBy,
  type Served,
} from "@guichet/sync/observe";
import { webhookServer } from "@guichet/sync/webhooks";
import { takeInterruption } from "../batch/interruption.js";
import { exitCode, type ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";
import { checkConfig } from "../sync/check-config.js";
import { clinicWorkOf } from "../sync/clinic-work-of.js";
import { deskPolicies } from "../sync/desk-policies.js";
import { endWithin } from "../sync/end-within.js";
import { loadConfig } from "../sync/load-config.js";
import { openConfiguredStore } from "../sync/open-configured-store.js";

export interface SyncRequest {
  readonly configPath: string;
}

/** Of the ten seconds a stop may take, those that what is under way is given to end, and those after which nothing is waited for. */
const stopWithinSeconds = 6;
const closeWithinMillis = 2_000;
const endWithinMillis = 9_000;

/** Keeps clinics and their platforms in step until a signal asks for an end; what happens goes to standard output. */
export async function runSync({ configPath }: SyncRequest, surroundings: Surroundings): Promise<ExitCode> {
  const loaded = await loadConfig(configPath, surroundings);
  const { config } = loaded;
  const secretOf = checkConfig(config, surroundings);
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
  const store = await openConfiguredStore(loaded, secretOf, surroundings, "work");
  const served: Served[] = [];
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
    const worker = runWorker({ store, clinics: works, stopWithinSeconds, observe });
    try {
      if (config.webhooks) {
        const receiverOf = (tenant: string, source: string) => receivers.get(tenant)?.get(source);
        served.push(await webhookServer({ ...listening(config.webhooks), receiverOf }));
        tell("webhooks");
      }
      if (config.health) {
        const checks = {
          store: () => answers(store),
          schema: () => schemaIsCurrent(store),
          worker: () => !signal.aborted,
        };
        served.push(await healthServer({ ...listening(config.health), checks }));
        tell("health");
      }
      await untilAborted(signal);
    } finally {
      await Promise.all([worker.stop(), ...served.map((one) => one.close(closeWithinMillis))]);
    }
    return exitCode.decided;
  } finally {
    interruption.release();
    await store.close();
  }

  function tell(task: "health" | "webhooks"): void {
    observe({ event: "listening", task, port: Number(new URL(served.at(-1)?.url ?? "").port) });
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

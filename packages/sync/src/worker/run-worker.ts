import { setMaxListeners } from "node:events";
import { GuichetError } from "@guichet/rules";
import { pullChanges } from "../feeds/pull-changes.js";
import { reconcile } from "../feeds/reconcile.js";
import { deliverIntents, type Delivered } from "../intents/deliver-intent.js";
import type { DeliveryOptions } from "../intents/delivery-options.js";
import { dueIntents, type DueIntent } from "../intents/due-intents.js";
import type { Carrier } from "../intents/carrier.js";
import type { Observation, Observe } from "../observe/observation.js";
import type { Store, TenantStore } from "../store/store.js";
import { transactTogether } from "../store/transact-together.js";
import type { Chore, ClinicWork, FeedWork } from "./clinic-work.js";
import { DeliveryDesk } from "./delivery-desk.js";

export interface WorkerOptions {
  readonly store: Store;
  readonly clinics: readonly ClinicWork[];
  /** Deliveries at the same time; 16. Of several clinics, one has half of them at most. */
  readonly concurrency?: number;
  /**
   * How often it looks for intents that are due while there are none; 200. It takes up 1,000 of a clinic at most, and looks
   * again as soon as they are begun.
   */
  readonly lookEveryMillis?: number;
  /** What is under way when it is to stop may take so long; 8. */
  readonly stopWithinSeconds?: number;
  readonly delivery?: Partial<DeliveryOptions>;
  readonly observe?: Observe;
}

/** A worker that runs until it is stopped. */
export interface Worker {
  /** Starts nothing more. What is under way ends, or is called off and left to its lease; ten seconds at most. */
  readonly stop: () => Promise<void>;
}

/**
 * Delivers what is due, keeps up with feeds and does the chores of these clinics. Any number of workers, on any number
 * of machines, may share a store. What is to be done stands in the rows of the store alone, and what a killed worker
 * held is taken over when its lease has run out.
 */
export function runWorker(options: WorkerOptions): Worker {
  const running = new RunningWorker(options);
  return { stop: () => running.stop() };
}

class RunningWorker {
  readonly #options: WorkerOptions;
  /** The clinics as deliveries write to them: many at a time, so together; each writes to rows of its own intent. */
  readonly #clinics: ReadonlyMap<string, TenantStore>;
  readonly #carriers: ReadonlyMap<string, readonly Carrier[]>;
  readonly #desk: DeliveryDesk;
  /** Nothing new is begun. */
  readonly #stopping = new AbortController();
  /** What is under way is called off. */
  readonly #calledOff = new AbortController();
  readonly #loops: Promise<unknown>;
  #stopped: Promise<void> | undefined;

  constructor(options: WorkerOptions) {
    const { clinics, concurrency = 16, lookEveryMillis = 200 } = options;
    this.#options = options;
    this.#clinics = new Map(
      clinics.map(({ clinic }) => [clinic.tenant, transactTogether(clinic, "side-by-side")]),
    );
    this.#carriers = new Map(clinics.map(({ clinic, carriers }) => [clinic.tenant, carriers]));
    this.#desk = new DeliveryDesk({
      concurrency,
      perClinic: clinics.length > 1 ? Math.max(1, Math.ceil(concurrency / 2)) : concurrency,
      deliver: (tenant, due) => this.#deliver(tenant, due),
    });
    // One listener for each delivery and each sleeper is no leak.
    for (const { signal } of [this.#stopping, this.#calledOff]) setMaxListeners(0, signal);
    this.#tell({ event: "worker-started" });
    this.#loops = Promise.all([
      this.#every(lookEveryMillis, () => this.#lookWhileThereIsWork(lookEveryMillis)),
      ...clinics.flatMap((work) => [
        ...(work.feeds ?? []).map((feed) => this.#keepUp(work, feed)),
        ...(work.chores ?? []).map((chore) => this.#doAgain(work, chore)),
      ]),
    ]);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  async #end(): Promise<void> {
    const { clock } = this.#options.store.surroundings;
    const startedAt = clock.now();
    this.#tell({ event: "worker-stopping" });
    this.#stopping.abort(new Error("stopping"));
    const ended = new AbortController();
    const { stopWithinSeconds = 8 } = this.#options;
    void clock.sleep(stopWithinSeconds * 1_000, ended.signal).then(
      () => this.#calledOff.abort(new Error("called off")),
      () => undefined,
    );
    const idle = Promise.all([this.#desk.close(), this.#loops]).then(() => ended.abort(new Error("ended")));
    // Settling what was called off takes a moment; what does not come to it is left to its lease.
    const leftAlone = clock.sleep((stopWithinSeconds + 1.5) * 1_000, ended.signal).catch(() => undefined);
    await Promise.race([idle, leftAlone]);
    this.#tell({ event: "worker-stopped", millis: clock.now() - startedAt });
  }

  /** Runs a turn again and again until it is to stop. */
  async #every(millis: number, turn: () => Promise<void>): Promise<void> {
    const { random } = this.#options.store.surroundings;
    while (!this.#stopping.signal.aborted) {
      await turn().catch((error: unknown) => {
        this.#tell({
          event: "task-failed",
          tenant: "all",
          task: "look-for-work",
          code: codeOf(error),
          millis: 0,
        });
      });
      // Workers that were started together do not ask together for ever.
      await this.#pause(millis * (0.9 + 0.2 * random.next()));
    }
  }

  /** So many milliseconds, or until it is to stop. */
  #pause(millis: number): Promise<void> {
    const { clock } = this.#options.store.surroundings;
    return clock.sleep(millis, this.#stopping.signal).catch(() => undefined);
  }

  /** What is found may be begun long before the next turn, or wait for a platform that does not answer. */
  async #lookWhileThereIsWork(atLeastEveryMillis: number): Promise<void> {
    while ((await this.#look()) > 0 && !this.#stopping.signal.aborted) {
      await Promise.race([this.#desk.allBegun(), this.#pause(atLeastEveryMillis)]);
      await this.#pause(restMillis);
    }
  }

  /** How much there was to do. */
  async #look(): Promise<number> {
    const kinds = [...this.#carriers].flatMap(([tenant, carriers]) =>
      carriers.map(({ kind }) => ({ tenant, kind })),
    );
    const due = await this.#options.store.overview((transaction) =>
      dueIntents(transaction, kinds, atOneLook),
    );
    this.#desk.put(due);
    return due.length;
  }

  #deliver(tenant: string, due: readonly DueIntent[]): readonly Promise<void>[] {
    const clinic = this.#clinics.get(tenant);
    if (!clinic) return [];
    const { clock, random } = this.#options.store.surroundings;
    const startedAt = clock.now();
    const ids = due.map(({ id }) => id);
    const deliveries = deliverIntents(clinic, ids, {
      carriers: this.#carriers.get(tenant) ?? [],
      clock,
      random,
      signal: this.#calledOff.signal,
      ...(this.#options.delivery ? { options: this.#options.delivery } : {}),
    });
    return due.map(async ({ id, kind }, index) => {
      const delivered = await deliveries[index]?.catch(
        (error: unknown) => ({ outcome: "failed", code: codeOf(error) }) as const,
      );
      if (delivered) this.#tellOf(delivered, { tenant, kind, intent: id, millis: clock.now() - startedAt });
    });
  }

  #tellOf(
    delivered: Delivered | { readonly outcome: "failed"; readonly code: string },
    of: { readonly tenant: string; readonly kind: string; readonly intent: string; readonly millis: number },
  ): void {
    switch (delivered.outcome) {
      case "not-due":
      case "postponed":
        return;
      case "done":
        this.#tell({ event: "intent-delivered", outcome: delivered.outcome, ...of });
        return;
      case "conflict":
      case "refused":
        this.#tell({ event: "intent-turned-down", outcome: delivered.outcome, code: delivered.code, ...of });
        return;
      case "set-aside":
        this.#tell({ event: "intent-set-aside", code: delivered.code, ...of });
        return;
      case "lease-lost":
        this.#tell({ event: "intent-delayed", outcome: "lease-lost", code: "lease-lost", ...of });
        return;
      case "pending":
      case "unknown":
      case "failed":
        this.#tell({ event: "intent-delayed", outcome: delivered.outcome, code: delivered.code, ...of });
    }
  }

  #keepUp({ clinic }: ClinicWork, work: FeedWork): Promise<unknown> {
    const { feed, follow, options, pullEverySeconds, reconcileEverySeconds } = work;
    const { clock } = this.#options.store.surroundings;
    const of = { tenant: clinic.tenant, feed: feed.name };
    const reading = { signal: this.#calledOff.signal, options, ...(follow ? { follow } : {}) };
    const read = async (millis: () => number): Promise<void> => {
      const pulled = await pullChanges(clinic, feed, { ...reading, everySeconds: pullEverySeconds });
      if (pulled.outcome === "pulled") {
        this.#tell({ event: "feed-pulled", ...of, count: pulled.changed, millis: millis() });
      } else if (pulled.outcome === "failed") {
        this.#tell({ event: "feed-failed", ...of, code: pulled.code, millis: millis() });
      }
      if (this.#stopping.signal.aborted) return;
      const compared = await reconcile(clinic, feed, { ...reading, everySeconds: reconcileEverySeconds });
      if (compared.outcome === "reconciled") {
        const count = compared.changed + compared.gone;
        this.#tell({ event: "feed-reconciled", ...of, count, millis: millis() });
      } else if (compared.outcome === "held") {
        this.#tell({ event: "reconciliation-held", ...of, count: compared.missing });
      } else if (compared.outcome === "failed") {
        this.#tell({ event: "feed-failed", ...of, code: compared.code, millis: millis() });
      }
    };
    return this.#every(Math.min(pullEverySeconds, 5) * 1_000, () => {
      const startedAt = clock.now();
      const millis = (): number => clock.now() - startedAt;
      return read(millis).catch((error: unknown) => {
        this.#tell({ event: "feed-failed", ...of, code: codeOf(error), millis: millis() });
      });
    });
  }

  #doAgain({ clinic }: ClinicWork, { name, everySeconds, run }: Chore): Promise<unknown> {
    const { clock } = this.#options.store.surroundings;
    const of = { tenant: clinic.tenant, task: name };
    return this.#every(everySeconds * 1_000, async () => {
      const startedAt = clock.now();
      try {
        const count = await run(clinic, this.#calledOff.signal);
        this.#tell({ event: "task-done", ...of, count, millis: clock.now() - startedAt });
      } catch (error) {
        this.#tell({ event: "task-failed", ...of, code: codeOf(error), millis: clock.now() - startedAt });
      }
    });
  }

  #tell(observation: Observation): void {
    this.#options.observe?.(observation);
  }
}

/** Between two looks there are always so many milliseconds: what is recorded meanwhile is found together. */
const restMillis = 20;

/** Intents of a clinic that are taken up at one look. */
const atOneLook = 1_000;

function codeOf(error: unknown): string {
  return GuichetError.isInstance(error) ? error.code : "unexpected";
}

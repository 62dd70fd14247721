import type { DueIntent } from "../intents/due-intents.js";

export interface DeliveryDeskOptions {
  /** Deliveries at the same time. */
  readonly concurrency: number;
  /** Of one clinic, so that a platform that hangs does not hold up the others. */
  readonly perClinic: number;
  /** Starts to deliver intents of one clinic: when each has ended. */
  readonly deliver: (tenant: string, due: readonly DueIntent[]) => readonly Promise<void>[];
}

/** Intents that wait for their turn in this process, and those that are under way. */
export class DeliveryDesk {
  readonly #options: DeliveryDeskOptions;
  readonly #running = new Map<string, Promise<void>>();
  readonly #byClinic = new Map<string, number>();
  #waiting: readonly DueIntent[] = [];
  #isOpen = true;
  #willStart = false;
  #tellAllBegun = (): void => undefined;

  constructor(options: DeliveryDeskOptions) {
    this.#options = options;
  }

  /** Puts down what is due now, in order. It takes the place of what waited: others may have seen to that. */
  put(due: readonly DueIntent[]): void {
    if (!this.#isOpen) return;
    this.#waiting = due.filter(({ id }) => !this.#running.has(id));
    this.#startNext();
  }

  /** Resolves once nothing waits any more. */
  allBegun(): Promise<void> {
    if (this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#tellAllBegun = resolve;
    });
  }

  /** Starts nothing more; resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.#isOpen = false;
    this.#waiting = [];
    this.#tellAllBegun();
    await Promise.all(this.#running.values());
  }

  /** Those that may start, the clinics side by side. */
  #startNext(): void {
    const { concurrency, perClinic } = this.#options;
    let room = concurrency - this.#running.size;
    const starting = new Map<string, readonly DueIntent[]>();
    this.#waiting = this.#waiting.filter((one) => {
      const before = starting.get(one.tenant) ?? [];
      if (room === 0 || this.#runningOf(one.tenant) + before.length >= perClinic) return true;
      room -= 1;
      starting.set(one.tenant, [...before, one]);
      return false;
    });
    for (const [tenant, due] of starting) this.#start(tenant, due);
    if (this.#waiting.length === 0) this.#tellAllBegun();
  }

  #start(tenant: string, due: readonly DueIntent[]): void {
    this.#byClinic.set(tenant, this.#runningOf(tenant) + due.length);
    for (const [index, delivery] of this.#options.deliver(tenant, due).entries()) {
      const id = due[index]?.id ?? "";
      const ended = delivery.finally(() => {
        this.#running.delete(id);
        this.#byClinic.set(tenant, this.#runningOf(tenant) - 1);
        this.#startSoon();
      });
      this.#running.set(id, ended);
    }
  }

  /** Once all who end in this turn of the event loop have: who starts together is leased together. */
  #startSoon(): void {
    if (this.#willStart) return;
    this.#willStart = true;
    process.nextTick(() => {
      this.#willStart = false;
      this.#startNext();
    });
  }

  #runningOf(tenant: string): number {
    return this.#byClinic.get(tenant) ?? 0;
  }
}

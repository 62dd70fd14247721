import type { DueIntent } from "../intents/due-intents.js";

export interface DeliveryDeskOptions {
  /** Deliveries at the same time. */
  readonly concurrency: number;
  /** Of one clinic, so that a platform that hangs does not hold up the others. */
  readonly perClinic: number;
  readonly deliver: (due: DueIntent) => Promise<void>;
}

/** Intents that wait for their turn in this process, and those that are under way. */
export class DeliveryDesk {
  readonly #options: DeliveryDeskOptions;
  readonly #running = new Map<string, Promise<void>>();
  readonly #byClinic = new Map<string, number>();
  #waiting: readonly DueIntent[] = [];
  #isOpen = true;

  constructor(options: DeliveryDeskOptions) {
    this.#options = options;
  }

  /** Puts down what is due now, in order. It takes the place of what waited: others may have seen to that. */
  put(due: readonly DueIntent[]): void {
    if (!this.#isOpen) return;
    this.#waiting = due.filter(({ id }) => !this.#running.has(id));
    this.#startNext();
  }

  /** Starts nothing more; resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.#isOpen = false;
    this.#waiting = [];
    await Promise.all(this.#running.values());
  }

  #startNext(): void {
    const { concurrency, perClinic } = this.#options;
    while (this.#running.size < concurrency) {
      const next = this.#waiting.find(({ tenant }) => this.#runningOf(tenant) < perClinic);
      if (!next) return;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      this.#start(next);
    }
  }

  #start(due: DueIntent): void {
    const { id, tenant } = due;
    this.#byClinic.set(tenant, this.#runningOf(tenant) + 1);
    const ended = this.#options.deliver(due).finally(() => {
      this.#running.delete(id);
      this.#byClinic.set(tenant, this.#runningOf(tenant) - 1);
      this.#startNext();
    });
    this.#running.set(id, ended);
  }

  #runningOf(tenant: string): number {
    return this.#byClinic.get(tenant) ?? 0;
  }
}

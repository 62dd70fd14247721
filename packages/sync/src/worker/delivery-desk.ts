/** An intent somebody should see to, and whose it is. */
export interface Wanted {
  readonly tenant: string;
  readonly id: string;
}

export interface DeliveryDeskOptions {
  /** Deliveries at the same time. */
  readonly concurrency: number;
  /** Of one clinic, so that a platform that hangs does not hold up the others. */
  readonly perClinic: number;
  readonly deliver: (wanted: Wanted) => Promise<void>;
}

/** Intents that wait for their turn in this process, each once, and those that are under way. */
export class DeliveryDesk {
  readonly #options: DeliveryDeskOptions;
  readonly #waiting = new Map<string, Wanted>();
  readonly #running = new Map<string, Wanted>();
  readonly #byClinic = new Map<string, number>();
  #isOpen = true;
  #onChange: (() => void) | undefined;

  constructor(options: DeliveryDeskOptions) {
    this.#options = options;
  }

  /** Puts one in line, unless it is there or under way. */
  want(wanted: Wanted): void {
    if (!this.#isOpen || this.#waiting.has(wanted.id) || this.#running.has(wanted.id)) return;
    this.#waiting.set(wanted.id, wanted);
    this.#startNext();
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  get running(): number {
    return this.#running.size;
  }

  /** Resolves when something ended. */
  changed(): Promise<void> {
    return new Promise((resolve) => {
      const before = this.#onChange;
      this.#onChange = () => {
        before?.();
        resolve();
      };
    });
  }

  /** Starts nothing more; resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.#isOpen = false;
    this.#waiting.clear();
    while (this.#running.size > 0) await this.changed();
  }

  #startNext(): void {
    for (const [id, wanted] of this.#waiting) {
      if (this.#running.size >= this.#options.concurrency) return;
      const ofClinic = this.#byClinic.get(wanted.tenant) ?? 0;
      if (ofClinic >= this.#options.perClinic) continue;
      this.#waiting.delete(id);
      this.#running.set(id, wanted);
      this.#byClinic.set(wanted.tenant, ofClinic + 1);
      void this.#options.deliver(wanted).finally(() => {
        this.#running.delete(id);
        this.#byClinic.set(wanted.tenant, (this.#byClinic.get(wanted.tenant) ?? 1) - 1);
        this.#startNext();
        const tell = this.#onChange;
        this.#onChange = undefined;
        tell?.();
      });
    }
  }
}

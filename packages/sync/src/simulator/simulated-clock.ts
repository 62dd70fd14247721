import type { Clock } from "../surroundings.js";

interface Sleeper {
  readonly wakesAt: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is told to go on: simulated hours pass in milliseconds. */
export class SimulatedClock implements Clock {
  #elapsed = 0;
  #offset: number;
  #sleepers: readonly Sleeper[] = [];

  /** Milliseconds since 1970 at which it starts. */
  constructor(startsAt: number) {
    this.#offset = startsAt;
  }

  readonly now = (): number => this.#offset + this.#elapsed;

  readonly sleep = (millis: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const abort = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason as Error);
      };
      const sleeper: Sleeper = {
        wakesAt: this.#elapsed + Math.max(0, millis),
        wake: () => {
          signal?.removeEventListener("abort", abort);
          resolve();
        },
      };
      signal?.addEventListener("abort", abort, { once: true });
      this.#sleepers = [...this.#sleepers, sleeper];
    });

  /** Lets time pass. Who sleeps wakes in order, each at its own time, and may sleep again. */
  async advance(millis: number): Promise<void> {
    const until = this.#elapsed + millis;
    await quiet();
    for (;;) {
      const next = this.#earliest();
      if (next === undefined || next.wakesAt > until) break;
      this.#elapsed = Math.max(this.#elapsed, next.wakesAt);
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      next.wake();
      await quiet();
    }
    this.#elapsed = until;
  }

  /** Sets the clock forward or back, as a wrong time server does. Who sleeps sleeps no longer and no shorter. */
  step(millis: number): void {
    this.#offset += millis;
  }

  /** How long until the next sleeper wakes; `undefined` when nobody sleeps. */
  get millisToNext(): number | undefined {
    const next = this.#earliest();
    return next === undefined ? undefined : Math.max(0, next.wakesAt - this.#elapsed);
  }

  #earliest(): Sleeper | undefined {
    return this.#sleepers.reduce<Sleeper | undefined>(
      (earliest, sleeper) =>
        earliest === undefined || sleeper.wakesAt < earliest.wakesAt ? sleeper : earliest,
      undefined,
    );
  }
}

/** Resolves once what was waiting to run has run. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

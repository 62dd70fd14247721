import type { Clock } from "../surroundings.js";

/** A clock that only moves when it is told to; who sleeps on it wakes up then. */
export interface SteppingClock extends Clock {
  /** Moves the time on; who should wake up meanwhile does, in order, each at its own moment. */
  readonly step: (millis: number) => Promise<void>;
}

export function steppingClock(startsAt = Date.UTC(2026, 0, 1)): SteppingClock {
  let now = startsAt;
  let sleepers: readonly Sleeper[] = [];
  const wake = (sleeper: Sleeper): void => {
    sleepers = sleepers.filter((other) => other !== sleeper);
    sleeper.wake();
  };
  return {
    now: () => now,
    sleep: (millis, signal) =>
      new Promise((resolve, reject) => {
        const refuse = (): void => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal?.reason as Error);
        };
        const sleeper: Sleeper = {
          until: now + Math.max(0, millis),
          wake: () => {
            signal?.removeEventListener("abort", refuse);
            resolve();
          },
        };
        if (signal?.aborted) {
          reject(signal.reason as Error);
          return;
        }
        signal?.addEventListener("abort", refuse, { once: true });
        sleepers = [...sleepers, sleeper];
      }),
    step: async (millis) => {
      const end = now + millis;
      for (;;) {
        const due = sleepers
          .filter(({ until }) => until <= end)
          .sort((left, right) => left.until - right.until)[0];
        if (!due) break;
        now = Math.max(now, due.until);
        wake(due);
        // What it wakes up to do may sleep again before the end.
        await new Promise((resolve) => setImmediate(resolve));
      }
      now = end;
    },
  };
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

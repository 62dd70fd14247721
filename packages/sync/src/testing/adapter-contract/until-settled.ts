import type { SimulatedClock } from "../../simulator/simulated-clock.js";

const pending = Symbol("pending");

/** Lets simulated time pass until a promise is settled. */
export async function untilSettled<T>(promise: Promise<T>, clock: SimulatedClock): Promise<T> {
  // Signatures and digests are made outside this thread, so nobody asleep does not mean that nothing goes on.
  for (let turn = 1; ; turn += 1) {
    const settled = await Promise.race([promise, Promise.resolve(pending)]);
    if (settled !== pending) return promise;
    await clock.advance(turn % 20 === 0 ? (clock.millisToNext ?? 0) : 0);
  }
}

import type { Observe } from "../observe/observation.js";
import type { Chore } from "../worker/clinic-work.js";
import { intentsStatus } from "./intents-status.js";

/**
 * A chore that tells how many intents of a clinic wait, by kind and state, and how long the oldest has been due: every 15
 * seconds, and once more, as none, when there are no more of a kind and state that was told of.
 */
export function tellQueued(observe: Observe): Chore {
  let told: ReadonlyMap<string, { readonly kind: string; readonly state: string }> = new Map();
  return {
    name: "tell-queued",
    everySeconds: 15,
    run: async (clinic) => {
      const { tenant } = clinic;
      const waiting = await clinic.transaction(intentsStatus);
      const now = new Map(waiting.map((one) => [`${one.kind} ${one.state}`, one]));
      for (const { kind, state, count, oldestSeconds } of waiting)
        observe({ event: "intents-queued", tenant, kind, state, count, seconds: oldestSeconds });
      for (const [key, { kind, state }] of told)
        if (!now.has(key)) observe({ event: "intents-queued", tenant, kind, state, count: 0, seconds: 0 });
      told = now;
      return waiting.length;
    },
  };
}

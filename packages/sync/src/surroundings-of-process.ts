import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Surroundings } from "./surroundings.js";

/** The world as it is: this process's clock, its random numbers, and the network. */
export function surroundingsOfProcess(): Surroundings {
  return {
    clock: {
      now: () => Date.now(),
      sleep: async (millis, signal) => {
        try {
          await wait(millis, undefined, signal ? { signal } : {});
        } catch (error) {
          signal?.throwIfAborted();
          throw error;
        }
      },
    },
    random: { next: () => randomInt(2 ** 47) / 2 ** 47, uuid: () => randomUUID() },
    fetch: (request) => fetch(request),
  };
}

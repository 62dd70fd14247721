import { runWorker, type Fetch } from "@guichet/sync";
import { breakCircuit } from "@guichet/sync/http";
import { deskWork, MedotsClient } from "@guichet/adapters-medots";
import type { TorturedClinic } from "./clinics.js";
import type { Deed } from "./deed.js";
import { Desk } from "./desk.js";
import type { Simulation } from "./simulation.js";

/** A request that left for the platform. */
export interface Departure {
  readonly atMillis: number;
  readonly tenant: string;
  readonly method: string;
  /** The status it was answered with, and when; nothing as long as it is under way, or when no answer came. */
  answer?: { readonly status: number; readonly atMillis: number };
}

/** The worker as it runs in a clinic, its timers in simulated time, and every request that left it. */
export class WorkerAtWork {
  readonly departures: Departure[] = [];
  readonly #simulation: Simulation;
  readonly #stop = new AbortController();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Starts it; it goes on as time passes. */
  start(): void {
    const [first] = this.#simulation.place.clinics;
    if (!first) throw new TypeError("no clinic");
    this.#simulation.begin(this.#deed(first));
  }

  /** Lets it end what it does. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#simulation.turns.settle(0);
    this.#simulation.sawPlatform();
  }

  #deed(clinic: TorturedClinic): Deed {
    return {
      name: "work",
      role: "worker-1",
      clinic,
      run: async ({ process: { store, surroundings } }) => {
        const { place } = this.#simulation;
        const clinics = await Promise.all(
          place.clinics.map(async (one) => {
            const fetch = breakCircuit(this.#counted(one.tenant, surroundings.fetch), {
              platform: "medots",
              clock: surroundings.clock,
            });
            const client = new MedotsClient(place.optionsOf(one), { ...surroundings, fetch });
            return deskWork(new Desk(one, client, await store.forTenant(one.tenant)).frontDesk);
          }),
        );
        const worker = runWorker({ store, clinics });
        await new Promise((resolve) => {
          this.#stop.signal.addEventListener("abort", resolve);
        });
        await worker.stop();
        return "stopped";
      },
    };
  }

  #counted(tenant: string, fetch: Fetch): Fetch {
    return async (request) => {
      const departure: Departure = {
        atMillis: this.#simulation.turns.now(),
        tenant,
        method: `${request.method} ${new URL(request.url).pathname}`,
      };
      this.departures.push(departure);
      const answer = await fetch(request);
      departure.answer = { status: answer.status, atMillis: this.#simulation.turns.now() };
      return answer;
    };
  }
}

import {
  carrierFor,
  feedWork,
  pullChanges,
  reconcile,
  resolveDeadLetter,
  runWorker,
  type Carrier,
  type Clock,
  type Resolution,
} from "@guichet/sync";
import { breakCircuit } from "@guichet/sync/http";
import type { Row, SimulatedProcess } from "@guichet/sync/testing";
import { opinionFeed, opinionOutlet, withdrawOutlet } from "@guichet/adapters-omnidoc";
import { clientOf, type OpinionClinic } from "./clinics.js";
import type { Deed, Role, Simulation } from "./simulation.js";

/** The worker of all clinics runs as it would run anywhere, for so many seconds or until its process ends. */
export function workDeed(simulation: Simulation, role: Role, seconds: number): Deed {
  const [clinic] = simulation.clinics;
  if (!clinic) throw new TypeError("no clinic");
  return {
    name: `work ${seconds} s`,
    role,
    clinic,
    run: async (_, process) => {
      const { surroundings } = process;
      const clinics = await Promise.all(
        simulation.clinics.map(async (one) => ({
          clinic: await process.store.forTenant(one.tenant),
          carriers: carriersOf(simulation, one, process),
          feeds: one.habits.isAsked
            ? [feedWork(opinionFeed(partsOf(one, process)), { reconcileEverySeconds: 600 })]
            : [],
        })),
      );
      const store = {
        ...process.store,
        surroundings: { ...surroundings, clock: stopping(simulation, process) },
      };
      const worker = runWorker({
        store,
        clinics,
        lookEveryMillis: 2_000,
        observe: (observation) => {
          simulation.note(`  ${process.name}: ${JSON.stringify(observation)}`);
        },
      });
      await surroundings.clock.sleep(seconds * 1_000);
      await worker.stop();
      return "stopped";
    },
  };
}

/** Reads what changed, and then everything, whenever that was done last. */
export function pollDeed(clinic: OpinionClinic): Deed {
  return {
    name: "poll",
    role: "worker-2",
    clinic,
    run: async (store, process) => {
      const feed = opinionFeed(partsOf(clinic, process));
      const { signal } = new AbortController();
      const came = [await pullChanges(store, feed, { signal }), await reconcile(store, feed, { signal })];
      return JSON.stringify(came);
    },
  };
}

/** Nobody looks before a request that was sent last could not arrive any more. */
const looksAfterMillis = 10 * 60_000;

/** Somebody looks on the platform for what was set aside, and says that it is done, sends it again, or gives it up. */
export function resolveDeed(simulation: Simulation, clinic: OpinionClinic): Deed {
  const { watch, turns, line } = simulation;
  return {
    name: "see to what was set aside",
    role: "desk-1",
    clinic,
    run: async (store, process) => {
      const rows = watch
        .rows("intents")
        .filter(
          (row) =>
            row["tenant"] === clinic.tenant &&
            row["state"] === "set-aside" &&
            Date.parse(String(row["moved_at"])) + looksAfterMillis <= turns.now(),
        );
      for (const row of rows) {
        const resolution = resolutionOf(row, clinic);
        if (resolution.resolution === "send") line.seenTo(clinic, String(row["reference"]));
        await store.transaction((transaction) =>
          resolveDeadLetter(
            transaction,
            String(row["id"]),
            resolution,
            carriersOf(simulation, clinic, process),
          ),
        );
      }
      return `${rows.length} seen to`;
    },
  };
}

function resolutionOf(intent: Row, { simulator }: OpinionClinic): Resolution {
  const made = simulator.requests.find(({ identifier = [] }) =>
    identifier.some(({ value }) => value === intent["reference"]),
  );
  if (made) return { resolution: "done", remoteId: made.id };
  const isWanted = /^[0-7]/.test(String(intent["id"]));
  return isWanted ? { resolution: "send" } : { resolution: "give-up", code: "given-up" };
}

function carriersOf(
  { planted }: Simulation,
  clinic: OpinionClinic,
  process: SimulatedProcess,
): readonly Carrier[] {
  const parts = partsOf(clinic, process);
  const carriers = [carrierFor(opinionOutlet(parts)), carrierFor(withdrawOutlet(parts))];
  return carriers.map((carrier) => planted?.carrier?.(carrier) ?? carrier);
}

function partsOf(clinic: OpinionClinic, { surroundings }: SimulatedProcess) {
  const { clock } = surroundings;
  const fetch = breakCircuit(surroundings.fetch, { platform: "omnidoc", clock });
  return { client: clientOf(clinic, { clock, fetch }), settings: clinic.settings };
}

/** Who goes on when a sleep fails would go on for ever in a process that has ended: there, nothing ever wakes. */
function stopping({ turns }: Simulation, { name, surroundings }: SimulatedProcess): Clock {
  const { now, sleep } = surroundings.clock;
  return {
    now,
    sleep: (millis, signal) => (turns.hasEnded(name) ? new Promise(() => undefined) : sleep(millis, signal)),
  };
}

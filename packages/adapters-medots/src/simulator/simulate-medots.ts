import type { Fetch } from "@guichet/sync";
import { Faults, fetchWithFaults, seededRandom, type Journal } from "@guichet/sync/simulator";
import { inventData } from "./invented-data.js";
import { medotsApp } from "./medots-app.js";
import type { MedotsEvent } from "./medots-event.js";
import type { MedotsSimulatorOptions } from "./medots-simulator-options.js";
import { MedotsWorld } from "./medots-world.js";

/** A MEDOTS of our own making: as we read what public clients send and get, since nobody published how it is. */
export interface MedotsSimulator {
  /** Asks it in process; `serveSimulator` puts it on a port. Its interface stands below `/api/v2`. */
  readonly fetch: Fetch;
  /** What is to go wrong. */
  readonly faults: Faults;
  /** What really happened. */
  readonly journal: Journal<MedotsEvent>;
  /** The records themselves, for what people do at the clinic's own screen. */
  readonly world: MedotsWorld;
}

/** Sets up a platform with invented clinics and people; by the same seed, always the same ones. */
export function simulateMedots(options: MedotsSimulatorOptions): MedotsSimulator {
  const {
    clock,
    seed = 1,
    clinics = [{ id: 1, zone: "Europe/Moscow" }],
    usersPerClinic = 3,
    honours,
  } = options;
  const data = inventData(seededRandom(seed), clinics, usersPerClinic);
  const world = new MedotsWorld(data, clock, honours?.notes ?? true);
  const faults = new Faults();
  const fetch = fetchWithFaults(medotsApp({ world, options }), faults, clock);
  return { fetch, faults, journal: world.journal, world };
}

import { simulateOmnidoc } from "@guichet/adapters-omnidoc/simulator";
import type { SimulatedPlatform, SimulateOptions } from "./simulated-platform.js";

const token = "a-simulators-own-token";

/** A simulated Omnidoc, which pushes what changes where a webhook is named. */
export function omnidocPlatform({ clock, seed, webhook }: SimulateOptions): SimulatedPlatform {
  const simulator = simulateOmnidoc({ clock, seed, token, ...(webhook ? { webhook } : {}) });
  const { fetch, faults, pushes } = simulator;
  return {
    fetch,
    faults,
    path: "/fhir",
    access: { token },
    tick: () => pushes.push((request) => globalThis.fetch(request)),
  };
}

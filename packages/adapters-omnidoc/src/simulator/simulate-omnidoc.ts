import { OmnidocSimulator } from "./omnidoc-simulator.js";
import type { OmnidocSimulatorOptions } from "./simulator-options.js";

/**
 * Sets up a tele-expertise platform of our own making. By the same seed, and asked the same, it answers the same.
 *
 * @example
 * const { url, close } = await serveSimulator(simulateOmnidoc({ clock }));
 * // its FHIR server is at `${url}/fhir`
 */
export function simulateOmnidoc(options: OmnidocSimulatorOptions): OmnidocSimulator {
  return new OmnidocSimulator(options);
}

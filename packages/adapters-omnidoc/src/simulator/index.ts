export type { Move, OmnidocEvent, OmnidocSimulator } from "./omnidoc-simulator.js";
export type { SimulatedResource } from "./fhir-store.js";
export type { Pushes } from "./pushes.js";
export {
  pushForms,
  type OmnidocSimulatorOptions,
  type PushTarget,
  type SimulatedCapabilities,
} from "./simulator-options.js";
export { simulateOmnidoc } from "./simulate-omnidoc.js";

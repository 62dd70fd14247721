export { defaultKey } from "./medots-app.js";
export type { Actor, MedotsEvent, SimulatedAppointment, SimulatedClient } from "./medots-event.js";
export type {
  MedotsSimulatorOptions,
  SimulatedCapabilities,
  SimulatedClinic,
  SimulatedKey,
} from "./medots-simulator-options.js";
export type { AppointmentEdit, AppointmentWish, MedotsWorld } from "./medots-world.js";
export { simulateMedots, type MedotsSimulator } from "./simulate-medots.js";

export { mayHaveEffect, type Fault, type FaultKind } from "./fault.js";
export { drawFault } from "./draw-fault.js";
export { Faults, type FaultMet, type FaultTarget } from "./faults.js";
export { fetchWithFaults, type SimulatedPlatform } from "./fetch-with-faults.js";
export { Journal, type JournalEntry } from "./journal.js";
export { seededRandom } from "../testing/seeded-random.js";
export { serveSimulator, type ServedSimulator } from "./serve-simulator.js";
export { SimulatedClock } from "./simulated-clock.js";

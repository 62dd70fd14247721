export { compareWithEvaluate, type EngineDifference } from "./compare-with-evaluate.js";
export { factsForEngine } from "./facts-for-engine.js";
export { loadPolicy, type LoadedPolicy, type LoadOptions } from "./load-policy.js";
export { outcomeOf, type EngineOutcome } from "./outcome-of.js";
export type { RunningAlmanac, RunningEngine } from "./running-engine.js";

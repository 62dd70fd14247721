export {
  healthServer,
  type HealthCheck,
  type HealthServer,
  type HealthServerOptions,
} from "./health-server.js";
export { logObservations, type LogOptions } from "./log-observations.js";
export { measureObservations } from "./measure-observations.js";
export { observeBy, type Observation, type Observe, type ObservedEvent } from "./observation.js";
export type { ObservedField, ObservedFields } from "./observed-fields.js";
export { traceWork, type TracedWork } from "./trace-work.js";

export { healthServer, type HealthCheck, type HealthServerOptions } from "./health-server.js";
export { logObservations, type LogOptions } from "./log-observations.js";
export { measureObservations } from "./measure-observations.js";
export { observeBy, type Observation, type Observe, type ObservedEvent } from "./observation.js";
export type { ObservedField, ObservedFields } from "./observed-fields.js";
export { syncTracer, traceWork, type TracedWork } from "./trace-work.js";
export type { Served } from "../serving/serve-app.js";

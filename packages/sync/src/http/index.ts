export { readBaseUrl, type BaseUrlOptions } from "./base-url.js";
export { breakCircuit, type BreakCircuitOptions } from "./break-circuit.js";
export { guardedFetch, type GuardedFetchOptions, type HttpLimits } from "./guarded-fetch.js";
export { HttpFailure, type HttpFailureCode } from "./http-failure.js";
export { notDoneByFailure, notDoneByStatus } from "./not-done.js";
export type { Resolve } from "./pinned-lookup.js";
export { readJson, type ReadJsonLimits } from "./read-json.js";
export { retryAfterSeconds } from "./retry-after-seconds.js";
export { urlUnder } from "./url-under.js";

import { pino, stdTimeFunctions, type DestinationStream } from "pino";
import { observedEvents, type Observe } from "./observation.js";
import { observedFields } from "./observed-fields.js";

export interface LogOptions {
  /** What is less is not written. `info` when left out. */
  readonly level?: "debug" | "info" | "warn" | "error";
}

/**
 * Writes what happens as one line of JSON each: level, time, event, and the fields declared for that event. There is no
 * message to put words into, and what is not declared is not written.
 */
export function logObservations(
  destination: DestinationStream,
  { level = "info" }: LogOptions = {},
): Observe {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return (observation) => {
    const { event } = observation;
    if (!Object.hasOwn(observedEvents, event)) return;
    const declared = observedEvents[event];
    logger[declared.level]({ event, ...observedFields(observation, declared.fields) });
  };
}

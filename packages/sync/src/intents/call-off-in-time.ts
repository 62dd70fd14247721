import type { Clock } from "../surroundings.js";
import type { DeliveryOptions } from "./delivery-options.js";

/**
 * A signal that calls a request off while there is still time to settle it within its lease, or as soon as the process is to
 * stop. `end` once there is nothing to call off.
 */
export function callOffInTime(
  clock: Clock,
  { leaseSeconds, settleSeconds }: Pick<DeliveryOptions, "leaseSeconds" | "settleSeconds">,
  stop: AbortSignal | undefined,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const ended = new AbortController();
  const calledOff = new AbortController();
  const callOff = (): void => {
    calledOff.abort(new Error("called off"));
  };
  void clock.sleep((leaseSeconds - settleSeconds) * 1_000, ended.signal).then(callOff, () => undefined);
  if (stop?.aborted) callOff();
  stop?.addEventListener("abort", callOff, { signal: ended.signal });
  return {
    signal: calledOff.signal,
    end: () => {
      ended.abort(new Error("ended"));
    },
  };
}

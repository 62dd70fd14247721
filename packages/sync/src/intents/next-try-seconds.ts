import type { Random } from "../surroundings.js";
import type { DeliveryOptions } from "./delivery-options.js";

/**
 * How long to wait before the next try: a random part of a stretch that doubles with every try, so that those who failed
 * together do not come back together. What the platform asked for, up to a limit, is waited for first.
 */
export function nextTrySeconds(
  attempts: number,
  askedSeconds: number | undefined,
  { firstRetrySeconds, maxRetrySeconds, maxAskedSeconds }: DeliveryOptions,
  random: Random,
): number {
  const stretch = Math.min(maxRetrySeconds, firstRetrySeconds * 2 ** Math.min(attempts - 1, 30));
  const asked = Math.min(maxAskedSeconds, Math.max(0, askedSeconds ?? 0));
  return (Number.isNaN(asked) ? 0 : asked) + random.next() * stretch;
}

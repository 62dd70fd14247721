import type { Random } from "../surroundings.js";
import type { DeliveryOptions } from "./delivery-options.js";

/**
 * How long to wait before the next try: a random part of a stretch that doubles with every try, so that those who failed
 * together do not come back together. What the platform asked for is waited for at least, up to the limit.
 */
export function retryAfterSeconds(
  attempts: number,
  askedSeconds: number | undefined,
  { firstRetrySeconds, maxRetrySeconds }: DeliveryOptions,
  random: Random,
): number {
  const stretch = Math.min(maxRetrySeconds, firstRetrySeconds * 2 ** Math.min(attempts - 1, 30));
  const asked = Number.isFinite(askedSeconds) ? Math.max(0, askedSeconds ?? 0) : 0;
  return Math.min(maxRetrySeconds, asked + random.next() * stretch);
}

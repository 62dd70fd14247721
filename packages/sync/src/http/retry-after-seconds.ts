/** Longer is not waited on anybody's word; somebody who says more than a day is not believed at all. */
const longestSeconds = 3600;
const absurdSeconds = 24 * 3600;

/**
 * How long an answer asks to be left alone, by its `Retry-After`; `undefined` where it says nothing that makes sense.
 *
 * Units: whole seconds, from 0 to 3600. A day of more than 24 hours from `nowMillis`, before or after, makes no sense.
 *
 * Source: RFC 9110, section 10.2.3; of the three forms of a date, the one that may be sent.
 */
export function retryAfterSeconds(response: Response, nowMillis: number): number | undefined {
  const text = response.headers.get("retry-after")?.trim() ?? "";
  const seconds = /^\d{1,10}$/.test(text) ? Number(text) : secondsUntil(text, nowMillis);
  if (seconds === undefined || Math.abs(seconds) > absurdSeconds) return undefined;
  return Math.min(Math.max(Math.ceil(seconds), 0), longestSeconds);
}

function secondsUntil(text: string, nowMillis: number): number | undefined {
  const atMillis = Date.parse(text);
  const isHttpDate = Number.isFinite(atMillis) && new Date(atMillis).toUTCString() === text;
  return isHttpDate ? (atMillis - nowMillis) / 1000 : undefined;
}

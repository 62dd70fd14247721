import type { NotDone } from "../platform/outlet.js";
import type { HttpFailure } from "./http-failure.js";

/**
 * What a status that is no success means for a request that was to have its effect once. Who knows their platform better
 * judges the body first, and asks here about the rest.
 *
 * @example
 * notDoneByStatus(429, 30); // { outcome: "later", code: "too-many-requests", afterSeconds: 30 }
 */
export function notDoneByStatus(status: number, afterSeconds: number | undefined): NotDone {
  switch (status) {
    case 400:
    case 422:
      return { outcome: "refused", code: "validation-refused" };
    case 401:
      // The next token may be taken.
      return later("token-refused", afterSeconds);
    case 403:
      return { outcome: "refused", code: "forbidden" };
    case 404:
    case 410:
      return { outcome: "refused", code: "not-found" };
    case 409:
      return { outcome: "conflict", code: "changed-meanwhile" };
    case 412:
      return { outcome: "conflict", code: "precondition-failed" };
    case 429:
      return later("too-many-requests", afterSeconds);
    case 503:
      // Who names a time to come back at turned it away; without one, it may have come from a server on the way.
      return afterSeconds === undefined
        ? { outcome: "unknown", code: "unavailable" }
        : later("unavailable", afterSeconds);
    default:
      return status >= 402 && status < 500 && status !== 408 && status !== 425
        ? { outcome: "refused", code: "request-not-understood" }
        : { outcome: "unknown", code: status >= 500 ? "server-failed" : "status-unexpected" };
  }
}

/** What no answer means for a request that was to have its effect once. */
export function notDoneByFailure({ code, effect, afterSeconds }: HttpFailure): NotDone {
  return effect === "maybe" ? { outcome: "unknown", code } : later(code, afterSeconds);
}

function later(code: string, afterSeconds: number | undefined): NotDone {
  return { outcome: "later", code, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
}

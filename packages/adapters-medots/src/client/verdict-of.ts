import type { Sent } from "@guichet/sync";
import { errorKeysOf, intersectsKey } from "../wire/error-keys.js";
import type { Reply } from "./reply.js";

/** What a reply to a write means, where it is not a success; a success holds the body, for who asked to read. */
export type Verdict =
  Exclude<Sent, { readonly outcome: "done" }> | { readonly outcome: "accepted"; readonly body: unknown };

/** Judges the reply to a write. An error that comes with status 200 is an error; what is not clear is unknown. */
export function verdictOf(reply: Reply): Verdict {
  if (reply.kind === "failed") {
    const { code, effect, afterSeconds } = reply;
    return effect === "not-sent" ? later(code, afterSeconds) : { outcome: "unknown", code };
  }
  const { status, body, afterSeconds } = reply;
  if (status >= 200 && status < 300) {
    const keys = errorKeysOf(body);
    if (keys.includes(intersectsKey)) return { outcome: "conflict", code: "appointment-intersects" };
    return keys.length > 0
      ? { outcome: "refused", code: "answered-with-error" }
      : { outcome: "accepted", body };
  }
  switch (status) {
    case 400:
    case 422:
      return { outcome: "refused", code: "validation-refused" };
    case 401:
      return later("token-refused", afterSeconds);
    case 403:
      return { outcome: "refused", code: "forbidden" };
    case 404:
      return { outcome: "refused", code: "not-found" };
    case 409:
    case 412:
      return { outcome: "conflict", code: "changed-meanwhile" };
    case 429:
      return later("too-many-requests", afterSeconds);
    case 503:
      // Who names a time to come back at turned it away; without one, it may have come from a server on the way.
      return afterSeconds === undefined
        ? { outcome: "unknown", code: "unavailable" }
        : later("unavailable", afterSeconds);
    default:
      return status >= 405 && status < 500 && status !== 408 && status !== 425
        ? { outcome: "refused", code: "request-not-understood" }
        : { outcome: "unknown", code: status >= 500 ? "server-failed" : "status-unexpected" };
  }
}

function later(code: string, afterSeconds: number | undefined): Verdict {
  return { outcome: "later", code, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
}

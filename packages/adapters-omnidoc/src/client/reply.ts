import { GuichetError, problemAt } from "@guichet/rules";
import type { Sent } from "@guichet/sync";
import { HttpFailure } from "@guichet/sync/http";

/** What a request came to that was not carried out: `Sent`, less what was done. */
export type NotDone = Exclude<Sent, { readonly outcome: "done" }>;

/** An answer that is not what was asked for. Its code says why; the platform's own words are not passed on. */
export class Refusal extends GuichetError {
  readonly notDone: NotDone;

  constructor(notDone: NotDone, where: string) {
    const what = "the platform did not do it";
    super(notDone.code, [
      problemAt(notDone.code, `omnidoc, ${where}`, what, "look the code up in docs/omnidoc.md"),
    ]);
    this.name = "Refusal";
    this.notDone = notDone;
  }
}

/** What a status that is not 2xx means for a request that was to have its effect once. */
export function notDoneBy(status: number, afterSeconds: number | undefined): NotDone {
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

/** What was thrown by a request that got no answer, or none that counts; anything else is thrown again. */
export function notDoneOf(error: unknown): NotDone {
  if (error instanceof Refusal) return error.notDone;
  if (GuichetError.isInstance(error) && error.code === "resource-broken") {
    return { outcome: "unknown", code: error.code };
  }
  if (!HttpFailure.isInstance(error)) throw error;
  const { code, effect, afterSeconds } = error;
  return effect === "maybe" ? { outcome: "unknown", code } : later(code, afterSeconds);
}

function later(code: string, afterSeconds: number | undefined): NotDone {
  return { outcome: "later", code, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
}

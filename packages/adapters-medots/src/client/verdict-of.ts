import type { NotDone } from "@guichet/sync";
import { notDoneByFailure, notDoneByStatus } from "@guichet/sync/http";
import { errorKeysOf, intersectsKey } from "../wire/error-keys.js";
import type { Reply } from "./reply.js";

/** What a reply to a write means; where it was taken, it holds the body, for who asked to read. */
export type Verdict = NotDone | { readonly outcome: "accepted"; readonly body: unknown };

/** Judges the reply to a write. An error that comes with status 200 is an error; what is not clear is unknown. */
export function verdictOf(reply: Reply): Verdict {
  if (reply.kind === "failed") return notDoneByFailure(reply.failure);
  const { status, body, afterSeconds } = reply;
  if (status < 200 || status > 299) return notDoneByStatus(status, afterSeconds);
  const keys = errorKeysOf(body);
  if (keys.includes(intersectsKey)) return { outcome: "conflict", code: "appointment-intersects" };
  return keys.length > 0
    ? { outcome: "refused", code: "answered-with-error" }
    : { outcome: "accepted", body };
}

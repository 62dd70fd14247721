import type { Found, Sent, TurnedDown } from "@guichet/sync";
import type { MedotsClient } from "../client/medots-client.js";
import { ReadFailure } from "../client/read-failure.js";
import { verdictOf } from "../client/verdict-of.js";
import { versionOf } from "../feed/appointment-item.js";
import type { WireAppointment } from "../wire/appointment.js";
import { finding } from "./finding.js";
import { readAppointment } from "./read-appointment.js";
import { settleOwn } from "./settle-own.js";

/** A change to one appointment, and how to see that it was made. */
export interface Patch {
  readonly remoteId: string;
  /** The version the change was decided on. Another one means that somebody was faster. */
  readonly version?: string;
  readonly body: object;
  readonly idempotencyKey: string;
  readonly isMade: (row: WireAppointment) => boolean;
  /** What an appointment that is gone means: the end that was wanted, or that there is nothing to change. */
  readonly gone: "made" | "refused";
}

/**
 * Changes an appointment, unless it is not the one that was decided on any more. What is there is read first and read
 * again afterwards: a platform that does not compare versions answers "done" to both of two who write at once.
 */
export async function sendPatch(client: MedotsClient, patch: Patch, signal: AbortSignal): Promise<Sent> {
  const before = await readFirst(client, patch, signal);
  if ("outcome" in before) return before;
  const { honours = {} } = client.options;
  const headers = {
    ...(honours.versions === true && before.etag !== undefined ? { "if-match": before.etag } : {}),
    ...(honours.idempotencyKeys === true ? { "idempotency-key": patch.idempotencyKey } : {}),
  };
  const path = ["appointments", patch.remoteId];
  const reply = await client.ask({ method: "PATCH", path, body: patch.body, headers }, signal);
  const verdict = verdictOf(reply);
  if (verdict.outcome !== "accepted" && verdict.outcome !== "conflict") return verdict;
  const refusal: TurnedDown =
    verdict.outcome === "conflict" ? verdict : { outcome: "conflict", code: "changed-meanwhile" };
  return settleOwn(refusal, () => findPatch(client, patch, signal));
}

/** Looks whether an appointment stands as it was to be. */
export function findPatch(client: MedotsClient, patch: Patch, signal: AbortSignal): Promise<Found> {
  return finding(async () => {
    const now = await readAppointment(client, patch.remoteId, signal);
    if (now === undefined) {
      return patch.gone === "made" ? { outcome: "found", remoteId: patch.remoteId } : { outcome: "absent" };
    }
    return patch.isMade(now.row)
      ? { outcome: "found", remoteId: patch.remoteId, version: versionOf(now.row) }
      : { outcome: "absent" };
  });
}

async function readFirst(
  client: MedotsClient,
  { remoteId, version, isMade, gone }: Patch,
  signal: AbortSignal,
): Promise<Sent | { readonly etag: string | undefined }> {
  try {
    const before = await readAppointment(client, remoteId, signal);
    if (before === undefined) {
      return gone === "made" ? { outcome: "done", remoteId } : { outcome: "refused", code: "not-found" };
    }
    const seen = versionOf(before.row);
    if (isMade(before.row)) return { outcome: "done", remoteId, version: seen };
    return version !== undefined && version !== seen
      ? { outcome: "conflict", code: "changed-meanwhile" }
      : { etag: before.etag };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    if (error.code === "forbidden") return { outcome: "refused", code: error.code };
    const { afterSeconds, reason, code } = error;
    // Nothing was changed yet, whatever became of the reading.
    return {
      outcome: "later",
      code: reason ?? code,
      ...(afterSeconds === undefined ? {} : { afterSeconds }),
    };
  }
}

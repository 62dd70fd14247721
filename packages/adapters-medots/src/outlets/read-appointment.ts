import type { MedotsClient } from "../client/medots-client.js";
import { ReadFailure } from "../client/read-failure.js";
import { wireAppointment, type WireAppointment } from "../wire/appointment.js";

/** An appointment as it stands now, and its `ETag` where the platform gives one; `undefined` when there is none. */
export async function readAppointment(
  client: MedotsClient,
  remoteId: string,
  signal: AbortSignal,
): Promise<{ readonly row: WireAppointment; readonly etag: string | undefined } | undefined> {
  const where = "GET appointments/{id}";
  const reply = await client.ask({ method: "GET", path: ["appointments", remoteId] }, signal);
  if (reply.kind === "failed") throw ReadFailure.unanswered(reply, where);
  if (reply.status === 404) return undefined;
  if (reply.status < 200 || reply.status > 299) throw ReadFailure.of(reply, where);
  const read = wireAppointment.safeParse(reply.body);
  if (!read.success) throw new ReadFailure("answer-unexpected", where);
  return { row: read.data, etag: reply.etag };
}

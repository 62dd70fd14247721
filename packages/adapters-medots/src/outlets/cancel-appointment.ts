import type { Intent, Outlet } from "@guichet/sync";
import { capabilitiesOf } from "../client/capabilities-of.js";
import { idempotencyKey } from "../client/idempotency-key.js";
import type { MedotsClient } from "../client/medots-client.js";
import { statusOf } from "../feed/appointment-item.js";
import { findPatch, sendPatch, type Patch } from "./patch-appointment.js";

export interface AppointmentToCancel {
  readonly remoteId: string;
  /** The version it was decided on; left out, it is cancelled however it changed. */
  readonly version?: string;
}

export const cancelAppointmentKind = "medots.cancel-appointment";

/**
 * Cancels appointments by the change that the vendor confirmed. No cancel call is known: without one, every
 * cancellation is refused with `cancel-by-hand`, and a person does it.
 */
export function cancelAppointment(
  client: MedotsClient,
): Outlet<typeof cancelAppointmentKind, AppointmentToCancel> {
  const { cancelBy } = client.options;
  const patchOf = (intent: Intent<string, AppointmentToCancel>, body: object): Patch => ({
    ...intent.payload,
    idempotencyKey: idempotencyKey(intent),
    body,
    isMade: (row) => statusOf(row, client.options) === "cancelled",
    gone: "made",
  });
  return {
    kind: cancelAppointmentKind,
    capabilities: { ...capabilitiesOf(client.options), searchByReference: true },
    send: async (intent, signal) =>
      cancelBy === undefined
        ? { outcome: "refused", code: "cancel-by-hand" }
        : sendPatch(client, patchOf(intent, cancelBy), signal),
    find: async (intent, signal) => findPatch(client, patchOf(intent, {}), signal),
  };
}

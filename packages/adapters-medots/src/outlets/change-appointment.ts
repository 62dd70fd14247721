import { GuichetError } from "@guichet/rules";
import type { IsoInstant } from "@guichet/rules/calendar";
import type { Intent, Outlet } from "@guichet/sync";
import { capabilitiesOf } from "../client/capabilities-of.js";
import { idempotencyKey } from "../client/idempotency-key.js";
import type { MedotsClient } from "../client/medots-client.js";
import { zoneOf } from "../client/medots-options.js";
import type { WireAppointment, WireAppointmentChange } from "../wire/appointment.js";
import { writeClinicTime } from "../wire/clinic-time.js";
import { findPatch, sendPatch, type Patch } from "./patch-appointment.js";

/** What is to change in an appointment: what is left out stays. */
export interface AppointmentChange {
  readonly clinicId: number;
  readonly remoteId: string;
  /** The version the change was decided on. */
  readonly version?: string;
  readonly startsAt?: IsoInstant;
  readonly durationMinutes?: number;
  readonly userId?: number;
}

export const changeAppointmentKind = "medots.change-appointment";

type ChangeIntent = Intent<typeof changeAppointmentKind, AppointmentChange>;

/** Moves appointments, or gives them to somebody else. One that changed since it was decided on is left alone. */
export function changeAppointment(
  client: MedotsClient,
): Outlet<typeof changeAppointmentKind, AppointmentChange> {
  return {
    kind: changeAppointmentKind,
    capabilities: { ...capabilitiesOf(client.options), searchByReference: true },
    send: async (intent, signal) => {
      const patch = patchOf(client, intent);
      return "refused" in patch
        ? { outcome: "refused", code: patch.refused }
        : sendPatch(client, patch, signal);
    },
    find: async (intent, signal) => {
      const patch = patchOf(client, intent);
      return "refused" in patch ? { outcome: "absent" } : findPatch(client, patch, signal);
    },
  };
}

function patchOf({ options }: MedotsClient, intent: ChangeIntent): Patch | { readonly refused: string } {
  const { clinicId, remoteId, version, startsAt, durationMinutes: duration, userId } = intent.payload;
  const zone = zoneOf(options, clinicId);
  if (zone === undefined) return { refused: "clinic-not-served" };
  try {
    const body: WireAppointmentChange = {
      ...(startsAt === undefined ? {} : writeClinicTime(startsAt, zone, options.repeatedTime)),
      ...(duration === undefined ? {} : { duration }),
      ...(userId === undefined ? {} : { userId }),
      allowIntersection: false,
    };
    const { date, time } = body;
    return {
      remoteId,
      ...(version === undefined ? {} : { version }),
      body,
      idempotencyKey: idempotencyKey(intent),
      isMade: (row: WireAppointment) =>
        (date === undefined || row.date === date) &&
        (time === undefined || row.time === time) &&
        (duration === undefined || row.duration === duration) &&
        (userId === undefined || row.userId === userId),
      gone: "refused",
    };
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return { refused: error.code };
  }
}

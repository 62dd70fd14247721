import { GuichetError } from "@guichet/rules";
import { millisFromInstant, type IsoInstant } from "@guichet/rules/calendar";
import type { FeedItem } from "@guichet/sync";
import { referenceIn } from "../client/reference-note.js";
import type { AppointmentStatus, MedotsOptions } from "../client/medots-options.js";
import type { WireAppointment } from "../wire/appointment.js";
import { readClinicTime } from "../wire/clinic-time.js";

/** What is kept of an appointment: who and when, by ids. No note, no comment. */
export interface AppointmentBody {
  readonly clinicId: number;
  readonly userId: number;
  readonly clientId: number | null;
  /** Left out when the clinic's clock never shows the time it was given. */
  readonly startsAt?: IsoInstant;
  /** The clinic's clock shows that time twice; `startsAt` is the one the options chose. */
  readonly repeatedTime?: true;
  readonly durationMinutes: number;
  readonly appointmentTypeId?: number;
  readonly orderId?: number;
}

export type AppointmentItem = FeedItem<AppointmentBody> & { readonly status: AppointmentStatus };

/** Their words for where an appointment stands. Only `billed` was seen; a clinic corrects the others in its options. */
export const assumedStatuses: Readonly<Record<string, AppointmentStatus>> = {
  unconfirmed: "pending",
  approved: "booked",
  arrived: "arrived",
  finished: "fulfilled",
  billed: "fulfilled",
  paid: "fulfilled",
  cancelled: "cancelled",
  no_show: "noshow",
};

/** An appointment of theirs in our words, by the zone of its clinic. */
export function appointmentItem(row: WireAppointment, zone: string, options: MedotsOptions): AppointmentItem {
  const { clinicId, userId, clientId = null, duration, appointmentTypeId, orderId } = row;
  const field = options.referenceIn ?? "note";
  const reference = field === "none" ? undefined : referenceIn(row[field]);
  return {
    remoteId: String(row.id),
    version: versionOf(row),
    status: statusOf(row, options),
    ...(reference === undefined ? {} : { reference }),
    body: {
      clinicId,
      userId,
      clientId,
      ...timeOf(row, zone, options),
      durationMinutes: duration,
      ...(appointmentTypeId === undefined ? {} : { appointmentTypeId }),
      ...(orderId === undefined ? {} : { orderId }),
    },
  };
}

/** Milliseconds since 1970, with zeros in front: as texts, later ones sort later. */
export function versionOf({ updatedAt }: Pick<WireAppointment, "updatedAt">): string {
  return String(changedAtMillis(updatedAt)).padStart(15, "0");
}

/** When a row changed, in milliseconds since 1970. */
export function changedAtMillis(updatedAt: WireAppointment["updatedAt"]): number {
  return typeof updatedAt === "number" ? updatedAt * 1000 : (millisFromInstant(updatedAt) ?? 0);
}

export function statusOf(
  { status }: Pick<WireAppointment, "status">,
  { statuses }: MedotsOptions,
): AppointmentStatus {
  // A word such as "constructor" is nobody's status.
  const known = new Map(Object.entries({ ...assumedStatuses, ...statuses }));
  return status === undefined ? "booked" : (known.get(status) ?? "unknown");
}

function timeOf(
  row: WireAppointment,
  zone: string,
  { repeatedTime }: MedotsOptions,
): Pick<AppointmentBody, "startsAt" | "repeatedTime"> {
  try {
    const { at, repeated } = readClinicTime(row, zone, repeatedTime);
    return { startsAt: at, ...(repeated ? { repeatedTime: true } : {}) };
  } catch (error) {
    // One row that somebody typed wrong must not hold up all others.
    if (GuichetError.isInstance(error) && error.code === "time-does-not-exist") return {};
    throw error;
  }
}

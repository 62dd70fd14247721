import type { Row } from "@guichet/sync/testing";
import { appointmentItem, type AppointmentItem } from "@guichet/adapters-medots";
import { versionOf } from "../../../src/feed/appointment-item.js";
import type { TorturedClinic } from "../clinics.js";
import type { MedotsInvariant, Seen } from "../seen.js";
import { rangeOf } from "./no-overlap.js";

/** I4. */
export const localIsRemote: MedotsInvariant = {
  id: "I4",
  promise: "at rest, what is stored here is what stands on the platform, and its time is held",
  atRest: (seen) => {
    for (const clinic of seen.place.clinics) {
      const wrong = recordsDiffer(clinic, seen) ?? timesDiffer(clinic, seen);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  },
};

/** I6. */
export const cursorSkipsNothing: MedotsInvariant = {
  id: "I6",
  promise: "a cursor never passes a change that is not stored",
  afterRow: ({ table, after }, seen) => {
    if (table !== "feeds" || !after) return undefined;
    const clinic = seen.place.clinics.find(({ tenant }) => tenant === after["tenant"]);
    const cursors = after["cursors"] as readonly { readonly cursor: string; readonly at: string }[];
    // A pull starts so long before the last one: what it leaves behind is never asked for again.
    const last = Date.parse(cursors.at(-1)?.at ?? "");
    const start = cursors.findLast(({ at }) => last - Date.parse(at) >= 300_000);
    if (!clinic || !start) return undefined;
    for (const appointment of seen.appointments.values()) {
      if (appointment.clinicId !== clinic.clinicId || appointment.updatedAt > Number(start.cursor)) continue;
      const record = recordOf(clinic, appointment.id, seen);
      if (!record || String(record["version"]) < versionOf(appointment))
        return `appointment ${appointment.id} of ${clinic.tenant} changed before cursor ${start.cursor}, and was not stored`;
    }
    return undefined;
  },
};

function recordOf(clinic: TorturedClinic, id: number, seen: Seen): Row | undefined {
  return seen.row("records", `${clinic.tenant} medots-appointments-${clinic.clinicId} ${id}`);
}

function itemsOf(clinic: TorturedClinic, seen: Seen): readonly AppointmentItem[] {
  const options = seen.place.optionsOf(clinic);
  return [...seen.appointments.values()]
    .filter(({ clinicId }) => clinicId === clinic.clinicId)
    .map((row) =>
      appointmentItem(
        {
          ...row,
          clientId: row.clientId ?? undefined,
          appointmentTypeId: row.appointmentTypeId ?? undefined,
          appointmentSourceId: row.appointmentSourceId ?? undefined,
          entryTypeIds: [...row.entryTypeIds],
          note: row.note ?? undefined,
          clientComment: row.clientComment ?? undefined,
          orderId: row.orderId ?? undefined,
        },
        clinic.zone,
        options,
      ),
    );
}

function recordsDiffer(clinic: TorturedClinic, seen: Seen): string | undefined {
  const items = itemsOf(clinic, seen);
  for (const { remoteId, version, status } of items) {
    const record = recordOf(clinic, Number(remoteId), seen);
    if (!record) return `appointment ${remoteId} of ${clinic.tenant} is not stored`;
    if (record["gone_at"] !== null)
      return `appointment ${remoteId} of ${clinic.tenant} is there, and stored as gone`;
    if (record["version"] !== version || record["status"] !== status)
      return `appointment ${remoteId} of ${clinic.tenant} is ${status}, and stored as ${String(record["status"])}`;
  }
  const ids = new Set(items.map(({ remoteId }) => remoteId));
  const extra = seen
    .rows("records")
    .find(
      (row) =>
        row["tenant"] === clinic.tenant && row["gone_at"] === null && !ids.has(String(row["remote_id"])),
    );
  return extra && `record ${String(extra["remote_id"])} of ${clinic.tenant} is not on the platform`;
}

function timesDiffer(clinic: TorturedClinic, seen: Seen): string | undefined {
  const active = seen
    .rows("bookings")
    .filter((row) => row["tenant"] === clinic.tenant && row["state"] === "active");
  const times = new Map<string, string>();
  for (const { remoteId, status, body } of itemsOf(clinic, seen)) {
    if (status === "cancelled" || status === "noshow" || body.startsAt === undefined) continue;
    times.set(`${body.userId} ${Date.parse(body.startsAt)}`, remoteId);
  }
  for (const row of active) {
    const time = `${String(row["practitioner"])} ${rangeOf(row)[0]}`;
    if (!times.has(time))
      return `reservation ${String(row["reference"])} of ${clinic.tenant} is held for nothing on the platform`;
    times.delete(time);
  }
  for (const [time, remoteId] of times) {
    const [practitioner, from] = time.split(" ");
    const blocked = active.some(
      (row) =>
        row["practitioner"] === practitioner &&
        rangeOf(row)[0] < Number(from) + 1_800_000 &&
        Number(from) < rangeOf(row)[1],
    );
    if (!blocked) return `the time of appointment ${remoteId} of ${clinic.tenant} is not held`;
  }
  return undefined;
}

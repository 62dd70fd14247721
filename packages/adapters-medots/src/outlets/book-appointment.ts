import { GuichetError } from "@guichet/rules";
import type { IsoInstant } from "@guichet/rules/calendar";
import type { Found, Intent, Outlet, Sent } from "@guichet/sync";
import { capabilitiesOf } from "../client/capabilities-of.js";
import { idempotencyKey } from "../client/idempotency-key.js";
import type { MedotsClient } from "../client/medots-client.js";
import { zoneOf } from "../client/medots-options.js";
import { readList } from "../client/read-list.js";
import { noteWith, referenceIn } from "../client/reference-note.js";
import { verdictOf } from "../client/verdict-of.js";
import { statusOf, versionOf } from "../feed/appointment-item.js";
import { appointmentsFeedName } from "../feed/appointments-feed.js";
import { wireAppointment, type WireAppointment, type WireNewAppointment } from "../wire/appointment.js";
import { writeClinicTime } from "../wire/clinic-time.js";
import { newIdPlaces } from "../wire/new-id.js";
import { finding } from "./finding.js";
import { settleOwn } from "./settle-own.js";

/** An appointment to be made, by the ids of the platform. */
export interface AppointmentToBook {
  readonly clinicId: number;
  readonly userId: number;
  readonly clientId: number;
  readonly startsAt: IsoInstant;
  readonly durationMinutes: number;
  readonly appointmentTypeId: number;
  readonly appointmentSourceId: number;
  readonly entryTypeIds?: readonly number[];
}

export const bookAppointmentKind = "medots.book-appointment";

type BookIntent = Intent<typeof bookAppointmentKind, AppointmentToBook>;

/** How far back appointments are looked through for ours: staff may have moved it to another day. */
const lookBackSeconds = 24 * 3600;

/**
 * Makes appointments. What was made is found by our reference; where the platform must not hold one, by who, with whom
 * and when.
 */
export function bookAppointment(client: MedotsClient): Outlet<typeof bookAppointmentKind, AppointmentToBook> {
  const { options } = client;
  const capabilities = capabilitiesOf(options);

  const find = (intent: BookIntent, signal: AbortSignal): Promise<Found> =>
    finding(() => lookFor(client, intent, signal));

  const send = async (intent: BookIntent, signal: AbortSignal): Promise<Sent> => {
    const made = written(client, intent);
    if ("outcome" in made) return made;
    const headers = capabilities.idempotencyKeys ? { "idempotency-key": idempotencyKey(intent) } : {};
    const reply = await client.ask({ method: "POST", path: ["appointments"], body: made, headers }, signal);
    const verdict = verdictOf(reply);
    if (verdict.outcome === "conflict") return settleOwn(verdict, () => find(intent, signal));
    if (verdict.outcome !== "accepted") return verdict;
    const id = newIdPlaces[options.newId ?? "either"].safeParse(verdict.body);
    return id.success
      ? { outcome: "done", remoteId: String(id.data) }
      : { outcome: "unknown", code: "answer-without-id" };
  };

  const feedOf = ({ payload }: BookIntent): string => appointmentsFeedName(payload.clinicId);
  return { kind: bookAppointmentKind, capabilities, feedOf, send, find };
}

/** The appointment as the wire has it, or why there is none. */
function written({ options }: MedotsClient, { payload, reference }: BookIntent): WireNewAppointment | Sent {
  const { startsAt, durationMinutes: duration, entryTypeIds, ...ids } = payload;
  const zone = zoneOf(options, payload.clinicId);
  if (zone === undefined) return { outcome: "refused", code: "clinic-not-served" };
  const field = options.referenceIn ?? "note";
  try {
    return {
      ...ids,
      ...writeClinicTime(startsAt, zone, options.repeatedTime),
      duration,
      allowIntersection: false,
      ...(entryTypeIds === undefined ? {} : { entryTypeIds: [...entryTypeIds] }),
      ...(field === "none" ? {} : { [field]: noteWith(reference) }),
    };
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return { outcome: "refused", code: error.code };
  }
}

async function lookFor(client: MedotsClient, intent: BookIntent, signal: AbortSignal): Promise<Found> {
  const { options, clock } = client;
  const wanted = written(client, intent);
  if ("outcome" in wanted) return { outcome: "absent" };
  const { clinicId, userId, clientId, date, time, duration } = wanted;
  const list = (query: Readonly<Record<string, string | number>>) =>
    readList(client, { path: ["appointments"], query: { clinicId, ...query }, row: wireAppointment }, signal);

  const field = options.referenceIn ?? "note";
  const isOurs = (row: WireAppointment): boolean =>
    field === "none"
      ? row.userId === userId &&
        row.clientId === clientId &&
        row.date === date &&
        row.time === time &&
        row.duration === duration &&
        statusOf(row, options) !== "cancelled"
      : referenceIn(row[field]) === intent.reference;

  const onItsDay = (await list({ userId, dateStart: date, dateEnd: date })).filter(isOurs);
  if (onItsDay.length > 0) return foundOne(onItsDay);
  const updatedAtAfter = Math.floor(clock.now() / 1000) - lookBackSeconds;
  return foundOne((await list({ updatedAtAfter })).filter(isOurs));
}

function foundOne([row, ...others]: readonly WireAppointment[]): Found {
  if (row === undefined) return { outcome: "absent" };
  if (others.length > 0) return { outcome: "unknown", code: "found-several" };
  return { outcome: "found", remoteId: String(row.id), version: versionOf(row) };
}

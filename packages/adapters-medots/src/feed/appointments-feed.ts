import { clockAt, dayFromIso, type IsoDay } from "@guichet/rules/calendar";
import type { Feed } from "@guichet/sync";
import type { MedotsClient } from "../client/medots-client.js";
import { zoneOf } from "../client/medots-options.js";
import { ReadFailure } from "../client/read-failure.js";
import { readList, readListPage, type List, type ListPlace } from "../client/read-list.js";
import { readClinics } from "../lookups/read-clinics.js";
import { wireAppointment, type WireAppointment } from "../wire/appointment.js";
import { appointmentItem, changedAtMillis, type AppointmentBody } from "./appointment-item.js";
import { numbersOfPlace, placeText } from "./place-text.js";
import { readingStretches } from "./reading-stretches.js";

export interface AppointmentsFeedOptions {
  readonly clinicId: number;
  /** The first day that counts: appointments before it are never known. All of them count when left out. */
  readonly followedFrom?: IsoDay | undefined;
  /** How many days after today are read a day at a time, as they change often; 90 when left out. */
  readonly daysAhead?: number;
}

/** Their clock is taken to be no further from ours than this. */
const clockMarginSeconds = 2 * 3600;

/**
 * The appointments of one clinic.
 *
 * Changes go by the moment each row last changed, as the platform tells it, and start a little before the last one:
 * the clock that counts is theirs. Everything is read from the past on: a page at a time what is done with, a day at a
 * time what may still change, each day whole, then all that is far off; it ends with what changed while it was read, so
 * that an appointment that moved to a day already read is there again.
 *
 * Errors: `ReadFailure`, with `clinic-unseen` when the key does not see the clinic; `place-malformed`.
 */
export function appointmentsFeed(
  client: MedotsClient,
  { clinicId, followedFrom, daysAhead = 90 }: AppointmentsFeedOptions,
): Feed<AppointmentBody> {
  const { options, clock } = client;
  const zone = zoneOf(options, clinicId);
  if (zone === undefined) throw new ReadFailure("clinic-not-served", `clinic ${clinicId}`);
  const { overlapSeconds = 120 } = options;
  const itemsOf = (rows: readonly WireAppointment[]) =>
    rows.map((row) => appointmentItem(row, zone, options));
  const listOf = (query: List<typeof wireAppointment>["query"]) =>
    ({
      path: ["appointments"],
      query: { clinicId, dateStart: followedFrom, ...query },
      row: wireAppointment,
    }) as const;

  const changes: Feed<AppointmentBody>["changes"] = async (since, next, signal) => {
    const updatedAtAfter = since === undefined ? 0 : Number(since);
    const [latestBefore = 0, ...place] = next === undefined ? [] : numbersOfPlace(next, 4);
    const page = await readListPage(client, listOf({ updatedAtAfter }), listPlace(place), signal);
    const latest = Math.max(latestBefore, ...page.rows.map(({ updatedAt }) => changedAtMillis(updatedAt)));
    const items = itemsOf(page.rows);
    return page.next === undefined
      ? { items, cursor: String(Math.max(updatedAtAfter, Math.floor(latest / 1000) - overlapSeconds)) }
      : { items, next: placeText([latest, ...placeNumbers(page.next)]) };
  };

  const everything: Feed<AppointmentBody>["everything"] = async (next, signal) => {
    const [
      today = dayFromIso(clockAt(clock.now(), zone).day) ?? 0,
      startedAt = Math.floor(clock.now() / 1000),
      stretch = 0,
      ...place
    ] = next === undefined ? [] : numbersOfPlace(next, 6);
    const then = (nextStretch: number, nextPlace?: ListPlace) =>
      placeText([today, startedAt, nextStretch, ...placeNumbers(nextPlace)]);
    const days = readingStretches(today, daysAhead, followedFrom)[stretch];

    if (next === undefined || days === undefined) await seeClinic(client, clinicId, signal);
    if (days === undefined) {
      const moved = listOf({ updatedAtAfter: startedAt - clockMarginSeconds });
      return { items: itemsOf(await readList(client, moved, signal)) };
    }
    if (days.dateStart === days.dateEnd) {
      return { items: itemsOf(await readList(client, listOf(days), signal)), next: then(stretch + 1) };
    }
    const page = await readListPage(client, listOf(days), listPlace(place), signal);
    const onward = page.next === undefined ? then(stretch + 1) : then(stretch, page.next);
    return { items: itemsOf(page.rows), next: onward };
  };

  return { name: appointmentsFeedName(clinicId), changes, everything };
}

/** Three numbers that say how far a list was read, and back; zeros at its start. */
function placeNumbers(
  { offset, lastId, total }: ListPlace = { offset: 0, lastId: 0, total: 0 },
): readonly number[] {
  return [offset, lastId, total];
}

function listPlace([offset = 0, lastId = 0, total = 0]: readonly number[]): ListPlace | undefined {
  return offset === 0 ? undefined : { offset, lastId, total };
}

/** What the feed of a clinic's appointments is called, and its records with us. */
export function appointmentsFeedName(clinicId: number): string {
  return `medots-appointments-${clinicId}`;
}

/** A key without rights may be shown an empty list: then nothing is gone, we are blind. */
async function seeClinic(client: MedotsClient, clinicId: number, signal: AbortSignal): Promise<void> {
  const clinics = await readClinics(client, signal);
  if (!clinics.some(({ id }) => id === clinicId))
    throw new ReadFailure("clinic-unseen", `clinic ${clinicId}`);
}

import { clockAt, dayFromIso, isoFromDay } from "@guichet/rules/calendar";
import type { Feed, FeedPage } from "@guichet/sync";
import type { MedotsClient } from "../client/medots-client.js";
import { zoneOf } from "../client/medots-options.js";
import { ReadFailure } from "../client/read-failure.js";
import { readList, readListPage } from "../client/read-list.js";
import { readClinics } from "../lookups/read-clinics.js";
import { wireAppointment, type WireAppointment } from "../wire/appointment.js";
import { appointmentItem, changedAtMillis, type AppointmentBody } from "./appointment-item.js";
import { numbersOfPlace, placeText } from "./place-text.js";

export interface AppointmentsFeedOptions {
  readonly clinicId: number;
  /** How many days before today a full reading starts; 1 when left out. */
  readonly daysBack?: number;
  /** How many days after today it ends; 90 when left out. */
  readonly daysAhead?: number;
}

/** Their clock is taken to be no further from ours than this. */
const clockMarginSeconds = 2 * 3600;

/**
 * The appointments of one clinic.
 *
 * Changes go by the moment each row last changed, as the platform tells it, and start a little before the last one:
 * the clock that counts is theirs. Everything is read a day at a time, each day whole, and ends with what changed while
 * it was read: an appointment that moved to a day already read is there again.
 *
 * Errors: `ReadFailure`, with `clinic-unseen` when the key does not see the clinic; `place-malformed`.
 */
export function appointmentsFeed(
  client: MedotsClient,
  { clinicId, daysBack = 1, daysAhead = 90 }: AppointmentsFeedOptions,
): Feed<AppointmentBody> {
  const { options, clock } = client;
  const zone = zoneOf(options, clinicId);
  if (zone === undefined) throw new ReadFailure("clinic-not-served", `clinic ${clinicId}`);
  const { overlapSeconds = 120 } = options;
  const itemsOf = (rows: readonly WireAppointment[]) =>
    rows.map((row) => appointmentItem(row, zone, options));
  const listOf = (query: Readonly<Record<string, string | number>>) =>
    ({ path: ["appointments"], query: { clinicId, ...query }, row: wireAppointment }) as const;

  return {
    name: appointmentsFeedName(clinicId),

    changes: async (since, next, signal): Promise<FeedPage<AppointmentBody>> => {
      const updatedAtAfter = since === undefined ? 0 : Number(since);
      const [offset = 0, lastId = 0, total = 0, latestBefore = 0] =
        next === undefined ? [] : numbersOfPlace(next, 4);
      const place = next === undefined ? undefined : { offset, lastId, total };
      const page = await readListPage(client, listOf({ updatedAtAfter }), place, signal);
      const latest = Math.max(latestBefore, ...page.rows.map(({ updatedAt }) => changedAtMillis(updatedAt)));
      const items = itemsOf(page.rows);
      if (page.next !== undefined) {
        const { offset, lastId, total } = page.next;
        return { items, next: placeText([offset, lastId, total, latest]) };
      }
      return { items, cursor: String(Math.max(updatedAtAfter, Math.floor(latest / 1000) - overlapSeconds)) };
    },

    everything: async (next, signal): Promise<FeedPage<AppointmentBody>> => {
      const nowSeconds = Math.floor(clock.now() / 1000);
      const today = dayFromIso(clockAt(clock.now(), zone).day) ?? 0;
      const [day = today - daysBack, lastDay = today + daysAhead, startedAt = nowSeconds] =
        next === undefined ? [] : numbersOfPlace(next, 3);
      const isLast = day > lastDay;
      if (next === undefined || isLast) await seeClinic(client, clinicId, signal);
      const date = isoFromDay(day);
      const list = isLast
        ? listOf({ updatedAtAfter: startedAt - clockMarginSeconds })
        : listOf({ dateStart: date, dateEnd: date });
      const items = itemsOf(await readList(client, list, signal));
      return isLast ? { items } : { items, next: placeText([day + 1, lastDay, startedAt]) };
    },
  };
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

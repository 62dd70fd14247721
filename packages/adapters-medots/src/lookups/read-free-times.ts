import { GuichetError } from "@guichet/rules";
import type { IsoInstant } from "@guichet/rules/calendar";
import type { MedotsClient } from "../client/medots-client.js";
import { zoneOf } from "../client/medots-options.js";
import { readAnswer } from "../client/read-answer.js";
import { ReadFailure } from "../client/read-failure.js";
import { readClinicTime, type ClinicTime } from "../wire/clinic-time.js";
import { wireRecordingPoints, type WireRecordingPointsQuery } from "../wire/recording-points.js";

export interface FreeTimesQuery {
  readonly clinicId: number;
  readonly userIds: readonly number[];
  /** Days of the clinic, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly stepMinutes: number;
}

/** A moment at which an appointment with a user may start. */
export interface FreeTime {
  readonly userId: number;
  readonly startsAt: IsoInstant;
}

/** When appointments may start, in order. A time that the clinic's clock never shows is left out. */
export async function readFreeTimes(
  client: MedotsClient,
  { clinicId, userIds, from, to, stepMinutes }: FreeTimesQuery,
  signal: AbortSignal,
): Promise<readonly FreeTime[]> {
  const zone = zoneOf(client.options, clinicId);
  if (zone === undefined) throw new ReadFailure("clinic-not-served", "POST schedule/recording_points");
  const body: WireRecordingPointsQuery = {
    startDate: from,
    endDate: to,
    clinicId,
    allowAppointmentIntersection: false,
    userParams: Object.fromEntries(userIds.map((userId) => [String(userId), { step: stepMinutes }])),
  };
  const call = { method: "POST", path: ["schedule", "recording_points"], body } as const;
  const points = await readAnswer(client, call, wireRecordingPoints, signal);
  const free = Object.entries(points).flatMap(([date, byUser]) =>
    Object.entries(byUser).flatMap(([userId, times]) =>
      times.flatMap((time) => {
        const startsAt = momentOf({ date, time }, zone, client.options.repeatedTime);
        return startsAt === undefined ? [] : [{ userId: Number(userId), startsAt }];
      }),
    ),
  );
  return free.sort((left, right) => compare(left.startsAt, right.startsAt) || left.userId - right.userId);
}

function momentOf(
  time: ClinicTime,
  zone: string,
  repeatedTime: "first" | "second" | undefined,
): IsoInstant | undefined {
  try {
    return readClinicTime(time, zone, repeatedTime).at;
  } catch (error) {
    if (GuichetError.isInstance(error) && error.code === "time-does-not-exist") return undefined;
    throw error;
  }
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

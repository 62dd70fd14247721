import { dayFromIso, isoFromDay, minutesFromTime, momentsAt, timeFromMinutes } from "@guichet/rules/calendar";
import type { ClockReading } from "@guichet/rules/calendar";

/** The first and the last moment a reading of a clock can mean, in milliseconds since 1970. */
export interface ClockMoments {
  readonly first: number;
  readonly last: number;
}

/**
 * The moments at which a clock of the zone shows a day and a time: MEDOTS writes times without an offset. In an hour
 * that comes twice they differ; a time that is skipped means the moment at which the clock is put forward.
 */
export function clockMoments({ day, time }: ClockReading, zone: string): ClockMoments {
  const [first, ...later] = momentsAt({ day, time }, zone);
  if (first !== undefined) return { first, last: later.at(-1) ?? first };
  const next = (minutesFromTime(time) ?? 0) + 1;
  const after: ClockReading = {
    day: isoFromDay((dayFromIso(day) ?? 0) + Math.floor(next / minutesPerDay)),
    time: timeFromMinutes(next % minutesPerDay),
  };
  return clockMoments(after, zone);
}

const minutesPerDay = 1440;

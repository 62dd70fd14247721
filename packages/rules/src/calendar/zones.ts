import { IANAZone } from "luxon";
import { dayFromIso, firstDay, isoFromDay, lastDay, type IsoDay } from "./civil-day.js";
import { minutesAt, timeFromMinutes, type IsoTime } from "./time-of-day.js";

/** A moment, in UTC and to the minute or finer: `2026-03-29T01:00:00Z`. As texts, moments sort as they follow each other. */
export type IsoInstant = `${number}-${number}-${number}T${number}:${number}:${number}Z`;

/** What the calendar and the clock of a zone show. */
export interface ClockReading {
  readonly day: IsoDay;
  readonly time: IsoTime;
}

/** Whether a text names a zone of the tz database: `Europe/Paris`. An offset is no zone: it knows no clock change. */
export function isZone(zone: string): boolean {
  return zone.includes("/") && IANAZone.isValidZone(zone);
}

const instantForm =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** The moment a text names, as milliseconds since 1970; `undefined` when it has no offset or is no moment at all. */
export function millisFromInstant(text: string): number | undefined {
  if (!instantForm.test(text)) return undefined;
  const day = dayFromIso(text.slice(0, 10));
  if (day === undefined) return undefined;
  // `2026-03-29T03:00:00.000+02:00`: the time stands at 11, the seconds at 17, the offset at the end.
  const offset = text.endsWith("Z") ? text.length - 1 : text.length - "+02:00".length;
  const seconds = offset > 16 ? Number(text.slice(17, offset)) : 0;
  const ahead = text.endsWith("Z") ? 0 : minutesAt(text, offset + 1);
  const minutes = minutesAt(text, 11) - (text[offset] === "-" ? -ahead : ahead);
  const millis = day * dayMillis + minutes * 60_000 + Math.round(seconds * 1000);
  return firstDay * dayMillis <= millis && millis < (lastDay + 1) * dayMillis ? millis : undefined;
}

/** The text of a moment, to the second. */
export function instantFromMillis(millis: number): IsoInstant {
  const day = Math.floor(millis / dayMillis);
  const seconds = Math.floor(millis / 1000) - day * 86_400;
  const time = timeFromMinutes(Math.floor(seconds / 60));
  return `${isoFromDay(day)}T${time}:${String(seconds % 60).padStart(2, "0")}Z` as IsoInstant;
}

/** How many minutes the clocks of a zone are ahead of UTC at a moment. */
export function offsetAt(millis: number, zone: string): number {
  return Math.round(aheadAt(millis, zone) / 60_000);
}

/** The day and the time that a clock of the zone shows at a moment. */
export function clockAt(millis: number, zone: string): ClockReading {
  const minutes = Math.floor((millis + aheadAt(millis, zone)) / 60_000);
  const day = Math.floor(minutes / dayMinutes);
  return { day: isoFromDay(day), time: timeFromMinutes(minutes - day * dayMinutes) };
}

/**
 * The moments at which a clock of the zone shows a day and a time, in order: one as a rule, none while the clock
 * is put forward, two while it is put back.
 */
export function momentsAt({ day, time }: ClockReading, zone: string): readonly number[] {
  const shown = (dayFromIso(day) ?? NaN) * dayMillis + minutesAt(time, 0) * 60_000;
  // A clock that changes within a day of it is as far ahead as before that, or as after.
  const ahead = new Set([aheadAt(shown - dayMillis, zone), aheadAt(shown + dayMillis, zone)]);
  return [...ahead]
    .map((millis) => shown - millis)
    .filter((moment) => moment + aheadAt(moment, zone) === shown)
    .sort((left, right) => left - right);
}

/** How many milliseconds the clocks of a zone are ahead of UTC: before there were zones, no whole minutes. */
function aheadAt(millis: number, zone: string): number {
  const known = knownAhead.get(zone) ?? new Map<number, number>();
  const before = known.get(millis);
  if (before !== undefined) return before;
  const ahead = Math.round(IANAZone.create(zone).offset(millis) * 60_000);
  if (known.size === manyMoments) known.clear();
  knownAhead.set(zone, known.set(millis, ahead));
  return ahead;
}

/** What was asked for lately, by zone: asking the system takes a hundred times as long as all else here. */
const knownAhead = new Map<string, Map<number, number>>();
const manyMoments = 10_000;

const dayMillis = 86_400_000;
const dayMinutes = 1_440;

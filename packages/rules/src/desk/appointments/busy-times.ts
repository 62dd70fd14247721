import { dayFromIso } from "../../calendar/civil-day.js";
import { endOf, type DayStretches } from "../../calendar/day-stretches.js";
import { millisFromInstant } from "../../calendar/zones.js";
import { mergeIntervals, type Interval } from "./intervals.js";
import type { Absence, Practitioner } from "./schedule.js";

/** When a practitioner cannot receive anybody: merged and in order, to be looked up. */
export interface BusyTimes {
  readonly booked: readonly Interval[];
  readonly absent: readonly Interval[];
}

export function busyTimesOf(practitioner: Practitioner, stretchesOf: DayStretches): BusyTimes {
  const booked = (practitioner.appointments ?? []).map(({ startsAt, durationMinutes }) => {
    const from = millisFromInstant(startsAt) ?? 0;
    return { from, to: from + durationMinutes * 60_000 };
  });
  const absent = (practitioner.absences ?? []).map((absence) => absenceInterval(absence, stretchesOf));
  return { booked: mergeIntervals(booked), absent: mergeIntervals(absent) };
}

/** The time of an absence: a day counts from its first moment, or to its last. */
export function absenceInterval({ from, to }: Absence, stretchesOf: DayStretches): Interval {
  return { from: momentOf(from, stretchesOf, startOfDay), to: momentOf(to, stretchesOf, endOfDay) };
}

function momentOf(text: string, stretchesOf: DayStretches, inDay: typeof startOfDay): number {
  const day = dayFromIso(text);
  return day === undefined ? (millisFromInstant(text) ?? 0) : inDay(day, stretchesOf);
}

function startOfDay(day: number, stretchesOf: DayStretches): number {
  return stretchesOf(day)[0]?.startsAt ?? startOfDay(day + 1, stretchesOf);
}

function endOfDay(day: number, stretchesOf: DayStretches): number {
  const last = stretchesOf(day).at(-1);
  return last ? endOf(last) : endOfDay(day - 1, stretchesOf);
}

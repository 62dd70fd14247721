import { dayFromIso } from "../../calendar/civil-day.js";
import { endOf, stretchesOf } from "../../calendar/day-stretches.js";
import { millisFromInstant } from "../../calendar/zones.js";
import { mergeIntervals, type Interval } from "./intervals.js";
import type { Absence, Practitioner } from "./schedule.js";

/** When a practitioner cannot receive anybody: merged and in order, to be looked up. */
export interface BusyTimes {
  readonly booked: readonly Interval[];
  readonly absent: readonly Interval[];
}

export function busyTimesOf(practitioner: Practitioner, zone: string): BusyTimes {
  const booked = (practitioner.appointments ?? []).map(({ startsAt, durationMinutes }) => {
    const from = millisFromInstant(startsAt) ?? 0;
    return { from, to: from + durationMinutes * 60_000 };
  });
  const absent = (practitioner.absences ?? []).map((absence) => absenceInterval(absence, zone));
  return { booked: mergeIntervals(booked), absent: mergeIntervals(absent) };
}

/** The time of an absence: a day counts from its first moment, or to its last. */
export function absenceInterval({ from, to }: Absence, zone: string): Interval {
  return { from: momentOf(from, zone, startOfDay), to: momentOf(to, zone, endOfDay) };
}

function momentOf(text: string, zone: string, inDay: (day: number, zone: string) => number): number {
  const day = dayFromIso(text);
  return day === undefined ? (millisFromInstant(text) ?? 0) : inDay(day, zone);
}

function startOfDay(day: number, zone: string): number {
  return stretchesOf(day, zone)[0]?.startsAt ?? startOfDay(day + 1, zone);
}

function endOfDay(day: number, zone: string): number {
  const last = stretchesOf(day, zone).at(-1);
  return last ? endOf(last) : endOfDay(day - 1, zone);
}

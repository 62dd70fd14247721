import { isoFromDay, weekdayOfDay, type IsoDay } from "../../calendar/civil-day.js";
import type { Stretch } from "../../calendar/day-stretches.js";
import { timeFromMinutes, type IsoTime } from "../../calendar/time-of-day.js";
import { instantFromMillis, type IsoInstant } from "../../calendar/zones.js";
import type { HoursInNumbers } from "./hours-in-numbers.js";
import { meets } from "./intervals.js";
import { slotsOfPeriod, type PeriodSlot } from "./period-slots.js";
import { reasonWhere, type ReasonSet } from "./reason-set.js";
import type { Roster } from "./rosters.js";

/** A moment at which slots start, and who has one. */
export interface SlotStart {
  /** Days since 1970 of the day. */
  readonly day: number;
  readonly iso: IsoDay;
  readonly startsAt: IsoInstant;
  readonly time: IsoTime;
  /** In milliseconds since 1970; `to` is excluded. */
  readonly from: number;
  readonly to: number;
  /** In the order of the rosters. */
  readonly slots: LaidOutSlot[];
}

/** A slot of the schedule, taken or free. */
export interface LaidOutSlot {
  readonly practitioner: string;
  /** What the schedule says against it: it is taken, the practitioner is away, it gave way to a clock change. */
  readonly reasons: ReasonSet;
}

/** Every slot of one length on one day, taken or free, by moment. Hours that many have are laid out once. */
export function layOutSlots(
  day: number,
  stretches: readonly Stretch[],
  rosters: readonly Roster[],
  length: number,
): readonly SlotStart[] {
  const iso = isoFromDay(day);
  const starts = new Map<number, SlotStart>();
  const startAt = ({ startsAt: from, minute }: PeriodSlot): SlotStart => {
    let start = starts.get(from);
    if (!start) {
      const startsAt = instantFromMillis(from);
      const time = timeFromMinutes(minute);
      start = { day, iso, startsAt, time, from, to: from + length * 60_000, slots: [] };
      starts.set(from, start);
    }
    return start;
  };
  const placesOf = new Map<string, readonly Place[]>();
  for (const roster of rosters) {
    for (const hours of roster.hours) {
      if (!holdOn(hours, day)) continue;
      const key = `${hours.from} ${hours.to}`;
      let places = placesOf.get(key);
      if (!places) {
        places = slotsOfPeriod(stretches, hours, length).map((one) => ({ ...one, start: startAt(one) }));
        placesOf.set(key, places);
      }
      for (const { start, yields } of places) {
        const reasons = reasonsIn(roster, start) | reasonWhere(yields, "clock-change");
        start.slots.push({ practitioner: roster.practitioner, reasons });
      }
    }
  }
  return [...starts.values()].sort((left, right) => left.from - right.from);
}

interface Place extends PeriodSlot {
  readonly start: SlotStart;
}

function reasonsIn({ booked, absent }: Roster, { from, to }: SlotStart): ReasonSet {
  return (
    reasonWhere(meets(booked, from, to), "slot-not-free") |
    reasonWhere(meets(absent, from, to), "practitioner-absent")
  );
}

function holdOn(hours: HoursInNumbers, day: number): boolean {
  return hours.since <= day && day <= hours.until && hours.weekdays.has(weekdayOfDay(day));
}

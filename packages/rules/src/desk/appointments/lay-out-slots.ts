import { isoFromDay, weekdayOfDay } from "../../calendar/civil-day.js";
import { stretchesOf } from "../../calendar/day-stretches.js";
import { timeFromMinutes } from "../../calendar/time-of-day.js";
import { instantFromMillis } from "../../calendar/zones.js";
import { hoursInNumbers, type HoursInNumbers } from "./hours-in-numbers.js";
import { slotsOfPeriod } from "./period-slots.js";
import type { Schedule, Service } from "./schedule.js";
import type { Slot } from "./slot.js";

/** A slot of the schedule, taken or free. */
export interface LaidOutSlot {
  readonly slot: Slot;
  /** Days since 1970 of the slot's day. */
  readonly day: number;
  /** In milliseconds since 1970; `to` is excluded. */
  readonly from: number;
  readonly to: number;
  /** It gave way on the night of a clock change. */
  readonly yields: boolean;
}

/**
 * Every slot of a service on some days, taken or free: by day, then moment, then practitioner. One day is held at a
 * time, and the work grows with the number of slots.
 */
export function* layOutSlots(
  schedule: Schedule,
  service: Service,
  days: readonly number[],
): Generator<LaidOutSlot> {
  const { id: name, specialty, durationMinutes } = service;
  const rosters = schedule.practitioners
    .filter(({ specialties }) => specialties.includes(specialty))
    .map(({ id, workingHours }) => ({ id, hours: workingHours.map(hoursInNumbers) }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  for (const day of days) {
    const iso = isoFromDay(day);
    const stretches = stretchesOf(day, schedule.zone);
    const laidOut: LaidOutSlot[] = [];
    for (const { id: practitioner, hours } of rosters) {
      for (const period of hours.filter((one) => holdOn(one, day))) {
        for (const { startsAt: from, minute, yields } of slotsOfPeriod(stretches, period, durationMinutes)) {
          const startsAt = instantFromMillis(from);
          const id = `${practitioner}@${startsAt}`;
          const time = timeFromMinutes(minute);
          const slot = {
            id,
            practitioner,
            specialty,
            service: name,
            startsAt,
            day: iso,
            time,
            durationMinutes,
          };
          laidOut.push({ slot, day, from, to: from + durationMinutes * 60_000, yields });
        }
      }
    }
    // Sorting is stable: at one moment practitioners stay in the order of their ids.
    yield* laidOut.sort((left, right) => left.from - right.from);
  }
}

function holdOn(hours: HoursInNumbers, day: number): boolean {
  return hours.since <= day && day <= hours.until && hours.weekdays.has(weekdayOfDay(day));
}

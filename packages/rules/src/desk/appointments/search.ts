import { dayFromIso, type IsoDay } from "../../calendar/civil-day.js";
import { stretchesIn, type DayStretches } from "../../calendar/day-stretches.js";
import { clockAt, millisFromInstant, type ClockReading } from "../../calendar/zones.js";
import type { Schedule, Service } from "./schedule.js";
import type { Wish } from "./wish.js";

/** A wish that was checked, held against a schedule at a moment. */
export interface Search {
  readonly schedule: Schedule;
  readonly wish: Wish;
  readonly service: Service;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** What the clinic's clock then shows. */
  readonly now: ClockReading;
  /** The day from which the same and the next day are counted, in days since 1970. */
  readonly wishedOn: number;
  /** The stretches of a day at the clinic. */
  readonly stretchesOf: DayStretches;
}

interface SearchInput {
  readonly at: string;
  readonly schedule: Schedule;
  readonly wish: Wish;
}

/** A search that starts today, or one that goes on since the day of the wish. */
export function searchFor({ at, schedule, wish }: SearchInput, wishedOn?: IsoDay): Search {
  const service = schedule.services.find(({ id }) => id === wish.service);
  if (!service) throw new TypeError("unreachable: a wish is checked before it is looked for");
  const moment = millisFromInstant(at) ?? 0;
  const now = clockAt(moment, schedule.zone);
  return {
    schedule,
    wish,
    service,
    at: moment,
    now,
    wishedOn: dayFromIso(wishedOn ?? now.day) ?? 0,
    stretchesOf: stretchesIn(schedule.zone),
  };
}

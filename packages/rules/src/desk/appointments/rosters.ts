import { busyTimesOf, type BusyTimes } from "./busy-times.js";
import { hoursInNumbers, type HoursInNumbers } from "./hours-in-numbers.js";
import type { Search } from "./search.js";

/** Somebody who gives the service: when they work, and when they cannot receive anybody. */
export interface Roster extends BusyTimes {
  readonly practitioner: string;
  readonly hours: readonly HoursInNumbers[];
}

/** Everybody who gives the service, in the order of their ids. */
export function rostersOf({ schedule, service, stretchesOf }: Search): readonly Roster[] {
  return schedule.practitioners
    .filter(({ specialties }) => specialties.includes(service.specialty))
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map((one) => ({
      practitioner: one.id,
      hours: one.workingHours.map(hoursInNumbers),
      ...busyTimesOf(one, stretchesOf),
    }));
}

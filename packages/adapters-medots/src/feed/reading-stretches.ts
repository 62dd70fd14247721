import { dayFromIso, isoFromDay, type IsoDay } from "@guichet/rules/calendar";

/** Days of a full reading, both inclusive; without one of them, as far as there are any. */
export type Stretch = {
  readonly dateStart?: IsoDay;
  readonly dateEnd?: IsoDay;
};

/** So many days after an appointment it is done with, and changes seldom. */
const daysBack = 7;

/** All days in order: what is done with at once, then day by day what may still change, then all that is far off. */
export function readingStretches(
  today: number,
  daysAhead: number,
  followedFrom: IsoDay | undefined,
): readonly Stretch[] {
  const followed = dayFromIso(followedFrom ?? "") ?? -Infinity;
  const first = Math.max(today - daysBack, followed);
  const count = Math.max(1, today + daysAhead - first + 1);
  const days = Array.from({ length: count }, (_, index) => isoFromDay(first + index));
  return [
    ...(followed < first ? [{ dateEnd: isoFromDay(first - 1) }] : []),
    ...days.map((day) => ({ dateStart: day, dateEnd: day })),
    { dateStart: isoFromDay(first + count) },
  ];
}

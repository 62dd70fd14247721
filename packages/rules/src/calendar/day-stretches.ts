import { offsetAt } from "./zones.js";

/** A stretch of one day without a clock change: while it lasts, the clock and the time run alike. */
export interface Stretch {
  /** The moment it starts, in milliseconds since 1970. */
  readonly startsAt: number;
  /** What the clock shows when it starts, in minutes since midnight. */
  readonly from: number;
  /** What the clock would show when it ends, excluded: 1440 at midnight. */
  readonly to: number;
}

/**
 * The stretches of a day in a zone, as they follow each other: one as a rule, two when the clock is put forward
 * or back, none on a day that a zone left out. Where a clock time stands in no stretch it does not exist on that
 * day, where it stands in two it comes twice.
 */
export function stretchesOf(day: number, zone: string): readonly Stretch[] {
  const midnight = day * 1440;
  const stretches: Stretch[] = [];
  for (const { since, until, offset } of evenSpans(midnight - reach, midnight + 1440 + reach, zone)) {
    const from = Math.max(since + offset, midnight);
    const to = Math.min(until + offset, midnight + 1440);
    if (from < to) {
      stretches.push({ startsAt: (from - offset) * 60_000, from: from - midnight, to: to - midnight });
    }
  }
  return stretches;
}

/** The stretches of days in one zone, each day worked out once: asking a zone for its offset takes microseconds. */
export function stretchesIn(zone: string): DayStretches {
  const known = new Map<number, readonly Stretch[]>();
  return (day) => {
    let stretches = known.get(day);
    if (!stretches) known.set(day, (stretches = stretchesOf(day, zone)));
    return stretches;
  };
}

/** The stretches of a day. */
export type DayStretches = (day: number) => readonly Stretch[];

/** The moment at which a stretch ends, excluded. */
export function endOf({ startsAt, from, to }: Stretch): number {
  return startsAt + (to - from) * 60_000;
}

// All in minutes since 1970.
interface EvenSpan {
  readonly since: number;
  readonly until: number;
  /** Ahead of UTC. */
  readonly offset: number;
}

/** No clock was ever further from UTC. */
const reach = 16 * 60;

/** The stretches of real time with one offset. No zone has changed its clock twice within three days since 1970. */
function evenSpans(from: number, to: number, zone: string): readonly EvenSpan[] {
  const offsetOf = (minute: number): number => offsetAt(minute * 60_000, zone);
  const [before, after] = [offsetOf(from), offsetOf(to)];
  if (before === after) return [{ since: from, until: to, offset: before }];
  let [last, change] = [from, to];
  while (change - last > 1) {
    const middle = Math.floor((last + change) / 2);
    if (offsetOf(middle) === before) last = middle;
    else change = middle;
  }
  return [
    { since: from, until: change, offset: before },
    { since: change, until: to, offset: after },
  ];
}

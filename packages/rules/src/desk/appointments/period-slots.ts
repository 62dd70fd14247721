import { endOf, type Stretch } from "../../calendar/day-stretches.js";
import { covers, mergeIntervals } from "./intervals.js";

/** Where a slot falls in hours of one day. */
export interface PeriodSlot {
  /** In milliseconds since 1970. */
  readonly startsAt: number;
  /** What the clock shows then, in minutes since midnight. */
  readonly minute: number;
  /** The clock changes, and it runs into the next slot or past the end of the hours. */
  readonly yields: boolean;
}

/** Hours of one day in minutes since midnight, `to` excluded. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/**
 * The slots of one length in hours of one day, in the order of time.
 *
 * They start when the hours start and follow each other on the face of the clock, so that they start at the same
 * times on every day of the year. A time the clock leaves out has no slot, a time it shows twice has two. Where
 * a change of the clock makes two of them overlap, the earlier one yields; so does one that would end outside the
 * hours. No other choice keeps more slots.
 */
export function slotsOfPeriod(
  stretches: readonly Stretch[],
  { from, to }: Period,
  length: number,
): PeriodSlot[] {
  const starts = stretches.flatMap((stretch) => {
    const first = from + Math.max(0, Math.ceil((stretch.from - from) / length)) * length;
    const found = [];
    for (let minute = first; minute < stretch.to && minute + length <= to; minute += length) {
      found.push({ minute, startsAt: momentIn(stretch, minute) });
    }
    return found;
  });
  const hours = hoursIn(stretches, { from, to });
  const slots: PeriodSlot[] = [];
  let next = Infinity;
  for (const { minute, startsAt } of starts.reverse()) {
    const endsAt = startsAt + length * 60_000;
    const yields = endsAt > next || !covers(hours, startsAt, endsAt);
    if (!yields) next = startsAt;
    slots.push({ startsAt, minute, yields });
  }
  return slots.reverse();
}

/** The time in which the clock shows one of the hours. */
function hoursIn(stretches: readonly Stretch[], { from, to }: Period) {
  const shown = stretches.map((stretch) => ({
    from: momentIn(stretch, Math.max(stretch.from, from)),
    to: Math.min(endOf(stretch), momentIn(stretch, to)),
  }));
  return mergeIntervals(shown.filter((one) => one.from < one.to));
}

function momentIn(stretch: Stretch, minute: number): number {
  return stretch.startsAt + (minute - stretch.from) * 60_000;
}

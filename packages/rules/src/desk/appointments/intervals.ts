/** A stretch of real time in milliseconds since 1970; `to` is excluded. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The same time as intervals that neither overlap nor touch, in order. */
export function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...intervals].sort((left, right) => left.from - right.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) merged.push({ from, to });
  }
  return merged;
}

/** Whether any of the time from `from` to `to` lies in merged intervals. */
export function meets(merged: readonly Interval[], from: number, to: number): boolean {
  const next = merged[firstEndingAfter(merged, from)];
  return next !== undefined && next.from < to;
}

/** Whether all of the time from `from` to `to` lies in merged intervals. */
export function covers(merged: readonly Interval[], from: number, to: number): boolean {
  const next = merged[firstEndingAfter(merged, from)];
  return next !== undefined && next.from <= from && to <= next.to;
}

function firstEndingAfter(merged: readonly Interval[], moment: number): number {
  let [low, high] = [0, merged.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((merged[middle]?.to ?? 0) > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}

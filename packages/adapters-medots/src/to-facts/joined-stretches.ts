/** From a number to another one, which is excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The same stretches in order, those that meet as one. */
export function joinedStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((left, right) => left.from - right.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The same stretch in parts, cut at every multiple of `step`. */
export function cutAtEvery(step: number, { from, to }: Stretch): readonly Stretch[] {
  const first = Math.floor(from / step);
  return Array.from({ length: Math.ceil(to / step) - first }, (_, index) => ({
    from: Math.max(from, (first + index) * step),
    to: Math.min(to, (first + index + 1) * step),
  }));
}

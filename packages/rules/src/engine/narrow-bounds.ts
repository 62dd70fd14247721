import { bySlot, meetingFrom, raise, type Below, type Test } from "./bounds.js";
import { hasEndlessCycle } from "./endless-cycle.js";
import { applyOffset, largestWithin } from "./offset.js";

/** Narrows the intervals of all slots until nothing changes; false when one of them is empty. */
export function narrowBounds(
  low: number[],
  high: number[],
  belows: readonly Below[],
  tests: readonly Test[],
): boolean {
  const tested = bySlot(tests);
  for (let round = 0, changed = true; changed; round += 1) {
    // Without a cycle of comparisons everything has come to rest by then.
    if (round === belows.length + 2 && hasEndlessCycle(belows, tests)) return false;
    changed = raise(low, belows);
    for (const { left, right, gap } of belows) {
      const target = applyOffset(right.offset, high[right.slot] ?? 0) - gap;
      if (applyOffset(left.offset, high[left.slot] ?? 0) <= target) continue;
      const within = largestWithin(left.offset, target);
      if (within < (high[left.slot] ?? 0)) [high[left.slot], changed] = [within, true];
    }
    for (const together of tested) {
      const slot = together[0]?.slot ?? 0;
      const first = meetingFrom(together, low[slot] ?? 0, 1, high[slot] ?? 0);
      const last = meetingFrom(together, high[slot] ?? 0, -1, low[slot] ?? 0);
      if (first === undefined || last === undefined) return false;
      if (first !== low[slot] || last !== high[slot]) [low[slot], high[slot], changed] = [first, last, true];
    }
    if (low.some((at, slot) => at > (high[slot] ?? 0))) return false;
  }
  return true;
}

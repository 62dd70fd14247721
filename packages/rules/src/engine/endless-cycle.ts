import { firstDay, lastDay } from "../calendar/civil-day.js";
import { calendarPeriod } from "../calendar/term.js";
import { bySlot, meetingFrom, raise, type Below, type SlotTerm, type Test } from "./bounds.js";
import { lengthOf, offsetKey } from "./offset.js";

const answers = new Map<string, boolean>();

/**
 * Whether comparisons that lead back to where they began can never be met, wherever they start: then bounds would
 * creep through the whole calendar. Only such comparisons can creep, so each knot of cycles is looked at by itself,
 * those without months first, because they are quick.
 *
 * The last years of the calendar, in which terms end with it, are left out: that `x + 1 day` is at most `x` on
 * 9999-12-31 is no reason to leave a decision open.
 */
export function hasEndlessCycle(belows: readonly Below[], tests: readonly Test[]): boolean {
  const inDays = belows.filter((below) => !hasMonths(below));
  const weekly = tests.filter((test) => test.repeats < calendarPeriod);
  return (
    knotsOf(inDays).some((knot) => isEndless(knot, weekly)) ||
    knotsOf(belows).some((knot) => isEndless(knot, tests))
  );
}

/** The comparisons that lie on cycles, those together whose cycles meet. */
function knotsOf(belows: readonly Below[]): readonly (readonly Below[])[] {
  const reached = new Map<number, ReadonlySet<number>>();
  const reachedFrom = (slot: number): ReadonlySet<number> => {
    let found = reached.get(slot);
    if (!found) {
      const seen = new Set([slot]);
      for (const at of seen) for (const { left, right } of belows) if (left.slot === at) seen.add(right.slot);
      reached.set(slot, (found = seen));
    }
    return found;
  };
  const knots = new Map<number, Below[]>();
  for (const below of belows) {
    const reachable = [...reachedFrom(below.right.slot)];
    const together = reachable.filter((slot) => reachedFrom(slot).has(below.right.slot));
    if (!together.includes(below.left.slot)) continue;
    const name = Math.min(...together);
    knots.set(name, [...(knots.get(name) ?? []), below]);
  }
  return [...knots.values()];
}

function isEndless(knot: readonly Below[], allTests: readonly Test[]): boolean {
  const slots = new Set(knot.map((below) => below.left.slot));
  const tests = allTests.filter((test) => slots.has(test.slot));
  const key = [...new Set([...knot, ...tests].map((one) => one.key))].sort().join("&");
  let endless = answers.get(key);
  if (endless === undefined) {
    endless = alwaysRises(knot) || neverRests(knot, tests, [...slots]);
    // As in `meetingFrom`: what one policy asks is far less.
    if (answers.size >= 10_000) answers.clear();
    answers.set(key, endless);
  }
  return endless;
}

/**
 * Whether a cycle rises by its lengths in days alone, however short its months are. Quick, and enough for nearly
 * everything that is asked, as `x + P1M < y` with `y < x + P1M`.
 */
function alwaysRises(knot: readonly Below[]): boolean {
  const terms = [
    ...new Map(knot.flatMap(({ left, right }) => [left, right]).map((term) => [nameOf(term), term])).values(),
  ];
  const edges: { readonly from: string; readonly to: string; readonly rise: number }[] = knot.map(
    ({ left, right, gap }) => ({ from: nameOf(left), to: nameOf(right), rise: gap }),
  );
  for (const from of terms) {
    for (const to of terms) {
      if (from.slot !== to.slot || from === to) continue;
      const rise = lengthOf(to.offset).least - lengthOf(from.offset).most;
      edges.push({ from: nameOf(from), to: nameOf(to), rise });
    }
  }
  const heights = new Map(terms.map((term) => [nameOf(term), 0]));
  let risen = true;
  for (let round = 0; round <= terms.length && risen; round += 1) {
    risen = false;
    for (const { from, to, rise } of edges) {
      const height = (heights.get(from) ?? 0) + rise;
      if (height <= (heights.get(to) ?? 0)) continue;
      heights.set(to, height);
      risen = true;
    }
  }
  return risen;
}

function nameOf({ slot, offset }: SlotTerm): string {
  return `${slot}+${offsetKey(offset)}`;
}

/**
 * Shifted by a period the comparisons and tests are the same. So the least values that meet them, from some day
 * on, do not all lie a period after that day: shifted back they would be less. Bounds that all do never rest.
 */
function neverRests(knot: readonly Below[], tests: readonly Test[], slots: readonly number[]): boolean {
  const period = Math.max(knot.some(hasMonths) ? calendarPeriod : 1, ...tests.map((test) => test.repeats));
  const longest = Math.max(
    ...knot.flatMap(({ left, right }) => [lengthOf(left.offset).most, lengthOf(right.offset).most]),
  );
  const leader = leadersOf(knot);
  const lead = <Placed extends { readonly slot: number }>(placed: Placed): Placed => ({
    ...placed,
    slot: leader.get(placed.slot) ?? placed.slot,
  });
  const belows = knot.map((below) => ({ ...below, left: lead(below.left), right: lead(below.right) }));
  const tested = bySlot(tests.map(lead));
  const leaders = slots.filter((slot) => !leader.has(slot));
  const low: number[] = [];
  for (const slot of leaders) low[slot] = firstDay;
  for (;;) {
    let moved = raise(low, belows);
    for (const together of tested) {
      const slot = together[0]?.slot ?? 0;
      const at = meetingFrom(together, low[slot] ?? 0, 1, Infinity);
      if (at === undefined) return true;
      if (at !== low[slot]) [low[slot], moved] = [at, true];
    }
    if (!moved) return false;
    if (leaders.every((slot) => (low[slot] ?? 0) >= firstDay + period)) return true;
    // Offsets of thousands of years reach the end of the calendar, where nothing repeats: not known here.
    if (leaders.some((slot) => (low[slot] ?? 0) > lastDay - longest)) return false;
  }
}

/** Slots that must be equal follow one of them, so that their tests are looked at together and not by creeping. */
function leadersOf(knot: readonly Below[]): ReadonlyMap<number, number> {
  const bare = knot.filter(({ left, right, gap }) => left.offset.length + right.offset.length + gap === 0);
  const leader = new Map<number, number>();
  const leaderOf = (slot: number): number => {
    const next = leader.get(slot);
    return next === undefined ? slot : leaderOf(next);
  };
  for (const one of bare) {
    if (!bare.some(({ left, right }) => left.slot === one.right.slot && right.slot === one.left.slot))
      continue;
    const [left, right] = [leaderOf(one.left.slot), leaderOf(one.right.slot)];
    if (left !== right) leader.set(left, right);
  }
  return new Map([...leader.keys()].map((slot) => [slot, leaderOf(slot)]));
}

function hasMonths({ left, right }: Below): boolean {
  return [...left.offset, ...right.offset].some((term) => term.months !== 0);
}

import { firstDay } from "../calendar/civil-day.js";
import { applyOffset, smallestReaching, type Offset } from "./offset.js";

/** An ordered fact, by its number, and what is added to it. */
export interface SlotTerm {
  readonly slot: number;
  readonly offset: Offset;
}

/** `left` plus its offset plus `gap` is at most `right` plus its offset. */
export interface Below {
  readonly key: string;
  readonly left: SlotTerm;
  readonly right: SlotTerm;
  readonly gap: 0 | 1;
}

/** Something only some values of one slot meet: those that look like one of `first` to `last`. */
export interface Test {
  readonly key: string;
  readonly slot: number;
  /** What is looked at, whatever the slot and the outcome. */
  readonly about: string;
  /** Less than 8. */
  readonly look: (at: number) => number;
  readonly first: number;
  readonly last: number;
  /** After how many days it looks the same again. */
  readonly repeats: number;
  /** If any value meets it, one of so many neighbours does: at the end of the calendar it does not repeat. */
  readonly within: number;
}

/** Raises the lower bounds once to what each comparison asks; true when one has moved. */
export function raise(low: number[], belows: readonly Below[]): boolean {
  let moved = false;
  for (const { left, right, gap } of belows) {
    const target = applyOffset(left.offset, low[left.slot] ?? 0) + gap;
    // Adding a term is quick, finding where it leads from is not.
    if (applyOffset(right.offset, low[right.slot] ?? 0) >= target) continue;
    const reach = smallestReaching(right.offset, target);
    if (reach > (low[right.slot] ?? 0)) [low[right.slot], moved] = [reach, true];
  }
  return moved;
}

export function bySlot(tests: readonly Test[]): readonly (readonly Test[])[] {
  return [...new Set(tests.map((test) => test.slot))].map((slot) =>
    tests.filter((test) => test.slot === slot),
  );
}

/** The first value from `start` on, up or down, that meets all tests of one slot; `undefined` past `end`. */
export function meetingFrom(
  tests: readonly Test[],
  start: number,
  step: 1 | -1,
  end: number,
): number | undefined {
  const isPast = (at: number): boolean => (step === 1 ? at > end : at < end);
  if (isPast(start)) return undefined;
  if (tests.every((test) => meets(test, test.look(start)))) return start;
  // Weekdays first: they are quick, and leave a seventh to the tests that add months.
  const ordered = tests.toSorted((left, right) => left.repeats - right.repeats);
  const about = ordered.map((test) => test.about).join("&");
  if (
    seenTogether
      .get(about)
      ?.some((looks) => ordered.every((test, index) => meets(test, looks[index] ?? 0))) === false
  ) {
    return undefined;
  }
  const within = Math.max(...tests.map((test) => test.within));
  for (let steps = 1, at = start + step; steps <= within; steps += 1, at += step) {
    if (isPast(at)) return undefined;
    if (ordered.every((test) => meets(test, test.look(at)))) return at;
  }
  // What is looked at in a policy is little; the limit keeps a long-lived server from collecting that of many.
  if (seenTogether.size >= 1000) seenTogether.clear();
  seenTogether.set(about, everythingSeen(ordered));
  return undefined;
}

function meets(test: Test, look: number): boolean {
  return test.first <= look && look <= test.last;
}

/** By what some tests look at, everything they can see at once: found when a search through all days has failed. */
const seenTogether = new Map<string, readonly (readonly number[])[]>();

function everythingSeen(tests: readonly Test[]): readonly (readonly number[])[] {
  const repeats = Math.max(...tests.map((test) => test.repeats));
  const seen = new Map<string | number, readonly number[]>();
  for (let at = firstDay; at < firstDay + repeats; at += 1) {
    const looks = tests.map((test) => test.look(at));
    // A number is quicker than a text, and exact for so many.
    const key = looks.length > 16 ? looks.join() : looks.reduce((code, look) => code * 8 + look, 0);
    if (!seen.has(key)) seen.set(key, looks);
  }
  return [...seen.values()];
}

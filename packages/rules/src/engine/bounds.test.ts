import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay, weekdayOfDay } from "../calendar/civil-day.js";
import { bySlot, meetingFrom, raise, type Below, type Test } from "./bounds.js";
import { narrowBounds } from "./narrow-bounds.js";
import { noOffset, type Offset } from "./offset.js";

const aMonth: Offset = [{ months: 1, days: 0 }];
const [monday, tuesday] = [0, 1];

describe("a lower bound", () => {
  it("rises to what a comparison asks of it, once, and tells whether it moved", () => {
    const low = [5, 3];
    expect(raise(low, [below(0, 1, 0)])).toBe(true);
    expect(low).toEqual([5, 5]);
    expect(raise(low, [below(0, 1, 0)])).toBe(false);
    expect(raise(low, [below(0, 1, 1)])).toBe(true);
    expect(low).toEqual([5, 6]);
    expect(raise(low, [below(1, 0, 0), below(0, 1, 1)])).toBe(true);
    expect(low).toEqual([6, 7]);
  });

  it("rises to the first day from which what is added reaches so far", () => {
    const low = [dayOf("2024-03-30"), dayOf("2024-01-01")];
    expect(raise(low, [below(0, 1, 0, noOffset, aMonth)])).toBe(true);
    expect(low.map(isoFromDay)).toEqual(["2024-03-30", "2024-03-01"]);
    expect(raise(low, [below(0, 1, 1, noOffset, aMonth)])).toBe(false);
    const from = [dayOf("2024-01-31"), dayOf("2024-01-01")];
    expect(raise(from, [below(0, 1, 1, aMonth)])).toBe(true);
    expect(from.map(isoFromDay)).toEqual(["2024-01-31", "2024-03-01"]);
  });
});

describe("the first day that meets all tests of a fact", () => {
  // 5 January 2026 is a monday.
  const start = dayOf("2026-01-05");
  const on = (weekday: number, about = "weekday") => fallsOn(0, weekday, about);

  it("is where the search begins, or the nearest in its direction", () => {
    expect(meetingFrom([on(monday)], start, 1, start)).toBe(start);
    expect(meetingFrom([on(monday)], start, -1, start)).toBe(start);
    expect(meetingFrom([on(tuesday)], start, 1, Infinity)).toBe(start + 1);
    expect(meetingFrom([on(tuesday)], start, -1, -Infinity)).toBe(start - 6);
  });

  it("lies no farther than the end, which may be the day", () => {
    expect(meetingFrom([on(tuesday)], start, 1, start + 1)).toBe(start + 1);
    expect(meetingFrom([on(tuesday)], start, 1, start)).toBeUndefined();
    expect(meetingFrom([on(tuesday)], start, -1, start - 6)).toBe(start - 6);
    expect(meetingFrom([on(tuesday)], start, -1, start - 5)).toBeUndefined();
    expect(meetingFrom([on(monday)], start, 1, start - 1)).toBeUndefined();
    expect(meetingFrom([on(monday)], start, -1, start + 1)).toBeUndefined();
  });

  it("is none where the tests never hold together, and is looked for where others of the same do", () => {
    const both = (one: number, other: number) =>
      meetingFrom([on(one, "this weekday"), on(other, "that weekday")], start, 1, Infinity);
    for (let again = 0; again < 2; again += 1) {
      expect(both(monday, tuesday)).toBeUndefined();
      expect(both(tuesday, tuesday)).toBe(start + 1);
      expect(both(6, 6)).toBe(start + 6);
    }
  });

  it("is found for more tests than a number can tell apart", () => {
    const seven: Test = { ...on(7, "seven"), look: () => 7 };
    const many = (weekday: number) => [...new Array<Test>(17).fill(seven), on(weekday, "last")];
    expect(meetingFrom(many(7), start, 1, Infinity)).toBeUndefined();
    for (let weekday = 0; weekday < 7; weekday += 1) {
      expect(meetingFrom(many(weekday), start, 1, Infinity)).toBe(start + weekday);
    }
  });

  it("is forgotten to be none when a thousand others were", () => {
    let looks = 0;
    const look = (): number => {
      looks += 1;
      return 0;
    };
    const search = (about: string): number => {
      looks = 0;
      expect(meetingFrom([{ ...on(1, about), look, within: 3 }], start, 1, Infinity)).toBeUndefined();
      return looks;
    };
    const [whole, kept] = [search("first"), search("first")];
    expect([whole > 3, kept]).toEqual([true, 1]);
    for (let other = 0; other < 900; other += 1) search(`other ${other}`);
    expect(search("first")).toBe(kept);
    for (let other = 900; other < 1100; other += 1) search(`other ${other}`);
    expect(search("first")).toBe(whole);
    expect(search("first")).toBe(kept);
  });

  it("is looked for through all that repeats, and no farther", () => {
    const once = (within: number): Test => ({
      ...on(1, "one day"),
      look: (at) => (at === start + 9 ? 1 : 0),
      within,
    });
    expect(meetingFrom([once(9)], start, 1, Infinity)).toBe(start + 9);
    expect(meetingFrom([once(8), once(9)], start, 1, Infinity)).toBe(start + 9);
    expect(meetingFrom([once(8)], start, 1, Infinity)).toBeUndefined();
  });

  it("is not looked for twice where everything was seen: that takes a search through all days", () => {
    let looks = 0;
    const counted = (weekday: number, about: string): Test => ({
      ...on(weekday, about),
      look(at) {
        looks += 1;
        return weekdayOfDay(at);
      },
    });
    const search = (one: number, other: number): number => {
      looks = 0;
      expect(meetingFrom([counted(one, "one"), counted(other, "other")], start, 1, Infinity)).toBeUndefined();
      return looks;
    };
    expect(search(tuesday, 2)).toBeGreaterThan(7);
    expect(search(tuesday, 2)).toBeLessThanOrEqual(2);
    expect(search(3, 4)).toBeLessThanOrEqual(2);
    // Other looks are others, though their names amount to the same.
    const next: Test = { ...on(3, "eother"), look: (at) => weekdayOfDay(at + 1) };
    expect(meetingFrom([on(2, "on"), next], start, 1, Infinity)).toBe(start + 2);
  });

  it("is looked for with what repeats soonest first: it spares the others most of the days", () => {
    let looks = 0;
    const seldom: Test = {
      ...on(1, "seldom"),
      look(at) {
        looks += 1;
        return at === start + 71 ? 1 : 0;
      },
      repeats: 1000,
      within: 1000,
    };
    for (const tests of [
      [seldom, on(tuesday)],
      [on(tuesday), seldom],
    ]) {
      looks = 0;
      expect(meetingFrom(tests, start, 1, Infinity)).toBe(start + 71);
      expect(looks).toBeLessThanOrEqual(12);
    }
  });

  it("is looked for among the tests of its own fact", () => {
    const tests = [fallsOn(2, monday), fallsOn(0, monday), fallsOn(2, tuesday)];
    expect(bySlot(tests)).toEqual([[tests[0], tests[2]], [tests[1]]]);
    expect(bySlot([])).toEqual([]);
  });
});

describe("the bounds of several facts", () => {
  const start = dayOf("2026-01-05");

  it("are narrowed until both ends of each can occur", () => {
    expect(narrowed([0, 0, 0], [9, 9, 9], [below(0, 1, 1), below(1, 2, 1)])).toEqual([
      [0, 1, 2],
      [7, 8, 9],
    ]);
    expect(narrowed([4, 0], [9, 6], [below(0, 1, 0)])).toEqual([
      [4, 4],
      [6, 6],
    ]);
  });

  it("hold one value, or none, where the comparisons leave no more", () => {
    expect(narrowed([3, 0], [9, 4], [below(0, 1, 1)])).toEqual([
      [3, 4],
      [3, 4],
    ]);
    expect(narrowed([4, 0], [9, 4], [below(0, 1, 1)])).toBeUndefined();
    expect(narrowed([5], [4], [])).toBeUndefined();
  });

  it("begin and end on days that meet the tests", () => {
    const ends = (from: number, to: number) => narrowed([from], [to], [], [fallsOn(0, tuesday)]);
    expect(ends(start, start + 14)).toEqual([[start + 1], [start + 8]]);
    expect(ends(start + 1, start + 1)).toEqual([[start + 1], [start + 1]]);
    expect(ends(start + 2, start + 7)).toBeUndefined();
  });

  it("pass what a test leaves of one fact on to another, and back", () => {
    const tests = [fallsOn(0, tuesday), fallsOn(1, monday)];
    expect(narrowed([start, start], [start + 20, start + 20], [below(0, 1, 0)], tests)).toEqual([
      [start + 1, start + 7],
      [start + 8, start + 14],
    ]);
  });

  it("stay on the right side of what is added to a fact", () => {
    const ends = narrowed(
      [dayOf("2024-01-01"), dayOf("2024-01-01")],
      [dayOf("2024-12-31"), dayOf("2024-03-01")],
      [below(0, 1, 0, aMonth)],
    );
    expect(ends?.map((days) => days.map(isoFromDay))).toEqual([
      ["2024-01-01", "2024-02-01"],
      ["2024-02-01", "2024-03-01"],
    ]);
  });
});

function below(
  left: number,
  right: number,
  gap: 0 | 1,
  leftOffset = noOffset,
  rightOffset = noOffset,
): Below {
  const key = JSON.stringify([left, right, gap, leftOffset, rightOffset]);
  return { key, left: { slot: left, offset: leftOffset }, right: { slot: right, offset: rightOffset }, gap };
}

function fallsOn(slot: number, weekday: number, about = "weekday"): Test {
  const key = `${about} ${slot} ${weekday}`;
  return { key, slot, about, look: weekdayOfDay, first: weekday, last: weekday, repeats: 7, within: 7 };
}

function narrowed(
  low: readonly number[],
  high: readonly number[],
  belows: readonly Below[],
  tests: readonly Test[] = [],
): readonly (readonly number[])[] | undefined {
  const [lower, upper] = [[...low], [...high]];
  return narrowBounds(lower, upper, belows, tests) ? [lower, upper] : undefined;
}

function dayOf(iso: string): number {
  return dayFromIso(iso) ?? expect.fail(`${iso} is no day`);
}

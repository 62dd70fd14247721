import { describe, expect, it } from "vitest";
import { weekdayOfDay } from "../calendar/civil-day.js";
import { calendarPeriod, termFromDuration } from "../calendar/term.js";
import type { Below, Test } from "./bounds.js";
import { hasEndlessCycle } from "./endless-cycle.js";
import { applyOffset, extendOffset, lengthOf, noOffset, offsetKey, type Offset } from "./offset.js";

const [x, y, z, w] = [0, 1, 2, 3];
const [monday, tuesday] = [0, 1];

describe("comparisons that lead back to where they began", () => {
  it("are endless where they rise on their way, by whole days", () => {
    expect(hasEndlessCycle([less(x, y), less(y, x)], [])).toBe(true);
    expect(hasEndlessCycle([less(x, y), atMost(y, x)], [])).toBe(true);
    expect(hasEndlessCycle([less(x, y), less(y, z), atMost(z, x)], [])).toBe(true);
    expect(hasEndlessCycle([atMost(x, y, "P3D"), atMost(y, x, "", "P2D")], [])).toBe(true);
  });

  it("come to rest where they do not rise", () => {
    expect(hasEndlessCycle([], [])).toBe(false);
    expect(hasEndlessCycle([less(x, y), less(y, z)], [])).toBe(false);
    expect(hasEndlessCycle([atMost(x, y), atMost(y, x)], [])).toBe(false);
    expect(hasEndlessCycle([atMost(x, y), atMost(y, z), atMost(z, x)], [])).toBe(false);
    expect(hasEndlessCycle([atMost(x, y, "P2D"), atMost(y, x, "", "P2D")], [])).toBe(false);
    expect(hasEndlessCycle([atMost(x, y, "P2D"), atMost(y, x, "", "P3D")], [])).toBe(false);
  });

  it("are looked at by themselves: others make them neither endless nor come to rest", () => {
    const endless = [less(x, y), less(y, x)];
    const restful = [atMost(z, w), atMost(w, z)];
    expect(hasEndlessCycle([...restful, ...endless], [])).toBe(true);
    expect(hasEndlessCycle([...endless, ...restful], [])).toBe(true);
    expect(hasEndlessCycle([...restful, less(y, z), less(x, y)], [])).toBe(false);
    expect(hasEndlessCycle([...endless, less(y, z), less(z, w)], [])).toBe(true);
    expect(hasEndlessCycle([atMost(x, y), atMost(y, x), atMost(y, z), atMost(z, y)], [])).toBe(false);
    expect(hasEndlessCycle([atMost(x, y), atMost(y, x), atMost(y, z), less(z, y)], [])).toBe(true);
  });

  it("are endless where a month is too long for the days that are left", () => {
    expect(hasEndlessCycle([less(x, y, "P1M"), less(y, x, "", "P1M")], [])).toBe(true);
    expect(hasEndlessCycle([less(x, y, "P1M"), atMost(y, x, "", "P28D")], [])).toBe(true);
    expect(hasEndlessCycle([atMost(x, y, "P1M"), atMost(y, x, "", "P27D")], [])).toBe(true);
    expect(hasEndlessCycle([atMost(x, y, "P1M"), atMost(y, x, "", "P28D")], [])).toBe(false);
    expect(hasEndlessCycle([atMost(x, y, "P1Y"), atMost(y, x, "", "P364D")], [])).toBe(true);
    expect(hasEndlessCycle([atMost(x, y, "P1Y"), atMost(y, x, "", "P365D")], [])).toBe(false);
  });

  it("are endless where the weekdays never fit", () => {
    const equal = [atMost(x, y), atMost(y, x)];
    expect(hasEndlessCycle(equal, [fallsOn(x, monday), fallsOn(y, tuesday)])).toBe(true);
    expect(hasEndlessCycle(equal, [fallsOn(x, monday), fallsOn(y, monday)])).toBe(false);
    expect(hasEndlessCycle(equal, [fallsOn(x, monday), fallsOn(z, tuesday)])).toBe(false);
    expect(hasEndlessCycle(equal, [fallsOn(x, monday), fallsOn(x, tuesday)])).toBe(true);
    const around = [atMost(x, y), atMost(y, z), atMost(z, x)];
    expect(hasEndlessCycle(around, [fallsOn(x, monday), fallsOn(z, tuesday)])).toBe(true);
    expect(hasEndlessCycle(around, [fallsOn(x, tuesday), fallsOn(z, tuesday)])).toBe(false);
    const aDayLater = [atMost(x, y, "P1D"), atMost(y, x, "", "P1D")];
    expect(hasEndlessCycle(aDayLater, [fallsOn(x, monday), fallsOn(y, tuesday)])).toBe(false);
    expect(hasEndlessCycle(aDayLater, [fallsOn(x, monday), fallsOn(y, monday)])).toBe(true);
  });

  it("are endless where a month never leads to the weekday", () => {
    const equal = [atMost(x, y), atMost(y, x)];
    // From a monday a month leads to a thursday at most.
    expect(hasEndlessCycle(equal, [fallsOn(x, monday), fallsOn(y, 4, "P1M")])).toBe(true);
    expect(hasEndlessCycle(equal, [fallsOn(x, monday), fallsOn(y, 3, "P1M")])).toBe(false);
  });

  it("have one answer, asked again", () => {
    for (let again = 0; again < 2; again += 1) {
      expect(hasEndlessCycle([less(x, y), less(y, x)], [])).toBe(true);
      expect(hasEndlessCycle([atMost(x, y), atMost(y, x)], [])).toBe(false);
    }
  });
});

function less(left: number, right: number, leftTerm = "", rightTerm = ""): Below {
  return below(left, right, 1, leftTerm, rightTerm);
}

function atMost(left: number, right: number, leftTerm = "", rightTerm = ""): Below {
  return below(left, right, 0, leftTerm, rightTerm);
}

function below(left: number, right: number, gap: 0 | 1, leftTerm: string, rightTerm: string): Below {
  const [one, other] = [offsetOf(leftTerm), offsetOf(rightTerm)];
  const key = `${left}+${offsetKey(one)} ${gap} ${right}+${offsetKey(other)}`;
  return { key, left: { slot: left, offset: one }, right: { slot: right, offset: other }, gap };
}

function fallsOn(slot: number, weekday: number, term = ""): Test {
  const offset = offsetOf(term);
  const about = `weekday ${offsetKey(offset)}`;
  const repeats = term === "" ? 7 : calendarPeriod;
  return {
    ...{ key: `${about} ${slot} ${weekday}`, slot, about, first: weekday, last: weekday, repeats },
    look: (at) => weekdayOfDay(applyOffset(offset, at)),
    within: repeats + lengthOf(offset).most,
  };
}

function offsetOf(duration: string): Offset {
  const term = termFromDuration(duration);
  return term ? extendOffset(noOffset, term) : noOffset;
}

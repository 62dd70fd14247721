import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso, firstDay, lastDay, weekdayOfDay } from "../calendar/civil-day.js";
import { termFromDuration } from "../calendar/term.js";
import { Feasibility, type Interval } from "./feasibility.js";
import type { FactTerm } from "./leaf.js";
import { applyOffset, extendOffset, noOffset } from "./offset.js";
import type { Variable } from "./variables.js";

/** A variable, and the value it is assumed to have. */
interface Assumed {
  readonly variable: Variable;
  readonly value: number;
}

/** How often constraints are drawn. */
const runs = Number(process.env["GUICHET_FEASIBILITY_RUNS"] ?? 500);
const facts = ["x", "y", "z"];
const itself = (fact: string): string => fact;
const weekday = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const term = fc
  .record({
    fact: fc.constantFrom(...facts),
    durations: fc.constantFrom<readonly string[]>([], [], ["P1M"], ["P30D"], ["P1M", "P1M"], ["P8D"]),
  })
  .map(({ fact, durations }) => termOf(fact, ...durations));

const assumed: fc.Arbitrary<Assumed> = fc.oneof(
  fc
    .record({ left: term, right: term, value: fc.integer({ min: 0, max: 1 }) })
    .map(({ left, right, value }) => before(left, right, value)),
  fc.record({ on: term, value: fc.integer({ min: 0, max: 6 }) }).map(({ on, value }) => fallsOn(on, value)),
);

describe("texts beside ordered facts", () => {
  it("are known from the start, and clash with another word", () => {
    const known = Feasibility.from(new Map(), new Map([["unit", "a"]]));
    const variable: Variable = { kind: "word", fact: "unit", words: ["a", "b"], size: 3 };
    expect(known.assume(variable, 0, 0, itself)).toBeDefined();
    expect(known.assume(variable, 1, 1, itself)).toBeUndefined();
    expect(known.assume(variable, 2, 2, itself)).toBeUndefined();
  });
});

describe("texts that are unknown", () => {
  const nothing = Feasibility.from(new Map(), new Map());
  const word = (fact: string): Variable => ({ kind: "word", fact, words: ["a", "b"], size: 3 });
  const same = (left: string, right: string): Variable => ({ kind: "same", left, right, size: 2 });
  const is = (variable: Variable, value: number): Assumed => ({ variable, value });
  const after = (...all: readonly Assumed[]) => assumeAll(new Map(), all);

  it("are one word or another, or none of them", () => {
    const [unit, team] = [word("unit"), word("team")];
    expect(after(is(unit, 0), is(unit, 0))).toBeDefined();
    expect(after(is(unit, 0), is(unit, 1))).toBeUndefined();
    expect(after(is(unit, 1), is(unit, 2))).toBeUndefined();
    expect(after(is(unit, 2), is(unit, 0))).toBeUndefined();
    expect(after(is(unit, 2), is(unit, 2))).toBeDefined();
    expect(after(is(unit, 0), is(team, 1))).toBeDefined();
    expect(nothing.assume(unit, 0, 2, itself)).toBe(nothing);
  });

  it("are the same as another, or not", () => {
    const [unit, team, alike] = [word("unit"), word("team"), same("unit", "team")];
    expect(after(is(alike, 1), is(unit, 0), is(team, 1))).toBeUndefined();
    expect(after(is(alike, 1), is(unit, 0), is(team, 0))).toBeDefined();
    expect(after(is(alike, 0), is(unit, 0), is(team, 0))).toBeUndefined();
    expect(after(is(alike, 0), is(unit, 0), is(team, 1))).toBeDefined();
    expect(after(is(alike, 1), is(alike, 0))).toBeUndefined();
    expect(nothing.assume(alike, 0, 1, itself)).toBe(nothing);
    const other = nothing.assume(alike, 0, 0, (fact) => `${fact} of another`);
    expect(other?.assume(alike, 1, 1, itself)).toBeDefined();
  });

  it("are told apart by what is assumed of them, in whatever order", () => {
    const key = (...all: readonly Assumed[]): string => after(...all)?.key ?? "none";
    const [one, two] = [is(word("unit"), 2), is(same("unit", "team"), 0)];
    expect(key(one, two)).toBe(key(two, one));
    expect(key(one, one)).toBe(key(one));
    const others = [is(word("unit"), 0), is(word("unit"), 1), is(word("team"), 2)];
    const more = [is(same("unit", "team"), 1), is(same("unit", "room"), 0)];
    const keys = [key(), key(one), key(two), ...[...others, ...more].map((assumed) => key(assumed))];
    expect(new Set(keys).size).toBe(8);
  });

  it("leave a choice as it is", () => {
    expect(nothing.assume({ kind: "choice", fact: "side", size: 2 }, 0, 0, itself)).toBe(nothing);
  });
});

describe("an ordered fact that lies in a stretch", () => {
  const stretches: Variable = { kind: "cut", fact: "x", starts: [0, 9], size: 3 };

  it("begins where the stretch does, and ends the day before the next", () => {
    const days = Feasibility.from(anyDay, new Map());
    const first = days.assume(stretches, 0, 0, itself);
    const last = days.assume(stretches, 1, 2, itself);
    expect(new Set([days.key, first?.key, last?.key]).size).toBe(3);
    expect(first?.interval("x")).toEqual({ low: firstDay, high: -1 });
    expect(days.assume(stretches, 1, 1, itself)?.interval("x")).toEqual({ low: 0, high: 8 });
    expect(last?.interval("x")).toEqual({ low: 0, high: lastDay });
    expect(first?.assume(stretches, 1, 2, itself)).toBeUndefined();
    expect(() => days.interval("other")).toThrow(new RangeError("there is no ordered fact other"));
  });
});

describe("whether values exist that meet what is assumed of ordered facts", () => {
  it(
    "is what trying all values of a window says, and so are the ends of each interval",
    { timeout: 300_000 },
    () => {
      const start = dayOf("2024-01-28");
      const length = fc.constantFrom(4, 8, 40);
      fc.assert(
        fc.property(fc.array(assumed, { minLength: 1, maxLength: 5 }), length, length, (all, one, other) => {
          const windows = new Map(
            [one, other, 6].map((days, index) => [facts[index] ?? "", { low: start, high: start + days }]),
          );
          const solutions = trying(windows, all);
          const left = assumeAll(windows, all);
          expect(left !== undefined).toBe(solutions.length > 0);
          for (const [index, fact] of left ? facts.entries() : []) {
            const values = solutions.map((solution) => solution[index] ?? 0);
            expect(left?.interval(fact)).toEqual({ low: Math.min(...values), high: Math.max(...values) });
          }
        }),
        { numRuns: runs },
      );
    },
  );

  it("does not depend on the order of what is assumed", { timeout: 300_000 }, () => {
    const windows = anyDay;
    fc.assert(
      fc.property(fc.array(assumed, { minLength: 2, maxLength: 5 }), (all) => {
        expect(assumeAll(windows, all) === undefined).toBe(
          assumeAll(windows, all.toReversed()) === undefined,
        );
      }),
      { numRuns: runs / 10 },
    );
  });
});

describe("a cycle of comparisons over the whole calendar", () => {
  const [x, y, z] = [termOf("x"), termOf("y"), termOf("z")];

  it.each([
    { what: "x < y < z < x", all: [before(x, y), before(y, z), before(z, x)], met: false },
    { what: "x ≤ y ≤ z ≤ x", all: [before(y, x, 0), before(z, y, 0), before(x, z, 0)], met: true },
    {
      what: "x + P1M < y < x + P1M",
      all: [before(termOf("x", "P1M"), y), before(y, termOf("x", "P1M"))],
      met: false,
    },
    // Only a month of 28 days is so short.
    {
      what: "x + P1M ≤ y ≤ x + P28D",
      all: [before(y, termOf("x", "P1M"), 0), before(termOf("x", "P28D"), y, 0)],
      met: true,
    },
    {
      what: "x + P1M < y ≤ x + P28D",
      all: [before(termOf("x", "P1M"), y), before(termOf("x", "P28D"), y, 0)],
      met: false,
    },
    // 31 January and two times a month is 28 or 29 March.
    {
      what: "x + P1M + P1M < y < x + P2M",
      all: [before(termOf("x", "P1M", "P1M"), y), before(y, termOf("x", "P2M"))],
      met: true,
    },
    // Eight years have one leap day only where a century has none.
    {
      what: "x + P8Y ≤ y ≤ x + P2921D",
      all: [before(y, termOf("x", "P8Y"), 0), before(termOf("x", "P2921D"), y, 0)],
      met: true,
    },
    {
      what: "x + P8Y < y ≤ x + P2920D",
      all: [before(termOf("x", "P8Y"), y), before(termOf("x", "P2920D"), y, 0)],
      met: false,
    },
  ])("$what can be met: $met", ({ all, met }) => {
    expect(assumeAll(anyDay, all) !== undefined).toBe(met);
  });

  it("is followed to where it can be met, and no farther than its interval", () => {
    const cycle = [before(y, termOf("x", "P8Y"), 0), before(termOf("x", "P2921D"), y, 0)];
    const between = (low: string, high: string) =>
      assumeAll(new Map([...anyDay, ["x", { low: dayOf(low), high: dayOf(high) }]]), cycle)?.interval("x");
    // Of the leap days around 2100, which has none, eight years hold one from here to here.
    expect(between("1950-01-01", "2150-01-01")).toEqual({
      low: dayOf("2092-02-29"),
      high: dayOf("2100-02-28"),
    });
    expect(between("1950-01-01", "2090-01-01")).toBeUndefined();
  });

  it.each(weekday.slice(1))("of equal days never falls on a monday and a %s", (other) => {
    const equal = [before(y, x, 0), before(x, y, 0)];
    expect(assumeAll(anyDay, [...equal, fallsOn(x, 0), fallsOn(y, weekday.indexOf(other))])).toBeUndefined();
    expect(assumeAll(anyDay, [...equal, fallsOn(x, 0), fallsOn(y, 0)])).toBeDefined();
  });

  it("of equal days knows for each term which weekdays it can lead to", () => {
    const equal = [before(y, x, 0), before(x, y, 0)];
    const fromMonday = (duration: string) =>
      [0, 1, 2, 3, 4, 5, 6].filter((value) =>
        assumeAll(anyDay, [...equal, fallsOn(x, 0), fallsOn(termOf("y", duration), value)]),
      );
    // A month has four weeks and up to three days, a year 52 weeks and one or two.
    expect(fromMonday("P1M")).toEqual([0, 1, 2, 3]);
    expect(fromMonday("P4D")).toEqual([4]);
    expect(fromMonday("P1Y")).toEqual([1, 2]);
  });

  it("of equal days is told from days in an order", () => {
    // Between 8 years and 2922 days is a day to spare only where a century has no leap day: far to go.
    const w = termOf("w");
    const far = [
      before(y, termOf("x", "P8Y"), 0),
      before(z, y, 0),
      before(w, z, 0),
      before(termOf("x", "P2922D"), w, 0),
    ];
    const days = new Map([...anyDay, ["w", { low: firstDay, high: lastDay }]]);
    expect(assumeAll(days, [...far, fallsOn(y, 0), fallsOn(z, 1)])).toBeDefined();
    expect(assumeAll(days, [...far, fallsOn(y, 0), fallsOn(z, 2)])).toBeUndefined();
  });
});

const anyDay: ReadonlyMap<string, Interval> = new Map(
  facts.map((fact) => [fact, { low: firstDay, high: lastDay }]),
);

function before(left: FactTerm, right: FactTerm, value = 1): Assumed {
  return { variable: { kind: "order", left, right, size: 2 }, value };
}

function fallsOn(on: FactTerm, value: number): Assumed {
  return { variable: { kind: "weekday", term: on, size: 7 }, value };
}

function assumeAll(windows: ReadonlyMap<string, Interval>, all: readonly Assumed[]): Feasibility | undefined {
  return all.reduce<Feasibility | undefined>(
    (left, { variable, value }) => left?.assume(variable, value, value, itself),
    Feasibility.from(windows, new Map()),
  );
}

/** Every combination of values that meets all, by trying. */
function trying(
  windows: ReadonlyMap<string, Interval>,
  all: readonly Assumed[],
): readonly (readonly number[])[] {
  const [xs = [], ys = [], zs = []] = [...windows.values()].map(({ low, high }) =>
    Array.from({ length: high - low + 1 }, (_, index) => low + index),
  );
  const found: (readonly number[])[] = [];
  for (const x of xs) {
    for (const y of ys) {
      for (const z of zs) if (all.every((one) => isMet(one, [x, y, z]))) found.push([x, y, z]);
    }
  }
  return found;
}

function isMet({ variable, value }: Assumed, solution: readonly number[]): boolean {
  const at = ({ fact, offset }: FactTerm): number => applyOffset(offset, solution[facts.indexOf(fact)] ?? 0);
  if (variable.kind === "order") return at(variable.left) < at(variable.right) === (value === 1);
  return variable.kind === "weekday" && weekdayOfDay(at(variable.term)) === value;
}

function termOf(fact: string, ...durations: readonly string[]): FactTerm {
  const terms = durations.map((duration) => termFromDuration(duration) ?? expect.fail(duration));
  return { fact, offset: terms.reduce(extendOffset, noOffset) };
}

function dayOf(iso: string): number {
  return dayFromIso(iso) ?? expect.fail(`${iso} is no day`);
}

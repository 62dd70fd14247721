import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { arbitraryWaitlist } from "./arbitrary-waitlist.fixture.js";
import { matchWaitlist } from "./match-waitlist.js";
import { problemsOf } from "./problems-of.fixture.js";
import { readLists, type ListedWaitlist } from "./read-lists.js";
import { waitlistFields } from "./read-waitlist.js";
import type { MatchWaitlistInput } from "./waitlist-input.js";

const schema = z.strictObject(waitlistFields);

/** The same items, each in an object that only the schema reads. */
function notPlain(input: MatchWaitlistInput): MatchWaitlistInput {
  const copy = <Item extends object>(item: Item): Item => Object.assign(Object.create({}) as Item, item);
  return { ...input, entries: input.entries.map(copy), slots: input.slots.map(copy) };
}

/** Everything that was read. */
function shown(lists: ListedWaitlist | undefined): unknown {
  return [lists?.entries, lists?.slots].map((items) => ({
    ...items,
    columns: [...(items?.columns ?? [])].map(([path, column]) => [
      path,
      items?.ids.map((_, item) => column.valueOf(item)),
    ]),
  }));
}

const names = [
  ...["id", "priority", "madeAt", "state", "slot", "refusedSlots", "specialty", "practitioner", "from", "to"],
  ...[
    "weekdays",
    "earliestTime",
    "latestTime",
    "durationMinutes",
    "day",
    "time",
    "free",
    "room",
    "__proto__",
  ],
];
const values = fc.constantFrom<unknown>(
  ...[
    undefined,
    null,
    "",
    " ",
    "x".repeat(1001),
    "e\u0301",
    "any",
    "2026-03-02",
    "2026-02-30",
    "09:30",
    "24:00",
  ],
  ...[
    0,
    -0,
    1,
    0.5,
    -1,
    2 ** 53,
    true,
    false,
    {},
    [],
    [undefined],
    ["a"],
    ["monday", "monday"],
    ["sunday", "monday"],
  ],
  ...[
    "waiting",
    "proposed",
    "2026-02-20T06:00Z",
    "2026-02-30T06:00Z",
    new Array(2),
    new Date(0),
    Symbol.iterator,
  ],
);
const changed = fc
  .tuple(arbitraryWaitlist, fc.constantFrom("entries", "slots"), fc.nat(), fc.constantFrom(...names), values)
  .map(([input, list, place, name, value]) => {
    const items: readonly object[] = input[list];
    const item = place % Math.max(items.length, 1);
    const other = (one: object) => Object.defineProperty({ ...one }, name, { value, enumerable: true });
    return { ...input, [list]: items.map((one, index) => (index === item ? other(one) : one)) };
  });

describe("the lists of a waitlist", () => {
  it("that are read in one pass are read as the schema reads them", () => {
    fc.assert(
      fc.property(arbitraryWaitlist, (input) => {
        expect(readLists(input)).toBeDefined();
        const items = input.entries.length + input.slots.length;
        expect(readLists(notPlain(input)) === undefined).toBe(items > 0);
        expect(JSON.stringify(matchWaitlist(notPlain(input)))).toBe(JSON.stringify(matchWaitlist(input)));
      }),
    );
  });

  it("with anything wrong, or only unusual, are left to the schema", () => {
    let accepted = 0;
    fc.assert(
      fc.property(changed, (input) => {
        const read = schema.safeParse(input);
        const lists = readLists(input);
        if (!read.success) {
          expect(lists).toBeUndefined();
          return;
        }
        accepted += 1;
        expect(shown(lists ?? readLists(read.data))).toEqual(shown(readLists(read.data)));
        expect(problemsOf(notPlain(input))).toEqual(problemsOf(input));
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it("are copied: what changes later changes nothing", () => {
    const input = { entries: [], slots: [] as object[] };
    const lists = readLists(input);
    input.slots.push({});
    expect(lists?.slots.ids).toEqual([]);
  });

  it("have each distinct value once, whatever way it is written", () => {
    const slot = { practitioner: "p", day: "2026-03-04", time: "09:30", durationMinutes: 30, free: true };
    const slots = ["ge\u0301ne\u0301tique", "g\u00e9n\u00e9tique", "x"].map((specialty, index) => ({
      ...slot,
      id: `${index}`,
      specialty,
    }));
    const column = readLists({ entries: [], slots })?.slots.columns.get("slot.specialty");
    expect(column?.values).toEqual(["g\u00e9n\u00e9tique", "x"]);
    expect([...(column?.codes ?? [])]).toEqual([0, 0, 1]);
  });
});

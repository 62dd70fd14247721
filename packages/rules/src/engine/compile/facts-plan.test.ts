import { expect, it } from "vitest";
import { everything } from "./everything.fixture.js";
import { planFacts } from "./facts-plan.js";
import { layoutOf } from "./layout.js";

it("how facts are read is planned in declared order, from a frame in which nothing is known", () => {
  const { names, entries, blank, partial, day } = planFacts(layoutOf(everything));
  expect(names.pick({ mark: "m1" })?.at(-1)).toBe("m1");
  expect(entries.map(({ name }) => name)).toEqual(Object.keys(everything.facts));
  expect(blank).toEqual([...new Array<undefined>(partial).fill(undefined), false, undefined]);
  expect(blank).toHaveLength(17);
  expect([partial, day]).toEqual([15, 2]);
  const facts = entries.flatMap((entry) => ("facts" in entry ? entry.facts : [entry]));
  expect(facts.map(({ place }) => place.slot)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14]);
  const bounds = facts.map(({ name, min, max, ids }) => [name, min, max, [...ids]]);
  expect(bounds.slice(5, 9)).toEqual([
    ["acts", 0, 12, []],
    ["cap", -Infinity, Infinity, []],
    [
      "side",
      -Infinity,
      Infinity,
      [
        ["north", 0],
        ["south", 1],
        ["east", 2],
      ],
    ],
    [
      "corner",
      -Infinity,
      Infinity,
      [
        ["east", 2],
        ["north", 0],
      ],
    ],
  ]);
});

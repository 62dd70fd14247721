import { expect, it } from "vitest";
import { policyProblems } from "../language/check-policy.js";
import type { Policy } from "../language/policy.js";
import { mutantsOf } from "./mutants-of.js";
import { openingHours } from "./opening-hours.fixture.js";
import { visitorParking } from "./visitor-parking.js";

it("makes each small mistake once, and says where it is", () => {
  const made = [...mutantsOf(openingHours)].map(({ kind, where, change }) => {
    const place = where.replace('opening-hours, edition "2026-01-01", ', "").replace("opening-hours, ", "");
    return `${kind} | ${place} | ${change}`;
  });
  const [first, second, third] = [
    'table "refusals", case "OH-1"',
    'table "refusals", case "OH-2"',
    'table "entry", case "OH-3"',
  ] as const;
  expect(made).toEqual([
    "date | inForceFrom | 2026-01-01 becomes 2026-01-02",
    `case | ${first} | left out`,
    `negation | ${first}, when | negated`,
    `condition | ${first}, when.all[0] | left out`,
    `comparator | ${first}, when.all[0].operator | lessThan becomes lessThanInclusive`,
    `condition | ${first}, when.all[1] | left out`,
    `comparator | ${first}, when.all[1].operator | equal becomes notEqual`,
    `element | ${first}, then[0] | "closed" left out`,
    `citation | ${first}, cites | sign, 1 left out`,
    `case | ${second} | left out`,
    `negation | ${second}, when | negated`,
    `comparator | ${second}, when.operator | greaterThan becomes greaterThanInclusive`,
    `threshold | ${second}, when.value | 19 becomes 18`,
    `threshold | ${second}, when.value | 19 becomes 20`,
    `element | ${second}, then[0] | "closed" left out`,
    `case | ${third} | left out`,
    `negation | ${third}, when | negated`,
    `comparator | ${third}, when.value | not empty becomes empty`,
    `result | ${third}, then | "none" becomes "front"`,
    `result | ${third}, then | "none" becomes "back"`,
    `gap | ${third}, gap | the mark of a gap left out`,
    'otherwise | table "entry", otherwise "OH-4", then | "front" becomes "back"',
    'otherwise | table "entry", otherwise "OH-4", then | "front" becomes "none"',
    'date | rate "firstHour", rows[0].from | 2026-01-01 becomes 2025-12-31',
    'rate | rate "firstHour", rows[0].value | 8 becomes 7',
    'rate | rate "firstHour", rows[0].value | 8 becomes 9',
  ]);
});

it("gives policies that load, each with an id of its own that stays the same", () => {
  const mutants = [...mutantsOf(visitorParking)];
  expect(mutants.length).toBeGreaterThan(100);
  expect(mutants.flatMap(({ policy }) => policyProblems(policy))).toEqual([]);
  const ids = mutants.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...mutantsOf(visitorParking)].map(({ id }) => id)).toEqual(ids);
});

it("leaves the original as it is, and shares what is not changed", () => {
  const before = JSON.stringify(openingHours);
  for (const { policy } of mutantsOf(openingHours)) {
    expect(JSON.stringify(policy)).not.toBe(before);
    expect(policy.facts).toBe(openingHours.facts);
  }
  expect(JSON.stringify(openingHours)).toBe(before);
});

it("moves terms, guards, sets and cases too", () => {
  const kinds = new Set([...mutantsOf(visitorParking)].map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(["term", "order", "negation", "element", "date"]));
  const changes = [...mutantsOf(visitorParking)].map(({ change }) => change);
  expect(changes).toEqual(
    expect.arrayContaining(["P1M becomes P1M1D", "P8D becomes P7D", "19:30 becomes 19:29"]),
  );
});

it("takes away what it names, and nothing else", () => {
  const without = (path: string): Policy | undefined =>
    [...mutantsOf(openingHours)].find(({ id }) => id === `${path}#1`)?.policy;
  const table = (policy: Policy | undefined): string => JSON.stringify(policy?.editions[0].tables[0]);
  const [original] = openingHours.editions[0].tables;
  const [first, second] = original.cases;
  expect(table(without("case:editions.0.tables.0.cases.1"))).toBe(
    JSON.stringify({ ...original, cases: [first] }),
  );
  const [early] = first.when.all;
  expect(table(without("condition:editions.0.tables.0.cases.0.when.all.1"))).toBe(
    JSON.stringify({ ...original, cases: [{ ...first, when: { all: [early] } }, second] }),
  );
});

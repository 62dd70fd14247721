import { readFileSync } from "node:fs";
import { decide, defineExamples, policyFromJson } from "@guichet/rules";
import { expect, it } from "vitest";
import { visitorParking } from "./visitor-parking.js";

const time = { arrivesAt: "09:30", leavesAt: "11:00" } as const;

/** Both sides of every boundary, and every case. */
const examples = defineExamples(visitorParking, [
  {
    shows: "a car at opening time",
    facts: { visit: { on: "2026-11-21", arrivesAt: "07:00", leavesAt: "20:00", vehicle: "car" } },
    expect: { refusals: [], mayPark: true, feeCents: 250 },
    cases: ["VP-4", "VP-8"],
  },
  {
    shows: "a car before opening time",
    facts: { visit: { on: "2026-11-21", arrivesAt: "06:59", leavesAt: "20:00", vehicle: "car" } },
    expect: { refusals: ["before-opening"], mayPark: false, feeCents: 0 },
    cases: ["VP-1", "VP-5"],
  },
  {
    shows: "a car after closing time",
    facts: { visit: { on: "2026-11-21", arrivesAt: "07:00", leavesAt: "20:01", vehicle: "car" } },
    expect: { refusals: ["after-closing"] },
    cases: ["VP-2"],
  },
  {
    shows: "a van",
    facts: { visit: { on: "2026-11-21", ...time, vehicle: "van" } },
    expect: { refusals: ["too-large"], mayPark: false },
    cases: ["VP-3"],
  },
  {
    shows: "a bicycle",
    facts: { visit: { on: "2026-11-21", ...time, vehicle: "bicycle" } },
    expect: { feeCents: 0 },
    cases: ["VP-6"],
  },
  {
    shows: "a motorcycle, of which the poster says nothing",
    facts: { visit: { on: "2026-11-21", ...time, vehicle: "motorcycle" } },
    expect: { feeCents: 0 },
    cases: ["VP-7"],
  },
  {
    shows: "the last day of the old price",
    facts: { visit: { on: "2026-03-31", ...time, vehicle: "car" } },
    expect: { feeCents: 200 },
  },
  {
    shows: "the first day of the new price",
    facts: { visit: { on: "2026-04-01", ...time, vehicle: "car" } },
    expect: { feeCents: 250 },
  },
]);

it.each(examples)("decides $shows", ({ facts, expect: expected, cases = [] }) => {
  const { outcome, because = [] } = decide(visitorParking, facts);
  expect(outcome).toMatchObject(expected);
  const made = because.flatMap((entry) => entry.cases.map(({ id }) => id));
  expect(made).toEqual(expect.arrayContaining([...cases]));
});

it("never lets a van park and never makes it pay, on any day, at any time", () => {
  const { outcome } = decide(visitorParking, { visit: { vehicle: "van" } });
  expect(outcome).toEqual({ mayPark: false, feeCents: 0 });
});

it("is the same policy as JSON", () => {
  const file = new URL("visitor-parking.json", import.meta.url);
  const fromJson = policyFromJson(readFileSync(file, "utf8"));
  for (const { facts } of examples) expect(decide(fromJson, facts)).toEqual(decide(visitorParking, facts));
});

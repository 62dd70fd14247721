import { Engine } from "json-rules-engine";
import { expect, test } from "vitest";
import { checkFacts } from "../engine/check-facts.js";
import type { Policy } from "../language/policy.js";
import { visitorParking } from "../testing/visitor-parking.js";
import { factsForEngine } from "./facts-for-engine.js";
import { loadPolicy } from "./load-policy.js";
import { outcomeOf } from "./outcome-of.js";

const day = "2024-03-09"; // a Saturday
const facts = {
  visit: {
    on: day,
    bookedOn: day,
    startsAt: "06:59",
    endsAt: "10:00",
    minutes: 60,
    vehicle: "car",
    needs: ["shade", "wide-space", "charger"],
    badge: "B-7",
  },
  host: { vehicle: "car", badge: "B-9" },
  staff: false,
} as const;

function engineWithParking(): Engine {
  const engine = new Engine();
  loadPolicy(engine, visitorParking, day);
  return engine;
}

test("the outcome has every public decision, sets in declared order, and the cases in the order of the table", async () => {
  const result = await engineWithParking().run(factsForEngine(visitorParking, facts));
  const { outcome, cases } = await outcomeOf(result, visitorParking);
  expect(outcome).toEqual({
    weekday: "saturday",
    refusals: ["closed", "too-long", "too-late"],
    missing: ["wide-space"],
    bookedInTime: true,
    until: "none",
    payer: "nobody",
    feeCents: 0,
    hostFeeCents: 200,
    reminder: false,
  });
  expect(cases).toMatchObject({
    refusals: ["P-2-closed", "P-2-late"],
    bookedInTime: [],
    until: ["P-5-refused"],
  });
  expect(await outcomeOf(result.almanac, visitorParking)).toEqual({ outcome, cases });
});

test("a run of an engine without the policy has no outcome, and says so", async () => {
  const strict = await new Engine().run({});
  const lenient = await new Engine([], { allowUndefinedFacts: true }).run({});
  const other = new Engine();
  loadPolicy(other, { ...visitorParking, id: "other-parking" }, day);
  for (const result of [strict, lenient, await other.run({})]) {
    await expect(outcomeOf(result, visitorParking)).rejects.toMatchObject({ code: "policy-not-loaded" });
  }
});

test("an edition without tables answers with defaults, for facts of its own days only", async () => {
  const [first] = visitorParking.editions;
  const { reminder } = visitorParking.decisions;
  const policy: Policy = {
    ...visitorParking,
    decisions: { reminder: { ...reminder, default: false } },
    editions: [first, { inForceFrom: "2024-03-09", source: first.source, tables: [] }],
  };
  const engine = new Engine();
  loadPolicy(engine, policy, day);
  const answered = await engine.run({ "visit.on": day });
  expect(await outcomeOf(answered, policy)).toEqual({
    outcome: { reminder: false },
    cases: { reminder: [] },
  });
  const refused = await engine.run({ "visit.on": "2024-03-08" });
  await expect(outcomeOf(refused, policy)).rejects.toMatchObject({ problems: [{ code: "other-day" }] });
});

test("a run that was stopped has no outcome", async () => {
  const engine = engineWithParking();
  engine.addRule({
    priority: 10,
    conditions: { all: [] },
    event: { type: "stop" },
    onSuccess: () => void engine.stop(),
  });
  const stopped = await engine.run(factsForEngine(visitorParking, facts));
  await expect(outcomeOf(stopped, visitorParking)).rejects.toMatchObject({ code: "run-incomplete" });
});

test("facts for an engine are the checked ones, each under its path", () => {
  const flat = factsForEngine(visitorParking, facts);
  expect(flat["visit.needs"]).toEqual(["charger", "wide-space", "shade"]);
  expect(flat["staff"]).toBe(false);
  const wrong = { ...facts, visit: { ...facts.visit, on: "2024-02-30" } } as const;
  const [problem] = checkFacts(visitorParking, wrong);
  expect(() => factsForEngine(visitorParking, wrong)).toThrow(problem?.message);
});

import { Engine } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { policyFromJson } from "../language/policy.js";
import { visitorParking } from "../testing/visitor-parking.js";
import { factsForEngine } from "./facts-for-engine.js";
import { loadPolicy } from "./load-policy.js";
import { outcomeOf } from "./outcome-of.js";

const day = "2024-03-04"; // a Monday
const facts = {
  visit: {
    on: day,
    bookedOn: "2024-03-01",
    startsAt: "09:00",
    endsAt: "10:00",
    minutes: 60,
    vehicle: "car",
    needs: ["wide-space"],
    badge: "A-1",
  },
  host: { vehicle: "bicycle", badge: "A-2" },
  staff: false,
} as const;
const flat = factsForEngine(visitorParking, facts);

function without(path: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(flat).filter(([name]) => name !== path));
}

const longStay = {
  name: "own",
  conditions: { all: [{ fact: "ownMinutes", operator: "lessThan", value: 24 }] },
  event: { type: "own", params: { from: "the clinic" } },
};

describe("a loaded policy", () => {
  test("leaves the answers of the engine's own rules as they were, with and without the policy's facts", async () => {
    const own = new Engine([longStay]);
    const shared = new Engine([longStay]);
    loadPolicy(shared, visitorParking, day);
    for (const ownMinutes of ["9", 9, 24, null, "many"]) {
      const { events } = await own.run({ ownMinutes });
      expect((await shared.run({ ownMinutes })).events).toEqual(events);
      const both = (await shared.run({ ...flat, ownMinutes })).events.filter(({ type }) => type === "own");
      expect(both).toEqual(events);
    }
  });

  test("does not fail because a fact of the engine's owner fails that only the policy reads", async () => {
    const engine = new Engine([longStay]);
    engine.addFact("host.vehicle", () => Promise.reject(new Error("the directory is down")), {
      priority: 1000,
    });
    loadPolicy(engine, visitorParking, day);
    const others = without("host.vehicle");
    const result = await engine.run({ ...others, ownMinutes: 9 });
    expect(result.events).toEqual([longStay.event]);
    await expect(outcomeOf(result, visitorParking)).rejects.toMatchObject({
      problems: [{ path: "host.vehicle" }],
    });
  });

  test("names its rules and events after the policy, the decision and the case", async () => {
    const engine = new Engine();
    const { rules, edition, policy } = loadPolicy(engine, visitorParking, day);
    expect([policy, edition]).toEqual(["visitor-parking", "2024-01-01"]);
    expect(rules).toContain("visitor-parking/until/P-5-booked");
    const { events, results } = await engine.run(flat);
    expect(events).toContainEqual({
      type: "guichet-case",
      params: { policy: "visitor-parking", edition: "2024-01-01", decision: "until", case: "P-5-booked" },
    });
    expect(results.every(({ name }) => rules.includes(name))).toBe(true);
  });

  test("takes a case for `otherwise` only where no other case of the table holds", async () => {
    const engine = new Engine();
    loadPolicy(engine, visitorParking, day);
    const casesOf = async (run: object): Promise<unknown[]> =>
      (await engine.run({ ...flat, ...run })).events
        .filter(({ params }) => params?.["decision"] === "payer")
        .map(({ params }) => params?.["case"] as unknown);
    expect(await casesOf({})).toEqual(["P-6-visitor"]);
    expect(await casesOf({ "visit.minutes": 601 - 300, "visit.vehicle": "car" })).toEqual(["P-6-refused"]);
  });

  test("lets rules of the default priority read its decisions and rates", async () => {
    const reads = {
      conditions: {
        all: [
          { fact: "decision.payer", operator: "equal", value: "visitor" },
          { fact: "rate.feeCents", operator: "equal", value: 200 },
          { fact: "rate.feeCents", params: { by: ["host.vehicle"] }, operator: "equal", value: 0 },
        ],
      },
      event: { type: "own" },
    };
    const engine = new Engine([reads]);
    expect(loadPolicy(engine, visitorParking, day).priorities.lowest).toBe(2);
    expect((await engine.run(flat)).events).toContainEqual({ type: "own" });
  });

  test("refuses to guess a decision for a rule that runs before it", async () => {
    const tooEarly = {
      priority: 1000,
      conditions: { all: [{ fact: "decision.payer", operator: "equal", value: "visitor" }] },
      event: { type: "own" },
    };
    const engine = new Engine([tooEarly]);
    const { priorities } = loadPolicy(engine, visitorParking, day, { priority: 7 });
    expect(priorities.lowest).toBe(7);
    expect(priorities.highest).toBeLessThan(1000);
    await expect(engine.run(flat)).rejects.toMatchObject({ code: "run-incomplete" });
  });

  test("stands beside another policy whose decisions and rates have the same names", async () => {
    const other = policyFromJson(
      JSON.stringify({ ...visitorParking, id: "other-parking" }).replaceAll('"value":200', '"value":999'),
    );
    const engine = new Engine();
    loadPolicy(engine, visitorParking, day);
    loadPolicy(engine, other, day);
    const result = await engine.run(flat);
    expect((await outcomeOf(result, visitorParking)).outcome).toMatchObject({
      payer: "visitor",
      feeCents: 200,
    });
    expect((await outcomeOf(result, other)).outcome).toMatchObject({ payer: "visitor", feeCents: 999 });
    await expect(result.almanac.factValue("decision.payer")).rejects.toMatchObject({
      code: "name-ambiguous",
    });
    expect(await result.almanac.factValue("decision.feeCents", { policy: "other-parking" })).toBe(999);
  });

  test("fires no case on facts that are missing, wrong or of another day, even where undefined facts are allowed", async () => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    loadPolicy(engine, visitorParking, day);
    for (const wrong of [
      { staff: undefined },
      { "visit.minutes": "60" },
      { "visit.minutes": null },
      { "visit.on": "2024-07-01" },
    ]) {
      const result = await engine.run({ ...flat, ...wrong });
      expect(result.events).toEqual([]);
      await expect(outcomeOf(result, visitorParking)).rejects.toMatchObject({
        code: "facts-refused",
        problems: [{ path: Object.keys(wrong)[0] }],
      });
    }
  });

  test("takes no case for `otherwise` when an overlapping run made the engine skip the others", async () => {
    const engine = new Engine();
    loadPolicy(engine, visitorParking, day);
    const fired: unknown[] = [];
    engine.on<{ case: string }>("guichet-case", (params) => void fired.push(params.case));
    for (let steps = 0; steps < 120; steps += 1) {
      let release = (_: number): void => undefined;
      const slow = engine.run({
        ...flat,
        "visit.minutes": new Promise<number>((resolve) => (release = resolve)),
      });
      await engine.run(flat);
      release(60);
      // The engine has ended, skips what the slow run has left, and is started again somewhere on the way.
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      await engine.run(flat);
      // A rule that reads a decision whose rules were skipped rejects the run.
      await slow.catch(() => undefined);
    }
    expect(fired).toContain("P-1");
    expect(fired).not.toContain("P-5-day");
  });

  test("does not answer with a default for a rule that reads a decision without the facts", async () => {
    const reads = {
      conditions: { all: [{ fact: "decision.missing", operator: "contains", value: "shade" }] },
      event: { type: "own" },
    };
    const engine = new Engine([reads]);
    loadPolicy(engine, visitorParking, day);
    expect((await engine.run({ ...flat, "visit.needs": [] })).events).toContainEqual({ type: "own" });
    const others = without("staff");
    await expect(engine.run(others)).rejects.toMatchObject({
      code: "facts-refused",
      problems: [{ path: "staff" }],
    });
  });

  test("is asked again with an almanac that served before, and answers for the new facts", async () => {
    const engine = new Engine();
    loadPolicy(engine, visitorParking, day);
    const { almanac } = await engine.run({ ...flat, "visit.minutes": 500 });
    expect((await outcomeOf(almanac, visitorParking)).outcome.refusals).toEqual(["too-long"]);
    await engine.run(flat, { almanac });
    expect((await outcomeOf(almanac, visitorParking)).outcome.refusals).toEqual([]);
  });
});

describe("loading a policy", () => {
  test("is refused on a day before its first edition, and on a text that is no day", () => {
    expect(() => loadPolicy(new Engine(), visitorParking, "2023-12-31")).toThrow(
      "visitor-parking, loaded into an engine: no edition is in force on 2023-12-31; the first starts on 2024-01-01",
    );
    expect(loadPolicy(new Engine(), visitorParking, "2024-01-01").edition).toBe("2024-01-01");
    expect(() => loadPolicy(new Engine(), visitorParking, "2024-02-30")).toThrow("not a day of the calendar");
  });

  test("is refused twice into one engine, whatever the day", () => {
    const engine = new Engine();
    loadPolicy(engine, visitorParking, day);
    expect(() => loadPolicy(engine, visitorParking, "2025-08-01")).toThrow("the engine has this policy");
    expect(loadPolicy(new Engine(), visitorParking, "2025-08-01").edition).toBe("2025-07-01");
  });

  test("is refused where the engine has a fact of that name, and leaves the engine as it was", async () => {
    const engine = new Engine([longStay]);
    engine.addFact("decision.payer", "everybody");
    expect(() => loadPolicy(engine, visitorParking, day)).toThrow('a fact of its own named "decision.payer"');
    expect(engine.getFact("rate.feeCents")).toBeUndefined();
    expect((await engine.run({ ownMinutes: 9 })).results).toHaveLength(1);
    engine.removeFact("decision.payer");
    expect(loadPolicy(engine, visitorParking, day).policy).toBe("visitor-parking");
  });

  test.each([0, 1.5, Number.NaN])("is refused with the priority %d", (priority) => {
    expect(() => loadPolicy(new Engine(), visitorParking, day, { priority })).toThrow(
      "not a whole number above 0",
    );
  });
});

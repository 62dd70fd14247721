import { describe, expect, test } from "vitest";
import { segmentOn } from "../engine/timeline.js";
import type { FactsOf, Policy } from "../language/index.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { randomFacts } from "../testing/random-facts.js";
import { visitorParking } from "../testing/visitor-parking.js";
import { compareWithEvaluate } from "./compare-with-evaluate.js";

// Another first seed draws other facts: GUICHET_SEED=123 npx vitest run compare-with-evaluate
const firstSeed = Number(process.env["GUICHET_SEED"] ?? 1);

function dayOf(policy: Policy, facts: FactsOf<Policy>): string {
  const [group = "", name = ""] = policy.datedBy.split(".");
  return (facts as Readonly<Record<string, Readonly<Record<string, string>>>>)[group]?.[name] ?? "";
}

async function differencesFor(
  policy: Policy,
  count: number,
): Promise<{ compared: number; differing: unknown[] }> {
  const differing: unknown[] = [];
  let compared = 0;
  for (let seed = firstSeed; compared < count; seed += 1) {
    const facts = randomFacts(policy, seed);
    const on = dayOf(policy, facts);
    if (segmentOn(policy, on) === undefined) continue;
    const differences = await compareWithEvaluate(policy, on, facts);
    if (differences.length > 0) differing.push({ seed, differences });
    compared += 1;
  }
  return { compared, differing };
}

describe("json-rules-engine and the specification", () => {
  test.each([
    { policy: visitorParking, count: 8000 },
    { policy: teleExpertise, count: 6000 },
    { policy: recordHandover, count: 6000 },
  ])(
    "agree on $count random sets of facts of $policy.id, decision by decision",
    { timeout: 300_000 },
    async ({ policy, count }) => {
      expect(await differencesFor(policy, count)).toEqual({ compared: count, differing: [] });
    },
  );

  test.each([
    { change: { id: "P-11-changed" }, evaluate: { value: "none", cases: ["P-11-changed"] } },
    { change: { is: "2030-01-01" }, evaluate: { value: "2030-01-01", cases: ["P-11"] } },
  ])("differ as soon as $change differs, and both sides are told", async ({ change, evaluate }) => {
    const policy = structuredClone(visitorParking);
    const facts = randomFacts(visitorParking, 5);
    const on = "2025-08-01";
    const dated = { ...facts, visit: { ...facts.visit, on, bookedOn: on } } as const;
    expect(await compareWithEvaluate(policy, on, dated)).toEqual([]);
    // The engine was built before this change, and evaluate reads after it.
    Object.assign(policy.editions[1].tables.find(({ decides }) => decides === "until") ?? {}, change);
    expect(await compareWithEvaluate(policy, on, dated)).toEqual([
      { decision: "until", evaluate, jsonRulesEngine: { value: "none", cases: ["P-11"] } },
    ]);
  });

  test("may be compared many times at once", async () => {
    const runs = Array.from({ length: 20 }, async (_, seed) => {
      const facts = randomFacts(teleExpertise, seed);
      return compareWithEvaluate(teleExpertise, dayOf(teleExpertise, facts), facts);
    });
    expect(await Promise.all(runs)).toEqual(runs.map(() => []));
  });

  test("are not compared on facts of which one is missing, and it is named", async () => {
    const { visit = {}, staff = false } = randomFacts(visitorParking, 1);
    const facts = { visit, staff };
    await expect(compareWithEvaluate(visitorParking, visit.on ?? "", facts)).rejects.toMatchObject({
      code: "facts-refused",
      problems: [
        { code: "missing-fact", path: "host.vehicle" },
        { code: "missing-fact", path: "host.badge" },
      ],
    });
  });

  test("are not compared on a day with another edition than that of the facts", async () => {
    const facts = randomFacts(visitorParking, 1);
    const dated = { ...facts, visit: { ...facts.visit, on: "2025-07-01", bookedOn: "2025-07-01" } } as const;
    await expect(compareWithEvaluate(visitorParking, "2025-06-30", dated)).rejects.toMatchObject({
      code: "facts-refused",
      problems: [{ code: "other-day", path: "visit.on" }],
    });
    expect(await compareWithEvaluate(visitorParking, "2025-07-01", dated)).toEqual([]);
  });
});

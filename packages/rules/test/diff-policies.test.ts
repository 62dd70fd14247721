import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay, weekdayOfDay, weekdays } from "../src/calendar/civil-day.js";
import { addTerm } from "../src/calendar/term.js";
import { minutesFromTime } from "../src/calendar/time-of-day.js";
import { decide } from "../src/engine/decide.js";
import { truthOf } from "../src/engine/given.js";
import { evaluate, type Value } from "../src/engine/evaluate.js";
import { segmentOn } from "../src/engine/timeline.js";
import { policyFromJson, type FactsOf, type Policy } from "../src/language/policy.js";
import { recordHandover } from "../src/policies/record-handover/index.js";
import { randomFrom, type Random } from "../src/testing/random.js";
import type { Constraint, FactPlus } from "../src/verify/constraint.js";
import { diffPolicies, type Answered, type Change } from "../src/verify/diff-policies.js";
import { smallPolicy, type SmallPolicy } from "./small-policies.js";

const firstSeed = Number(process.env["GUICHET_SEED"] ?? 1);
const policies = 400;
const mostFacts = 4000;

type Facts = ReadonlyMap<string, Value>;

describe("the difference of two small policies", () => {
  it("is what trying all facts on both says, no fact more and no fact less", { timeout: 300_000 }, () => {
    const met = { compared: 0, differing: 0, equivalent: 0, among: 0 };
    for (let seed = firstSeed; seed < firstSeed + policies; seed += 1) {
      const random = randomFrom(seed);
      const small = smallPolicy(random);
      const changed = changedCopy(random, small.policy);
      if (changed && sizeOf(small) <= mostFacts) compare(small, changed, `GUICHET_SEED=${seed}`, met);
    }
    expect(met.compared).toBeGreaterThan(policies / 8);
    expect(met.differing).toBeGreaterThan(1000);
    expect(met.equivalent).toBeGreaterThan(3);
    expect(met.among).toBeGreaterThan(1000);
  });

  it("that falls into more classes than anybody reads says so, and each class it gives is one", () => {
    const more = JSON.parse(JSON.stringify(recordHandover)) as typeof recordHandover;
    const added = "consent-form" as "ct-scan";
    const { heldDocuments, neverMadeDocuments } = more.facts.record;
    const { requiredDocuments, missingDocuments } = more.decisions;
    for (const { values } of [heldDocuments, neverMadeDocuments, requiredDocuments, missingDocuments]) {
      (values as (typeof added)[]).push(added);
    }
    const [edition] = more.editions;
    const table = edition.tables.find(({ decides }) => decides === "requiredDocuments");
    (table as { readonly cases: unknown[] } | undefined)?.cases.push({ id: "RH-4-consent", then: [added] });
    const { periods } = diffPolicies(recordHandover, policyFromJson(JSON.stringify(more)));
    const changes = periods.flatMap((period) => period.changes);
    const required = changes.find(({ decision }) => decision === "requiredDocuments");
    expect(required).toMatchObject({ element: added, isComplete: true, classes: [{ when: [] }] });
    const gathering = changes.find(({ after }) => "value" in after && after.value === "gather-documents");
    expect(gathering).toMatchObject({
      decision: "nextStep",
      before: { value: "hand-over" },
      isComplete: false,
    });
    for (const { witness } of gathering?.classes ?? []) {
      expect(decide(recordHandover, witness as FactsOf<typeof recordHandover>).outcome).toMatchObject({
        nextStep: "hand-over",
      });
    }
  });

  it("of a policy and itself is empty", () => {
    for (let seed = firstSeed; seed < firstSeed + 50; seed += 1) {
      const { policy } = smallPolicy(randomFrom(seed));
      expect(diffPolicies(policy, policy), `GUICHET_SEED=${seed}`).toEqual({ equivalent: true, periods: [] });
    }
  });
});

function compare(
  { policy, domains }: SmallPolicy,
  changed: Policy,
  where: string,
  met: { compared: number; differing: number; equivalent: number; among: number },
): void {
  const diff = diffPolicies(policy, changed);
  met.compared += 1;
  if (diff.equivalent) met.equivalent += 1;
  for (const facts of allFacts(domains)) {
    const day = String(facts.get(policy.datedBy));
    const [left, right] = [segmentOn(policy, day), segmentOn(changed, day)];
    if (!left || !right || !isGiven(policy, facts)) continue;
    const read = (path: string): Value => facts.get(path) ?? "none";
    const [before, after] = [evaluate(policy, left, read).values, evaluate(changed, right, read).values];
    const period = diff.periods.find(
      ({ from, to }) => (from === null || from <= day) && (to === null || day <= to),
    );
    for (const [name, declared] of Object.entries(policy.decisions)) {
      if (declared.internal === true) continue;
      for (const element of declared.kind === "set-of" ? declared.values : [undefined]) {
        const [one, two] = [before, after].map((values) => answerOf(values[name], element));
        const said = (period?.changes ?? []).filter(
          (change) => change.decision === name && change.element === element && isIn(change, facts),
        );
        const here = `${where}, ${name} ${element ?? ""}, ${JSON.stringify([...facts])}`;
        if (one !== two) met.differing += 1;
        const told = said.some(
          (change) => valueOf(change.before, facts) === one && valueOf(change.after, facts) === two,
        );
        expect(told || one === two, here).toBe(true);
        // Two expressions may have one value for some facts of a class.
        expect(
          said.every(({ before: a, after: b }) => valueOf(a, facts) === valueOf(b, facts)) || one !== two,
          here,
        ).toBe(true);
        if (declared.kind !== "set-of" && declared.kind !== "one-of" && declared.kind !== "boolean") continue;
        for (const change of period?.changes ?? []) {
          if (change.decision !== name || change.element !== element) continue;
          if (valueOf(change.before, facts) !== one) continue;
          met.among += 1;
          expect(isAmong(change, facts), here).toBe(valueOf(change.after, facts) === two);
        }
      }
    }
  }
}

/** A copy with one case dropped, turned round, or answering like another one. */
function changedCopy(random: Random, policy: Policy): Policy | undefined {
  const json = JSON.parse(JSON.stringify(policy)) as {
    editions: { tables: { cases?: { when?: unknown; then: unknown }[] }[] }[];
  };
  const tables = json.editions.flatMap(({ tables: all }) => all).filter(({ cases = [] }) => cases.length > 1);
  if (tables.length === 0) return undefined;
  const { cases = [] } = random.pick(tables);
  const at = random.integer(0, cases.length - 1);
  const one = cases[at];
  if (!one) return undefined;
  const change = random.integer(0, 2);
  if (change === 0) cases.splice(at, 1);
  else if (change === 1 && one.when !== undefined) one.when = { not: one.when };
  else one.then = random.pick(cases).then;
  try {
    return policyFromJson(JSON.stringify(json));
  } catch {
    return undefined;
  }
}

function sizeOf({ domains }: SmallPolicy): number {
  return [...domains.values()].reduce((all, values) => all * values.length, 1);
}

function allFacts(domains: ReadonlyMap<string, readonly Value[]>): readonly Facts[] {
  return [...domains].reduce<readonly Facts[]>(
    (all, [path, values]) =>
      all.flatMap((facts) => values.map((value) => new Map([...facts, [path, value]]))),
    [new Map()],
  );
}

function isGiven(policy: Policy, facts: Facts): boolean {
  return (policy.given ?? []).every(({ holds }) => truthOf(holds, facts) === true);
}

function answerOf(value: Value | undefined, element: string | undefined): Value | undefined {
  return element === undefined ? value : (value as readonly string[]).includes(element);
}

function isIn({ classes }: Change, facts: Facts): boolean {
  return classes.some(({ when }) => when.every((constraint) => isMet(constraint, facts)));
}

function isAmong({ among }: Change, facts: Facts): boolean {
  return among.some((when) => when.every((constraint) => isMet(constraint, facts)));
}

function isMet(constraint: Constraint, facts: Facts): boolean {
  if ("left" in constraint) {
    return place(constraint.left, facts) < place(constraint.right, facts) === constraint.isBefore;
  }
  if ("weekdayOf" in constraint) {
    const weekday = weekdays[weekdayOfDay(place(constraint.weekdayOf, facts))];
    return weekday !== undefined && constraint.oneOf.includes(weekday);
  }
  if ("texts" in constraint) {
    const [one, two] = constraint.texts;
    return (facts.get(one) === facts.get(two)) === constraint.same;
  }
  const value = facts.get(constraint.fact);
  if ("element" in constraint) {
    return (value as readonly string[]).includes(constraint.element) === constraint.present;
  }
  if ("noneOf" in constraint) return !constraint.noneOf.includes(String(value));
  if ("oneOf" in constraint) return constraint.oneOf.includes(value as string);
  return constraint.ranges.some(
    ({ from, to }) =>
      (from === null || from <= (value as string)) && (to === null || (value as string) <= to),
  );
}

/** Days and times as numbers, whatever has been added. */
function place({ fact, plus }: FactPlus, facts: Facts): number {
  const value = facts.get(fact) ?? 0;
  const start =
    typeof value === "number" ? value : (dayFromIso(String(value)) ?? minutesFromTime(String(value)) ?? 0);
  return plus.reduce((day, term) => addTerm(day, term), start);
}

function valueOf(answered: Answered, facts: Facts): Value | undefined {
  if ("value" in answered) return answered.value;
  const value = facts.get(answered.fact);
  return answered.plus.length === 0 ? value : isoFromDay(place(answered, facts));
}

import { describe, expect, it } from "vitest";
import { answersFor, type Answers, type CasesOf } from "../src/engine/answers.js";
import type { Value } from "../src/engine/evaluate.js";
import type { Table } from "../src/language/edition.js";
import type { Policy } from "../src/language/policy.js";
import { randomFrom, type Random } from "../src/testing/random.js";
import { openForm, tryAll, type Tried, type TriedDecision } from "./brute-force.js";
import { knownFacts } from "./known-facts.js";
import { smallPolicy, type SmallPolicy } from "./small-policies.js";

const rerun = process.env["GUICHET_SEED"];
const firstSeed = Number(rerun ?? 1);
const policies = Number(process.env["GUICHET_SMALL_POLICIES"] ?? (rerun === undefined ? 3000 : 1));
const batches = 10;

/** How often each sort of case was met. */
const met = { settled: 0, open: 0, contradictory: 0, beforeFirstEdition: 0, unknownDay: 0, tied: 0 };

describe("what is said of partial facts is what every completion says", () => {
  const size = Math.ceil(policies / batches);
  for (let from = firstSeed; from < firstSeed + policies; from += size) {
    const to = Math.min(from + size, firstSeed + policies);
    it(`on the small policies of seeds ${from} to ${to - 1}`, { timeout: 300_000 }, () => {
      for (let seed = from; seed < to; seed += 1) compare(seed);
    });
  }

  it.runIf(policies >= 3000)("on enough cases of every sort", () => {
    expect(Math.min(met.settled, met.open)).toBeGreaterThan(policies / 2);
    expect(Math.min(met.contradictory, met.unknownDay)).toBeGreaterThan(policies / 10);
    expect(Math.min(met.tied, met.beforeFirstEdition)).toBeGreaterThan(policies / 500);
  });
});

function compare(seed: number): void {
  const random = randomFrom(seed);
  const small = smallPolicy(random);
  const known = knownFacts(random, small);
  const { policy, domains, edges } = small;
  const answers = answersFor(policy, known);
  const tried = tryAll(policy, domains, known);
  const where = `GUICHET_SEED=${seed}`;
  if (tried === "contradictory" || tried === "not-in-force") {
    expect(answers.segments, where).toEqual([]);
    // A day that is known to lie before the first edition is answered before the facts are looked at.
    const isBefore = tried === "not-in-force" || isBeforeFirstEdition(policy, known);
    expect(answers.contradictory, where).toBe(!isBefore);
    met[isBefore ? "beforeFirstEdition" : "contradictory"] += 1;
    return;
  }
  expect(answers.contradictory, where).toBe(false);
  expect(
    answers.segments.map(({ index }) => index),
    where,
  ).toEqual(tried.segments);
  if (!known.has(policy.datedBy)) met.unknownDay += 1;
  for (const [name, all] of tried.decisions) {
    const here = `${where}, ${name}`;
    expect(namedCases(answers.cases(name), name), `${here}, cases`).toEqual(all.cases);
    compareNeeds(answers.needs(name), all, `${here}, needs`);
    // An internal decision may be left out of all editions.
    if (all.answers.length === 0) continue;
    const isSettled = all.answers.length === 1;
    const open = openForm(policy, name, all.answers, edges);
    expect(answers.answer(name), here).toEqual(
      isSettled ? { settled: true, value: all.answers[0] } : { settled: false, open },
    );
    met[isSettled ? "settled" : "open"] += 1;
  }
  supplyNeeds(random, small, known, answers, tried, where);
}

/** The facts that change the decision alone; more only where facts that go together leave it open, and none in vain. */
function compareNeeds(needs: readonly string[], tried: TriedDecision, where: string): void {
  if (tried.settles(tried.alone)) {
    expect(needs, where).toEqual(tried.alone);
    return;
  }
  met.tied += 1;
  expect(needs, where).toEqual(expect.arrayContaining([...tried.alone]));
  expect(tried.settles(needs), `${where}: they settle the decision`).toBe(true);
  for (const path of needs) {
    expect(tried.settles(needs.filter((one) => one !== path)), `${where}: ${path} is not in vain`).toBe(
      false,
    );
  }
}

/** Once all that is needed is supplied, everything is decided, and as the specification decides it. */
function supplyNeeds(
  random: Random,
  { policy, domains }: SmallPolicy,
  known: ReadonlyMap<string, Value>,
  before: Answers,
  tried: Tried,
  where: string,
): void {
  const decisions = Object.keys(policy.decisions).filter((name) => policy.decisions[name]?.internal !== true);
  const needs = new Set(decisions.flatMap((name) => before.needs(name)));
  const one = tried.completion(random.integer(0, tried.count - 1));
  const fromOne = new Map([...known, ...[...one.facts].filter(([path]) => needs.has(path))]);
  const answers = answersFor(policy, fromOne);
  for (const name of decisions) {
    expect(answers.answer(name), `${where}, ${name}, needs supplied`).toEqual({
      settled: true,
      value: one.outcome.get(name),
    });
  }
  const any = new Map([
    ...known,
    ...[...needs].map((path) => [path, random.pick(domains.get(path) ?? [])] as const),
  ]);
  const others = answersFor(policy, any);
  if (others.segments.length === 0) return;
  const settled = decisions.every((name) => others.answer(name).settled);
  expect(settled, `${where}, any values supplied`).toBe(true);
}

function isBeforeFirstEdition(policy: Policy, known: ReadonlyMap<string, Value>): boolean {
  const day = known.get(policy.datedBy);
  return (
    day !== undefined &&
    policy.editions.every(({ inForceFrom }) => inForceFrom !== "open" && day < inForceFrom)
  );
}

/** The cases that were reported, by segment and by id. */
function namedCases(
  reported: readonly CasesOf[],
  decision: string,
): ReadonlyMap<number, ReadonlyMap<string, boolean>> {
  return new Map(
    reported.map(({ segment, cases }) => {
      const table = segment.edition.tables.find((one) => [one.decides].flat().includes(decision));
      const named = cases.flatMap(({ index, certain }) => {
        const id = table && idOf(table, index);
        return id === undefined ? [] : [[id, certain] as const];
      });
      return [segment.index, new Map(named)] as const;
    }),
  );
}

function idOf(table: Table, index: number): string | undefined {
  if ("is" in table) return table.id;
  return table.cases[index]?.id ?? (table.hitPolicy === "first" ? table.otherwise.id : undefined);
}

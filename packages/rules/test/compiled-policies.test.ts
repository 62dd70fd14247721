import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../src/calendar/civil-day.js";
import { answersFor } from "../src/engine/answers.js";
import { becauseOf } from "../src/engine/because.js";
import { readFacts } from "../src/engine/check-facts.js";
import { Compilation, type Backend } from "../src/engine/compile/compilation.js";
import { caseIdsIn } from "../src/engine/compiled/case-ids-in.fixture.js";
import { caseIdsOf } from "../src/engine/compiled/case-ids-of.js";
import { decisionText } from "../src/engine/compiled/decision-text.js";
import { decide } from "../src/engine/decide.js";
import type { Decision } from "../src/engine/decision.js";
import { evaluate, holds, type Evaluation, type Value } from "../src/engine/evaluate.js";
import { factsBehind } from "../src/engine/facts-behind.js";
import { fingerprintOf } from "../src/engine/fingerprint.js";
import { segmentOn, segmentsOf, type Segment } from "../src/engine/timeline.js";
import type { Policy } from "../src/language/policy.js";
import { nestFacts } from "../src/testing/nest-facts.js";
import { randomFacts } from "../src/testing/random-facts.js";
import { randomFrom, type Random } from "../src/testing/random.js";
import { byId, seed } from "./shipped-policies.js";
import { smallPolicy } from "./small-policies.js";

/** Comparisons of an answer with the specification's, over all shipped policies. */
const comparisons = Number(process.env["GUICHET_COMPARISONS"] ?? 1_000_000);
/** The same with facts missing. */
const partialComparisons = Number(process.env["GUICHET_PARTIAL_COMPARISONS"] ?? 50_000);
/** Whole decisions of each policy that are compared. */
const draws = Number(process.env["GUICHET_DRAWS"] ?? 300);
const smallPolicies = Number(process.env["GUICHET_SMALL_COMPILED_POLICIES"] ?? 400);
/** A full run takes as long as it takes. */
const timeout = 1_800_000;
const backends: readonly Backend[] = ["generated", "closures"];
const segments = byId.reduce((count, [, { policy }]) => count + segmentsOf(policy).length, 0);

type Facts = ReadonlyMap<string, Value>;

describe.each(byId)("%s, compiled", (_, { policy }) => {
  const compiled = backends.map((backend) => new Compilation(policy, backend));

  it("runs as generated code and as closures", () => {
    expect(compiled.map(({ backend }) => backend)).toEqual(backends);
  });

  it("answers complete facts as the specification does, on any day, by the same cases", { timeout }, () => {
    const random = randomFrom(seed);
    const pool = Array.from(
      { length: 400 },
      (_, at) => readFacts(policy, randomFacts(policy, seed + at)).values,
    );
    const rounds = Math.ceil(comparisons / segments / backends.length);
    for (const segment of segmentsOf(policy)) {
      let answered = 0;
      for (let round = 0; round < rounds; round += 1) {
        const facts = mixed(policy, segment, random, pool);
        answered += compareAll(policy, compiled, segment, facts) ? 1 : 0;
      }
      expect(answered).toBeGreaterThan(rounds / 4);
    }
  });

  it("hands over where a fact is missing that the segment looks at, and only there", { timeout }, () => {
    const random = randomFrom(seed);
    const rounds = Math.ceil(partialComparisons / byId.length / backends.length);
    for (let round = 0; round < rounds; round += 1) {
      const { values } = readFacts(policy, randomFacts(policy, seed + round));
      const missing = random.pick([0.02, 0.1, 0.5]);
      const partial = new Map(
        [...values].filter(([path]) => path === policy.datedBy || !random.chance(missing)),
      );
      comparePartial(policy, compiled, partial);
    }
  });

  it("gives the whole decision that the diagrams give, and its text, from the facts as they were read", () => {
    for (let round = 0; round < draws; round += 1) {
      const supplied = randomFacts(policy, seed + round);
      const expected = JSON.stringify(decide(policy, supplied));
      for (const one of compiled) {
        const got = one.decide(supplied);
        if (!got) continue;
        expect(JSON.stringify(got)).toBe(expected);
        expect(decisionText(got as Decision)).toBe(expected);
        expect(caseIdsOf(got as Decision)).toEqual(caseIdsOf(decide(policy, supplied)));
        expect([...factsBehind(got)]).toEqual([...readFacts(policy, supplied).values]);
      }
    }
  });
});

describe("small policies with everything the language has, compiled", () => {
  it("answer as the specification and the diagrams do", { timeout }, () => {
    let settled = 0;
    for (let at = 0; at < smallPolicies; at += 1) {
      const random = randomFrom(seed * 1000 + at);
      const { policy, likely } = smallPolicy(random);
      const compiled = backends.map((backend) => new Compilation(policy, backend));
      for (let round = 0; round < 60; round += 1) {
        const facts = new Map([...likely].map(([path, values]) => [path, random.pick(values)]));
        const segment = segmentOn(policy, facts.get(policy.datedBy) as string);
        if (segment && compareAll(policy, compiled, segment, facts)) settled += 1;
        const known = [...facts].filter(([path]) => path === policy.datedBy || random.chance(0.8));
        if (round < 6) comparePartial(policy, compiled, new Map(known));
      }
    }
    expect(settled).toBeGreaterThan(smallPolicies * 10);
  });
});

/** Facts from several of the pool, on a day of the segment. */
function mixed(policy: Policy, segment: Segment, random: Random, pool: readonly Facts[]): Facts {
  const facts = new Map(random.pick(pool));
  const other = random.pick(pool);
  for (const path of facts.keys()) if (random.chance(0.3)) facts.set(path, other.get(path) ?? "");
  const day = facts.get(policy.datedBy) as string;
  if (segmentOn(policy, day) !== segment) {
    const from = dayFromIso(segment.from ?? "1990-01-01") ?? 0;
    const to = dayFromIso(segment.to ?? "2040-12-31") ?? from;
    facts.set(policy.datedBy, isoFromDay(random.integer(from, Math.max(from, to))));
  }
  return facts;
}

/** Compares each answer; whether there was one, for facts that contradict what is given have none. */
function compareAll(
  policy: Policy,
  compiled: readonly Compilation[],
  segment: Segment,
  facts: Facts,
): boolean {
  const supplied = nestFacts(policy, facts);
  const meets = (policy.given ?? []).every((given) =>
    holds(given.holds, ({ fact }) => facts.get(fact) ?? ""),
  );
  const expected = meets ? evaluate(policy, segment, (path) => facts.get(path) ?? "") : undefined;
  for (const one of compiled) {
    const wrong = differenceFrom(policy, expected, one.decide(supplied), segment);
    if (wrong !== undefined) {
      expect.fail(`${policy.id}, ${one.backend}, seed ${seed}: ${wrong}\n${JSON.stringify(supplied)}`);
    }
  }
  return meets;
}

/** What differs, or nothing. */
function differenceFrom(
  policy: Policy,
  expected: Evaluation | undefined,
  got: ReturnType<Compilation["decide"]>,
  segment: Segment,
): string | undefined {
  if (got?.status === "not-in-force") return "it is not in force";
  if (!expected || !got) return expected || got ? `it ${got ? "answers" : "hands over"}` : undefined;
  if (got.fingerprint !== fingerprintOf(policy, segment)) return "another segment";
  const names = Object.entries(policy.decisions).flatMap(([name, { internal }]) => (internal ? [] : [name]));
  if (Object.keys(got.outcome).join() !== names.join()) return "another order of decisions";
  const value = names.find((name) => !isSame(got.outcome[name], expected.values[name]));
  if (value !== undefined) return `${value} is another`;
  const ids = caseIdsIn(got);
  const cases = Object.keys(expected.cases).find((name) => !isSame(ids[name], expected.cases[name]));
  return cases === undefined ? undefined : `${cases} has other cases`;
}

function isSame(left: Value | undefined, right: Value | undefined): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  return left.length === right.length && left.every((element, index) => element === right[index]);
}

function comparePartial(policy: Policy, compiled: readonly Compilation[], facts: Facts): void {
  const supplied = nestFacts(policy, facts);
  const { problems, values } = readFacts(policy, supplied);
  const segment = segmentOn(policy, facts.get(policy.datedBy) as string);
  for (const one of compiled) {
    const got = one.decide(supplied);
    if (problems.length > 0) {
      expect(got).toBeUndefined();
      continue;
    }
    if (!segment) {
      if (got) expect(JSON.stringify(got)).toBe(JSON.stringify(decide(policy, supplied)));
      continue;
    }
    const { reads } = one.plan(segment.index);
    const lacking = [...one.layout.facts.values()].some(
      ({ name, slot }) => reads.includes(slot) && !facts.has(name),
    );
    if (got === undefined || got.status === "not-in-force") {
      expect([got, lacking]).toEqual([undefined, true]);
      continue;
    }
    expect(lacking).toBe(false);
    expect([...factsBehind(got)]).toEqual([...values]);
    const answers = answersFor(policy, facts);
    for (const [name, value] of Object.entries(got.outcome)) {
      expect(answers.answer(name)).toEqual({ settled: true, value });
    }
    expect(got.because).toEqual(becauseOf(policy, facts, answers, Object.entries(got.outcome)));
  }
}

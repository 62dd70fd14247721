import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../src/calendar/civil-day.js";
import { answersFor, type Answers } from "../src/engine/answers.js";
import { becauseOf } from "../src/engine/because.js";
import { readFacts } from "../src/engine/check-facts.js";
import { CompiledPolicy, type Backend } from "../src/engine/compile/compiled.js";
import { casesOf, factsIn, type FastDecision } from "../src/engine/compile/fast-decide.js";
import { decide } from "../src/engine/decide.js";
import { evaluate, holds, type Evaluation, type Value } from "../src/engine/evaluate.js";
import { segmentOn, segmentsOf, type Segment } from "../src/engine/timeline.js";
import type { Policy } from "../src/language/policy.js";
import { nestFacts } from "../src/testing/nest-facts.js";
import { randomFacts } from "../src/testing/random-facts.js";
import { randomFrom, type Random } from "../src/testing/random.js";
import { byId, seed } from "./shipped-policies.js";
import { smallPolicy } from "./small-policies.js";

/** Comparisons of an answer with the specification's, over all shipped policies. */
const comparisons = Number(process.env["GUICHET_COMPARISONS"] ?? 1_000_000);
const smallPolicies = Number(process.env["GUICHET_SMALL_POLICIES"] ?? 400);
/** A full run takes as long as it takes. */
const timeout = 1_800_000;
const backends: readonly Backend[] = ["generated", "closures"];
const segments = byId.reduce((count, [, { policy }]) => count + segmentsOf(policy).length, 0);

type Facts = ReadonlyMap<string, Value>;

describe.each(byId)("%s, compiled", (_, { policy }) => {
  const compiled = backends.map((backend) => new CompiledPolicy(policy, backend));

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

  it("hands over where a fact is missing that the segment looks at, and only there", () => {
    const random = randomFrom(seed);
    for (let round = 0; round < 1500; round += 1) {
      const { values } = readFacts(policy, randomFacts(policy, seed + round));
      const missing = random.pick([0.02, 0.1, 0.5]);
      const partial = new Map(
        [...values].filter(([path]) => path === policy.datedBy || !random.chance(missing)),
      );
      comparePartial(policy, compiled, partial);
    }
  });

  it("gives the reasons that the diagrams give, from the cases and the facts as they were read", () => {
    for (let round = 0; round < 150; round += 1) {
      const supplied = randomFacts(policy, seed + round);
      for (const one of compiled) {
        const got = one.decide(supplied);
        if (!got) continue;
        const facts = factsIn(policy, got);
        const answers: Answers = {
          ...answersFor(policy, facts),
          cases: (decision) => [casesOf(policy, got, decision)],
        };
        const settled = Object.entries(got.outcome);
        expect(becauseOf(policy, facts, answers, settled)).toEqual(decide(policy, supplied).because);
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
      const compiled = backends.map((backend) => new CompiledPolicy(policy, backend));
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
  compiled: readonly CompiledPolicy[],
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
  got: FastDecision | undefined,
  segment: Segment,
): string | undefined {
  if (!expected || !got) return expected || got ? `it ${got ? "answers" : "hands over"}` : undefined;
  if (got.segment !== segment) return "another segment";
  const names = Object.entries(policy.decisions).flatMap(([name, { internal }]) => (internal ? [] : [name]));
  if (Object.keys(got.outcome).join() !== names.join()) return "another order of decisions";
  const value = names.find((name) => !isSame(got.outcome[name], expected.values[name]));
  if (value !== undefined) return `${value} is another`;
  const cases = Object.keys(expected.cases).find(
    (name) => !isSame(idsOf(policy, segment, got, name), expected.cases[name]),
  );
  return cases === undefined ? undefined : `${cases} has other cases`;
}

function isSame(left: Value | undefined, right: Value | undefined): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  return left.length === right.length && left.every((element, index) => element === right[index]);
}

/** The ids of the cases that made a decision, as the specification gives them. */
function idsOf(policy: Policy, { edition }: Segment, got: FastDecision, decision: string): readonly string[] {
  const table = edition.tables.find(({ decides }) =>
    typeof decides === "string" ? decides === decision : decides.includes(decision),
  );
  return casesOf(policy, got, decision).cases.flatMap(({ index }) => {
    if (!table) return [];
    if ("is" in table) return table.id === undefined ? [] : [table.id];
    const row = table.cases[index] ?? ("otherwise" in table ? table.otherwise : undefined);
    return row ? [row.id] : [];
  });
}

function comparePartial(policy: Policy, compiled: readonly CompiledPolicy[], facts: Facts): void {
  const supplied = nestFacts(policy, facts);
  const { problems, values } = readFacts(policy, supplied);
  const segment = segmentOn(policy, facts.get(policy.datedBy) as string);
  for (const one of compiled) {
    const got = one.decide(supplied);
    if (!segment || problems.length > 0) {
      expect(got).toBeUndefined();
      continue;
    }
    const { reads } = one.plan(segment.index);
    const lacking = [...one.layout.facts.values()].some(
      ({ name, slot }) => reads.includes(slot) && !facts.has(name),
    );
    if (!got) {
      expect(lacking).toBe(true);
      continue;
    }
    expect(lacking).toBe(false);
    expect([...factsIn(policy, got)]).toEqual([...values]);
    const answers = answersFor(policy, facts);
    for (const [name, value] of Object.entries(got.outcome)) {
      expect(answers.answer(name)).toEqual({ settled: true, value });
      expect(answers.cases(name)).toEqual([casesOf(policy, got, name)]);
    }
  }
}

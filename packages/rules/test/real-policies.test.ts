import { describe, expect, it } from "vitest";
import { answersFor, type Answer, type Answers } from "../src/engine/answers.js";
import type { Value } from "../src/engine/evaluate.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import type { Policy } from "../src/language/policy.js";
import { randomFrom } from "../src/testing/random.js";
import { RandomCompletions } from "./random-completions.js";
import { byId, seed as firstSeed } from "./shipped-policies.js";

const partialCases = 400;
const completionsEach = 100;

/** At least this share of the needs is seen at work by draws: the rest take rare facts, and are proved on small policies. */
const witnessed = 0.5;

describe.each(byId)("on partial facts of %s", (_, { policy }) => {
  it("every completion that is drawn agrees with what is said", { timeout: 300_000 }, () => {
    const seen = { open: 0, asked: 0, witnessed: 0 };
    const drawing = new RandomCompletions(policy, randomFrom(firstSeed));
    for (let seed = firstSeed; seed < firstSeed + partialCases; seed += 1) {
      const random = randomFrom(seed);
      const known = drawing.partial(random.pick([0.2, 0.5, 0.8]));
      compare(policy, drawing, known, `GUICHET_SEED=${firstSeed}, case ${seed}`, seen);
    }
    expect(seen.open).toBeGreaterThan(partialCases);
    expect(seen.witnessed / seen.asked).toBeGreaterThan(witnessed);
  });
});

type Facts = ReadonlyMap<string, Value>;

function publicDecisions(policy: Policy): readonly string[] {
  return Object.keys(policy.decisions).filter((name) => policy.decisions[name]?.internal !== true);
}

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other));
}

function compare(
  policy: Policy,
  drawing: RandomCompletions,
  known: Facts,
  where: string,
  seen: { open: number; asked: number; witnessed: number },
): void {
  const answers = answersFor(policy, known);
  expect(answers.contradictory, where).toBe(false);
  const decisions = publicDecisions(policy);
  const given = new Map(decisions.map((name) => [name, answers.answer(name)]));
  const needs = new Map(decisions.map((name) => [name, new Set(answers.needs(name))]));
  const witnessed = new Set<string>();
  const unknown = [...declaredFacts(policy.facts).keys()].filter((path) => !known.has(path));
  for (let draw = 0; draw < completionsEach; draw += 1) {
    const completion = drawing.complete(known);
    if (!completion) continue;
    if (answers.segments.length === 0) expect.fail(`${where}: a completion is in force`);
    const { facts, outcome } = completion;
    for (const name of decisions) {
      if (!isAmong(given.get(name), outcome[name]))
        expect.fail(`${where}: ${name} is not among what is possible`);
    }
    // Each change takes an evaluation: half of the draws, and a tenth for facts that are not asked for.
    for (const path of draw % 2 === 0 ? unknown : []) {
      const open = decisions.filter(
        (name) => needs.get(name)?.has(path) === true && !witnessed.has(`${name} ${path}`),
      );
      if (open.length === 0 && draw % 10 !== 0) continue;
      const other = drawing.outcome(new Map([...facts, [path, drawing.value(path, facts)]]));
      for (const name of other ? decisions : []) {
        if (isSame(other?.[name], outcome[name])) continue;
        if (needs.get(name)?.has(path) !== true)
          expect.fail(`${where}: ${path} changes ${name} and is not asked for`);
        witnessed.add(`${name} ${path}`);
      }
    }
  }
  seen.open += [...given.values()].filter((answer) => !answer.settled).length;
  seen.asked += [...needs.values()].reduce((all, paths) => all + paths.size, 0);
  seen.witnessed += witnessed.size;
  supplyNeeds(policy, drawing, known, answers, where);
}

/** Once all that is needed is supplied, everything is settled, and as the specification decides it. */
function supplyNeeds(
  policy: Policy,
  drawing: RandomCompletions,
  known: Facts,
  answers: Answers,
  where: string,
): void {
  const decisions = publicDecisions(policy);
  const needs = new Set(decisions.flatMap((name) => answers.needs(name)));
  for (let draw = 0; draw < 5; draw += 1) {
    const completion = drawing.complete(known);
    if (!completion) continue;
    const supplied = new Map([...known, ...[...completion.facts].filter(([path]) => needs.has(path))]);
    const after = answersFor(policy, supplied);
    for (const name of decisions) {
      const wanted = { settled: true, value: completion.outcome[name] };
      expect(after.answer(name), `${where}, ${name}, needs supplied`).toEqual(wanted);
    }
  }
}

function isAmong(answer: Answer | undefined, value: Value | undefined): boolean {
  if (answer === undefined || value === undefined) return false;
  if (answer.settled) return isSame(answer.value, value);
  const { open } = answer;
  if ("oneOf" in open) return open.oneOf.includes(value as string);
  if ("certain" in open) {
    const set = value as readonly string[];
    const all = [...open.certain, ...open.possible];
    return (
      open.certain.every((element) => set.includes(element)) && set.every((element) => all.includes(element))
    );
  }
  if (value === "none") return open.none === true;
  return (open.from === null || open.from <= value) && (open.to === null || value <= open.to);
}

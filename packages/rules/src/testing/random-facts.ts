import { dayFromIso, firstDay, isoFromDay, lastDay } from "../calendar/civil-day.js";
import { addTerm } from "../calendar/term.js";
import type { Value } from "../engine/evaluate.js";
import { truthOf } from "../engine/given.js";
import { segmentOn } from "../engine/timeline.js";
import type { Condition } from "../language/condition.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { FactDeclaration } from "../language/fact.js";
import type { FactsOf, Policy } from "../language/policy.js";
import { landmarksOf, type Landmarks } from "./landmarks.js";
import { nestFacts } from "./nest-facts.js";
import { randomFrom, type Random } from "./random.js";
import { steerFacts } from "./steer-facts.js";

/**
 * Complete facts of a policy that meet what is given, drawn where answers change: at thresholds and one beside
 * them, on and beside the first days of editions and rates, and a term away from another day.
 *
 * Shape: the same seed gives the same facts.
 * Errors: throws when what is given leaves hardly any facts, after 1,000 draws.
 *
 * @example
 * const facts = randomFacts(parking, 42);
 */
export function randomFacts<P extends Policy>(policy: P, seed: number): FactsOf<P> {
  const random = randomFrom(seed);
  const values = new Map<string, Value>();
  const declaredByPath = declaredFacts(policy.facts);
  const drawAt = (path: string): Value | undefined => {
    const declared = declaredByPath.get(path);
    return declared && draw(policy, random, path, declared, values);
  };
  for (const [path, declared] of declaredByPath)
    values.set(path, draw(policy, random, path, declared, values));
  const segment = segmentOn(policy, values.get(policy.datedBy) as string);
  if (segment && random.chance(0.7)) steerFacts({ policy, segment, random, values, draw: drawAt });
  for (let round = 0; round < 1000; round += 1) {
    const broken = (policy.given ?? []).filter(({ holds }) => truthOf(holds, values) === false);
    if (broken.length === 0) return nestFacts(policy, values);
    for (const path of new Set(broken.flatMap(({ holds }) => factsIn(holds)))) {
      const value = drawAt(path);
      if (value !== undefined) values.set(path, value);
    }
  }
  throw new Error(
    `${policy.id}: no facts found that meet what is given; draw with another seed than ${seed}`,
  );
}

function draw(
  policy: Policy,
  random: Random,
  path: string,
  declared: FactDeclaration,
  drawn: ReadonlyMap<string, Value>,
): Value {
  const landmarks = landmarksOf(policy);
  const near = landmarks.of.get(path) ?? [];
  switch (declared.kind) {
    case "boolean":
      return random.chance(0.5);
    case "one-of":
      return random.pick(declared.values);
    case "set-of":
      return drawSet(random, declared.values);
    case "integer":
      return drawInteger(random, near, landmarks.numbers, declared.min, declared.max);
    case "date":
      return isoFromDay(drawDay(random, landmarks, otherDays(policy, path, drawn)));
    case "time":
      return drawTime(random, near);
    case "text":
      return random.pick([...near.map(String), ...otherTexts(policy, path, drawn), "", "a", "b"]);
  }
}

function drawSet(random: Random, values: readonly string[]): readonly string[] {
  if (random.chance(0.1)) return [];
  if (random.chance(0.25)) return values;
  const share = random.pick([0.2, 0.5, 0.8, 0.95]);
  return values.filter(() => random.chance(share));
}

function drawInteger(
  random: Random,
  near: readonly (number | string)[],
  numbers: readonly number[],
  min = -1000,
  max = Math.max(min, 0) + 1000,
): number {
  const thresholds = near.filter((value) => typeof value === "number");
  const around = thresholds.length > 0 && random.chance(0.8) ? thresholds : [...numbers, min, max];
  const drawn = random.chance(0.8) ? random.pick(around) + random.integer(-1, 1) : random.integer(min, max);
  return Math.min(Math.max(drawn, min), max);
}

function drawDay(random: Random, { days, terms }: Landmarks, others: readonly number[]): number {
  const beside = random.integer(-1, 1);
  let day = random.pick(days);
  if (others.length > 0 && random.chance(0.7)) {
    const term = random.pick([...terms, { months: 0, days: 0 }]);
    const sign = random.pick([1, -1]);
    // Adding months is not undone by subtracting them, so a day more may be needed than one beside.
    const slack = random.chance(0.2) ? random.integer(-3, 3) : 0;
    day = addTerm(random.pick(others), { months: sign * term.months, days: sign * term.days }) + slack;
  } else if (random.chance(0.2)) {
    day = random.integer(Math.min(...days) - 800, Math.max(...days) + 800);
  }
  return Math.min(Math.max(day + beside, firstDay), lastDay);
}

function drawTime(random: Random, near: readonly (number | string)[]): string {
  const minutes = near.map((time) => Number(String(time).slice(0, 2)) * 60 + Number(String(time).slice(3)));
  const at = random.chance(0.7)
    ? random.pick([...minutes, 0, 1439]) + random.integer(-1, 1)
    : random.integer(0, 1439);
  const within = Math.min(Math.max(at, 0), 1439);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

function otherDays(policy: Policy, path: string, drawn: ReadonlyMap<string, Value>): readonly number[] {
  return otherTexts(policy, path, drawn)
    .map(dayFromIso)
    .filter((day) => day !== undefined);
}

/** What was drawn for the other facts of the same kind. */
function otherTexts(policy: Policy, path: string, drawn: ReadonlyMap<string, Value>): readonly string[] {
  const declared = declaredFacts(policy.facts);
  const others = [...drawn].filter(
    ([name]) => name !== path && declared.get(name)?.kind === declared.get(path)?.kind,
  );
  return others.map(([, value]) => value as string);
}

function factsIn(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(factsIn);
  if ("any" in condition) return condition.any.flatMap(factsIn);
  if ("not" in condition) return factsIn(condition.not);
  const { fact, value } = condition;
  return typeof value === "object" && "fact" in value ? [fact, value.fact] : [fact];
}

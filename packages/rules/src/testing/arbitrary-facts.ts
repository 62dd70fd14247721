import * as fc from "fast-check";
import { dayFromIso, firstDay, isoFromDay, lastDay } from "../calendar/civil-day.js";
import { addTerm } from "../calendar/term.js";
import { minutesFromTime, timeFromMinutes } from "../calendar/time-of-day.js";
import type { Value } from "../engine/evaluate.js";
import { truthOf } from "../engine/given.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { FactDeclaration } from "../language/fact.js";
import type { FactsOf, Policy } from "../language/policy.js";
import { landmarksOf, type Landmarks } from "./landmarks.js";
import { nestFacts } from "./nest-facts.js";

/**
 * Arbitrary complete facts of a policy that meet what is given; they shrink to few elements, small numbers and the
 * first values, with days that stay where answers change.
 *
 * @example
 * fc.assert(fc.property(arbitraryFacts(parking), (facts) => checkFacts(parking, facts).length === 0));
 */
export function arbitraryFacts<P extends Policy>(policy: P): fc.Arbitrary<FactsOf<P>> {
  return arbitraryValues(policy).map((values) => nestFacts(policy, values));
}

/** Arbitrary facts of which any may be missing: a part of complete ones, so that some completion exists. */
export function arbitraryPartialFacts<P extends Policy>(policy: P): fc.Arbitrary<FactsOf<P>> {
  return arbitraryStages(policy).map(({ some }) => some);
}

/** What is known of one case at three moments: each says what the one before it says, and more. */
export interface Stages<P extends Policy> {
  readonly some: FactsOf<P>;
  readonly more: FactsOf<P>;
  readonly all: FactsOf<P>;
}

/**
 * Arbitrary facts that become known bit by bit, for what must hold whatever else turns out.
 *
 * @example
 * fc.assert(fc.property(arbitraryStages(parking), ({ some, all }) => agree(decide(parking, some), decide(parking, all))));
 */
export function arbitraryStages<P extends Policy>(policy: P): fc.Arbitrary<Stages<P>> {
  const paths = [...declaredFacts(policy.facts).keys()];
  return fc
    .tuple(arbitraryValues(policy), fc.subarray(paths), fc.subarray(paths))
    .map(([values, first, second]) => {
      const part = (kept: readonly string[]): FactsOf<P> =>
        nestFacts(
          policy,
          [...values].filter(([path]) => kept.includes(path)),
        );
      return { some: part(first), more: part([...first, ...second]), all: nestFacts(policy, values) };
    });
}

/** Arbitrary complete facts by path. */
export function arbitraryValues(policy: Policy): fc.Arbitrary<ReadonlyMap<string, Value>> {
  const landmarks = landmarksOf(policy);
  const declared = [...declaredFacts(policy.facts)];
  return fc
    .tuple(...declared.map(([path, fact]) => arbitraryValue(landmarks, path, fact)))
    .map((drawn) => settle(declared.map(([path], index) => [path, drawn[index] ?? "none"] as const)))
    .filter((values) => (policy.given ?? []).every(({ holds }) => truthOf(holds, values) !== false));
}

/** A day that stands so many days and a term away from the first day among the facts. */
interface Away {
  readonly days: number;
  readonly months: number;
}

type Drawn = Value | Away;

function arbitraryValue(landmarks: Landmarks, path: string, declared: FactDeclaration): fc.Arbitrary<Drawn> {
  const near = landmarks.of.get(path) ?? [];
  switch (declared.kind) {
    case "boolean":
      return fc.boolean();
    case "one-of":
      return fc.constantFrom(...declared.values);
    case "set-of":
      return fc.subarray([...declared.values]);
    case "integer":
      return arbitraryInteger(near, declared.min, declared.max);
    case "date":
      return fc.oneof(arbitraryDay(landmarks), arbitraryAway(landmarks));
    case "time":
      return fc.oneof(
        ...texts(near.flatMap(besideTime)),
        fc.integer({ min: 0, max: 1439 }).map(timeFromMinutes),
      );
    case "text":
      return fc.oneof(...texts(near), fc.constantFrom("", "a", "b"));
  }
}

function arbitraryInteger(near: readonly (number | string)[], min = -1000, max = Math.max(min, 0) + 1000) {
  const beside = near
    .filter((value) => typeof value === "number")
    .flatMap((value) => [value, value - 1, value + 1])
    .filter((value) => min <= value && value <= max);
  const any = fc.integer({ min, max });
  return beside.length === 0 ? any : fc.oneof(any, fc.constantFrom(...beside));
}

function arbitraryDay({ days }: Landmarks): fc.Arbitrary<string> {
  const beside = fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: -1, max: 1 }))
    .map(([day, off]) => isoDay(day + off));
  const around = fc.integer({ min: Math.min(...days) - 800, max: Math.max(...days) + 800 }).map(isoDay);
  return fc.oneof({ arbitrary: beside, weight: 3 }, around);
}

function arbitraryAway({ terms }: Landmarks): fc.Arbitrary<Away> {
  return fc
    .tuple(
      fc.constantFrom({ months: 0, days: 0 }, ...terms),
      fc.constantFrom(1, -1),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([term, sign, off]) => ({ months: sign * term.months, days: sign * term.days + off }));
}

function settle(drawn: readonly (readonly [string, Drawn])[]): ReadonlyMap<string, Value> {
  const days = drawn.map(([, value]) => (typeof value === "string" ? dayFromIso(value) : undefined));
  const anchor = days.find((day) => day !== undefined) ?? 0;
  return new Map(
    drawn.map(([path, value]) => [path, isAway(value) ? isoDay(addTerm(anchor, value)) : value]),
  );
}

function isAway(value: Drawn): value is Away {
  return typeof value === "object" && "months" in value;
}

function isoDay(day: number): string {
  return isoFromDay(Math.min(Math.max(day, firstDay), lastDay));
}

/** A time of day, and a minute before and after it. */
function besideTime(time: number | string): readonly string[] {
  const minutes = minutesFromTime(String(time));
  if (minutes === undefined) return [];
  return [minutes, minutes - 1, minutes + 1].filter((at) => at >= 0 && at < 1440).map(timeFromMinutes);
}

function texts(near: readonly (number | string)[]): readonly fc.Arbitrary<string>[] {
  return near.length === 0 ? [] : [fc.constantFrom(...near.map(String))];
}

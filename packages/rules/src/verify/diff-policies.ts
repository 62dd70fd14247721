import { dayFromIso, type IsoDay } from "../calendar/civil-day.js";
import { Completions } from "../engine/completions.js";
import type { Diagram } from "../engine/diagrams.js";
import type { Leaf } from "../engine/leaf.js";
import { diagramsTogether, type PolicyDiagrams } from "../engine/policy-diagrams.js";
import { scaleOf } from "../engine/scale.js";
import { dayBefore, segmentOn, segmentsOf, type Segment } from "../engine/timeline.js";
import type { Policy } from "../language/policy.js";
import { GuichetError, problemAt } from "../language/problem.js";
import { constraintsIn, type Constraint, type FactPlus } from "./constraint.js";
import { differencesOf } from "./difference.js";
import { refuseIncomparable } from "./refuse-incomparable.js";
import { SegmentSpace } from "./space.js";
import { witnessOf, type Witness } from "./witness-of.js";

/** What an answer is: a value, or for days and numbers that depend on a fact that fact and what is added to it. */
export type Answered = { readonly value: boolean | number | string } | FactPlus;

/** A class of facts for which one decision changes in one way. */
export interface ChangedClass {
  /** All of them hold; none: always. */
  readonly when: readonly Constraint[];
  /** Complete facts of the class; the former policy knows them too unless they hold an element it has not. */
  readonly witness: Witness;
}

/** One change of one decision: for a set, of one of its elements. */
export interface Change {
  readonly decision: string;
  /** The element of a set that comes or goes. */
  readonly element?: string;
  readonly before: Answered;
  readonly after: Answered;
  /** As few classes, each as large, as they can be. */
  readonly classes: readonly ChangedClass[];
  /**
   * The classes told among the facts whose answer was `before`: conditions that all of those meet are left out, and
   * one class without conditions means that `before` is always followed by `after`.
   */
  readonly among: readonly (readonly Constraint[])[];
  /** False where there are more classes than anybody reads: then some of them are given, each exact. */
  readonly isComplete: boolean;
}

/** What changes over a stretch of days. */
export interface ChangedPeriod {
  /** Inclusive; `null` is unbounded. */
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
  /** Whether the policy is in force then: before, and after. */
  readonly inForce: { readonly before: boolean; readonly after: boolean };
  readonly changes: readonly Change[];
}

/** Everything that differs between two policies; no period means that they are equivalent. */
export interface PolicyDiff {
  readonly equivalent: boolean;
  readonly periods: readonly ChangedPeriod[];
}

/**
 * Says exactly for which facts, on which days, two policies answer differently: nothing is sampled. The second is
 * usually an amended or corrected copy of the first.
 *
 * Sets may hold elements in one of them that they cannot hold in the other: there they are never held.
 *
 * Errors: `policies-not-comparable` where they do not answer the same questions from the same facts.
 *
 * @example
 * diffPolicies(loyaltyDiscount, amended).periods[0]?.changes[0]?.after; // { value: 10 }
 */
export function diffPolicies(before: Policy, after: Policy): PolicyDiff {
  refuseIncomparable(before, after);
  const [one, two] = diagramsTogether([before, after]);
  if (!one || !two) return { equivalent: true, periods: [] };
  const completions = new Completions(two, new Map());
  const periods = stretchesOf(before, after).flatMap((stretch) => {
    const [left, right] = [segmentAt(before, stretch), segmentAt(after, stretch)];
    const inForce = { before: left !== undefined, after: right !== undefined };
    const changes = left && right ? changesBetween(completions, [one, left], [two, right], stretch) : [];
    const differs = changes.length > 0 || inForce.before !== inForce.after;
    return differs ? [{ ...stretch, inForce, changes }] : [];
  });
  return { equivalent: periods.length === 0, periods };
}

/**
 * Says exactly which answers change between the rules of one day and those of another: the same facts, judged by the
 * edition and the rates of each day. The period is the one over which the rules of the second day hold.
 *
 * Errors: `not-a-day`; `not-in-force` for a day before the first edition.
 *
 * @example
 * const [period] = diffDays(teleExpertise, "2025-12-31", "2026-01-01").periods;
 * period?.changes.map(({ decision }) => decision); // ["responderFeeCents", "responderFeeCents"]
 */
export function diffDays(policy: Policy, from: string, to: string): PolicyDiff {
  const [left, right] = [segmentOfDay(policy, from), segmentOfDay(policy, to)];
  const [built] = diagramsTogether([policy]);
  const changes =
    !built || left === right
      ? []
      : changesBetween(new Completions(built, new Map()), [built, left], [built, right], right);
  if (changes.length === 0) return { equivalent: true, periods: [] };
  const inForce = { before: true, after: true };
  return { equivalent: false, periods: [{ from: right.from, to: right.to, inForce, changes }] };
}

interface Stretch {
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
}

type Side = readonly [built: PolicyDiagrams, segment: Segment];

function changesBetween(
  completions: Completions,
  [one, left]: Side,
  [two, right]: Side,
  { from, to }: Stretch,
): readonly Change[] {
  const restricted = completions.restrict({ ...right, from, to });
  const [before, after] = [
    new SegmentSpace(completions, one.of(left), restricted),
    new SegmentSpace(completions, two.of(right), restricted),
  ];
  return Object.entries(two.policy.decisions).flatMap(([decision, declared]) => {
    if (declared.internal === true) return [];
    return elementsIn(one.policy, two.policy, decision).flatMap((element) =>
      differencesOf(after, rootOf(before, decision, element), rootOf(after, decision, element)).map(
        ({ boxes, among, isComplete, ...leaves }): Change => ({
          decision,
          ...(element === undefined ? {} : { element }),
          before: answeredBy(two.policy, decision, leaves.before),
          after: answeredBy(two.policy, decision, leaves.after),
          classes: boxes.map(({ box, region }) => ({
            when: constraintsIn(two.policy, completions, box),
            witness: witnessOf(two.policy, region),
          })),
          among: among.map(({ box }) => constraintsIn(two.policy, completions, box)),
          isComplete,
        }),
      ),
    );
  });
}

/** What is compared of a decision: the elements of a set one by one, else the whole of it. */
function elementsIn(before: Policy, after: Policy, decision: string): readonly (string | undefined)[] {
  const elements = [after, before].map(({ decisions }) => {
    const declared = decisions[decision];
    return declared?.kind === "set-of" ? declared.values : undefined;
  });
  return elements[0] === undefined ? [undefined] : [...new Set(elements.flatMap((values) => values ?? []))];
}

function rootOf(space: SegmentSpace, decision: string, element: string | undefined): Diagram {
  const { scalars, sets } = space.built;
  const root = element === undefined ? scalars.get(decision) : sets.get(decision)?.get(element);
  return space.within(root ?? space.diagrams.false);
}

function answeredBy(policy: Policy, decision: string, leaf: Leaf): Answered {
  if (leaf.is === "value") return { value: leaf.value };
  if (leaf.is === "fact") return { fact: leaf.fact, plus: leaf.offset };
  const declared = policy.decisions[decision];
  const scale = declared && scaleOf(declared);
  return { value: leaf.is === "point" ? (scale?.value(leaf.at) ?? leaf.at) : "none" };
}

/** The stretches of days over which both policies have one segment or none. */
function stretchesOf(before: Policy, after: Policy): readonly Stretch[] {
  const starts = new Set<IsoDay | null>([null]);
  for (const policy of [before, after]) for (const { from } of segmentsOf(policy)) starts.add(from);
  const ordered = [...starts].toSorted((left, right) => (left ?? "").localeCompare(right ?? "", "en"));
  return ordered.map((from, index) => {
    const next = ordered[index + 1] ?? null;
    return { from, to: next === null ? null : dayBefore(next) };
  });
}

function segmentAt(policy: Policy, { from }: Stretch): Segment | undefined {
  if (from !== null) return segmentOn(policy, from);
  const [first] = segmentsOf(policy);
  return first?.from === null ? first : undefined;
}

function segmentOfDay(policy: Policy, day: string): Segment {
  const segment = dayFromIso(day) === undefined ? undefined : segmentOn(policy, day);
  if (segment) return segment;
  const [code, what, todo] =
    dayFromIso(day) === undefined
      ? ["not-a-day", "not a day of the calendar", "write the day as YYYY-MM-DD"]
      : [
          "not-in-force",
          `${day} lies before the first edition`,
          `take a day from ${segmentsOf(policy)[0]?.from ?? ""} on`,
        ];
  throw new GuichetError(code, [problemAt(code, `${policy.id}, diff`, what, todo)]);
}

import { dayFromIso } from "../../calendar/civil-day.js";
import { timeForm } from "../../calendar/time-of-day.js";
import { Completions, itself } from "../../engine/completions.js";
import { factsBehind } from "../../engine/facts-behind.js";
import type { Decision } from "../../engine/decision.js";
import type { Value } from "../../engine/evaluate.js";
import { fingerprintOf } from "../../engine/fingerprint.js";
import type { Leaf } from "../../engine/leaf.js";
import { applyOffset } from "../../engine/offset.js";
import { diagramsOf } from "../../engine/policy-diagrams.js";
import { scaleOf } from "../../engine/scale.js";
import { dayBefore, segmentOn, segmentsOf, type Segment } from "../../engine/timeline.js";
import { isConstrained, type Variable } from "../../engine/variables.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { Policy } from "../../language/policy.js";
import { GuichetError, problemAt, type Problem } from "../../language/problem.js";
import { recordedLeaf } from "./compare-answers.js";
import type { DecisionRecord, RecordedAnswer, RecordedRegion } from "./decision-record.js";
import { pseudonymOf, pseudonymProblems, type Pseudonymous } from "./pseudonym.js";
import { regionSaying, setsTogether } from "./recorded-region.js";
import { answersIn, anyDay, type RegionAnswers } from "./region-answers.js";
import { toldApart } from "./told-apart.js";

/** Whose decision it was, and when it was made. */
export interface RecordedFor extends Pseudonymous {
  /** An instant in UTC, `2026-11-21T09:30:00Z`; kept to the second. */
  readonly at: string;
}

/**
 * What may be kept of a decision: enough to decide it again, and no value of a patient. Of each fact it holds the
 * region the fact fell in, of the person a keyed pseudonym, of a day that was computed from a fact the way it was
 * computed. Two people who differ only inside regions have the same record but for the pseudonym.
 *
 * Errors: `record-refused` with `other-policy`, `decision-copied` (what `decide` returned is needed: a copy of it
 * has no facts), `day-unknown`, `at-refused`, `subject-refused`, `tenant-refused`, `purpose-refused`, `key-refused`.
 *
 * @example
 * const decision = decide(loyaltyDiscount, facts);
 * const record = recordOf(loyaltyDiscount, decision, {
 *   subject: "chart 4711", key, tenant: "clinic-12", purpose: "audit", at: "2026-11-21T09:30:00Z",
 * });
 */
export function recordOf<P extends Policy>(
  policy: P,
  decision: Decision<P>,
  about: RecordedFor,
): DecisionRecord {
  const facts = factsBehind(decision);
  const problems = [
    ...decisionProblems(policy, decision, facts),
    ...pseudonymProblems(about),
    ...atProblems(about.at),
  ];
  if (problems.length > 0) throw new GuichetError("record-refused", problems);
  const { datedBy } = policy;
  const day = String(facts.get(datedBy));
  const privacy = declaredFacts(policy.facts).get(datedBy)?.privacy;
  const governingDate = privacy === "personal" || privacy === "health" ? null : day;
  const segment = segmentOn(policy, day);
  const regions = regionsOf(policy, facts, governingDate === null ? stretchOf(policy, segment) : undefined);
  const answers = segment && answersIn(policy, [segment], governingDate, regions);
  const settled = Object.entries(decision.outcome ?? {}) as (readonly [string, Value])[];
  return {
    format: "guichet-record/1",
    at: `${about.at.slice(0, 19)}Z`,
    subject: pseudonymOf(about),
    policy: policy.id,
    amendments: [...decision.amendments],
    fingerprint: decision.fingerprint,
    governingDate,
    regions,
    status: decision.status,
    outcome: Object.fromEntries(
      settled.map(([name, value]) => [name, answerOf(policy, name, value, facts, answers)]),
    ),
    open: Object.keys(decision.open ?? {}),
    cases: Object.fromEntries(
      (decision.because ?? []).map(({ decision: name, cases }) => [name, cases.map(({ id }) => id)]),
    ),
  };
}

type Facts = ReadonlyMap<string, Value>;

/** The regions of what is known, variable by variable in the order of the policy's diagrams. */
function regionsOf(
  policy: Policy,
  facts: Facts,
  stretch: RecordedRegion | undefined,
): readonly RecordedRegion[] {
  const { classes, answering } = toldApart(policy);
  const built = diagramsOf(policy);
  const { feasibility } = new Completions(built, facts).restrict(anyDay(policy));
  const hasDay = stretch === undefined;
  const placed = new Set<string>(hasDay ? [policy.datedBy] : []);
  const regions = built.variables.list.flatMap((variable, index): readonly RecordedRegion[] => {
    const own = classes[index] ?? [];
    const possible = own.filter((values) =>
      values.some((value) =>
        isConstrained(variable)
          ? feasibility.assume(variable, value, value, itself) !== undefined
          : mayHave(policy, facts, variable, value),
      ),
    );
    if (possible.length === own.length) return [];
    if (variable.kind === "cut" && placed.has(variable.fact)) return [];
    if (variable.kind === "cut") placed.add(variable.fact);
    return [regionSaying(policy, variable, possible.flat())];
  });
  // An answer that is computed from a fact is settled once the fact is known, wherever it lies.
  const anywhere = [...answering].filter((fact) => facts.has(fact) && !placed.has(fact));
  return [
    ...(stretch ? [stretch] : []),
    ...setsTogether(regions),
    ...anywhere.map((fact) => ({ fact, from: null, to: null })),
  ];
}

function mayHave(policy: Policy, facts: Facts, variable: Variable, value: number): boolean {
  const known = "fact" in variable ? facts.get(variable.fact) : undefined;
  if (known === undefined) return true;
  if (variable.kind === "element")
    return (known as readonly string[]).includes(variable.element) === (value === 1);
  const declared = variable.kind === "choice" ? declaredFacts(policy.facts).get(variable.fact) : undefined;
  return declared?.kind === "one-of" ? declared.values[value] === known : known === (value === 1);
}

/** The days of a segment, or those before the first one. */
function stretchOf(policy: Policy, segment: Segment | undefined): RecordedRegion {
  if (segment) return { fact: policy.datedBy, from: segment.from, to: segment.to };
  const first = segmentsOf(policy)[0]?.from ?? null;
  return { fact: policy.datedBy, from: null, to: first === null ? null : dayBefore(first) };
}

/** A settled answer as it is recorded: of a day or a number, the leaf of the regions that comes to it. */
function answerOf(
  policy: Policy,
  decision: string,
  value: Value,
  facts: Facts,
  answers: RegionAnswers | undefined,
): RecordedAnswer {
  const declared = policy.decisions[decision];
  const scale = declared && scaleOf(declared);
  if (!declared || !scale) return value;
  const comesTo = (leaf: Leaf): unknown => {
    if (leaf.is === "value") return leaf.value;
    if (leaf.is === "point") return scale.value(leaf.at);
    const known = leaf.is === "fact" ? facts.get(leaf.fact) : undefined;
    return leaf.is === "fact" && known !== undefined
      ? scale.value(applyOffset(leaf.offset, scale.place(known)))
      : undefined;
  };
  const made = answers?.leaves(decision)[0]?.find(({ leaf }) => comesTo(leaf) === value);
  // The value itself may be a patient's: without its leaf nothing can be kept of it.
  if (!made) throw new RangeError(`${policy.id}: no leaf comes to the answer of ${decision}`);
  return recordedLeaf(declared, made.leaf);
}

function decisionProblems(policy: Policy, decision: Decision, facts: Facts): readonly Problem[] {
  if (decision.policy !== policy.id) {
    return [
      refused("other-policy", "decision", "it was decided by another policy", "pass the policy that decided"),
    ];
  }
  if (facts.size === 0 && decision.governingDate !== null) {
    return [refused("decision-copied", "decision", "a copy, without its facts", "pass what decide returned")];
  }
  const day = facts.get(policy.datedBy);
  if (typeof day !== "string") {
    return [
      refused(
        "day-unknown",
        "decision",
        "its governing date is not known",
        `supply "${policy.datedBy}" first`,
      ),
    ];
  }
  const segment = segmentOn(policy, day);
  const fingerprint = segment ? fingerprintOf(policy, segment) : null;
  return fingerprint === decision.fingerprint
    ? []
    : [
        refused(
          "other-policy",
          "decision",
          "it was decided by another version of the policy",
          "pass that version",
        ),
      ];
}

function atProblems(at: string): readonly Problem[] {
  return isInstant(at)
    ? []
    : [refused("at-refused", "at", "not an instant in UTC", 'write it like "2026-11-21T09:30:00Z"')];
}

/** Fractions of a second are accepted, because clocks give them, and dropped, because they tell people apart. */
function isInstant(text: unknown): boolean {
  const [, day = "", time = "", seconds] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):([0-5]\d)(?:\.\d{1,9})?Z$/.exec(String(text)) ?? [];
  return seconds !== undefined && dayFromIso(day) !== undefined && timeForm.test(time);
}

function refused(code: string, field: string, what: string, todo: string): Problem {
  return problemAt(code, `record, ${field}`, what, todo);
}

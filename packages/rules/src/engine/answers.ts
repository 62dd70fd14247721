import type { DecisionDeclaration } from "../language/decision.js";
import type { Policy } from "../language/policy.js";
import { Completions } from "./completions.js";
import type { Value } from "./evaluate.js";
import { factsNeeded } from "./facts-needed.js";
import { diagramsOf } from "./policy-diagrams.js";
import { scaleOf } from "./scale.js";
import { SegmentCompletions, type CasesOf } from "./segment-completions.js";
import { dayBefore, segmentOn, segmentsOf, type Segment } from "./timeline.js";

export type { CasesOf } from "./segment-completions.js";

/** What a decision can still be: the value all completions agree on, or the values that occur. */
export type Answer =
  { readonly settled: true; readonly value: Value } | { readonly settled: false; readonly open: OpenAnswer };

/** The possible answers of an open decision, by kind; `null` is unbounded. */
export type OpenAnswer =
  | { readonly oneOf: readonly (boolean | string)[] }
  | { readonly certain: readonly string[]; readonly possible: readonly string[] }
  | { readonly from: number | string | null; readonly to: number | string | null; readonly none?: true };

/** The answers of a policy for one set of facts: per decision what is possible, why, and what it depends on. */
export interface Answers {
  readonly segments: readonly Segment[];
  /** Whether no completion of the facts meets what is given, on any day. */
  readonly contradictory: boolean;
  answer(decision: string): Answer;
  /** The facts that can still change a decision, in declared order. */
  needs(decision: string): readonly string[];
  cases(decision: string): readonly CasesOf[];
  /** Those of the cases that a fact alone can bring in or take out, or whose result it can change. */
  casesBehind(decision: string, fact: string): readonly CasesOf[];
}

/**
 * Answers a policy for what is known of the facts. Every engine for complete or partial facts has this shape;
 * this one walks the decision diagrams.
 */
export function answersFor(policy: Policy, facts: ReadonlyMap<string, Value>): Answers {
  const day = facts.get(policy.datedBy);
  const inForce = typeof day === "string" ? [segmentOn(policy, day)] : segmentsOf(policy);
  const built = diagramsOf(policy, inForce.length === 1 ? inForce[0] : undefined);
  const completions = new Completions(built, facts);
  const all = inForce
    .filter((segment) => segment !== undefined)
    .map(
      (segment) =>
        new SegmentCompletions(completions, completions.restrict(segment), built.of(segment), inForce.length),
    );
  const parts = all.filter((part) => part.isPossible());

  return {
    segments: parts.map((part) => part.restricted.segment),
    contradictory: all.length > 0 && parts.length === 0 && !mayPrecede(),
    answer(decision) {
      const declared = policy.decisions[decision];
      if (!declared) throw new RangeError(`there is no decision ${decision}`);
      return declared.kind === "set-of"
        ? setAnswer(decision, declared.values)
        : scalarAnswer(decision, declared);
    },
    needs: (decision) => factsNeeded(policy, completions, parts, decision),
    cases: (decision) => parts.map((part) => part.cases(decision)),
    casesBehind: (decision, fact) => parts.map((part) => part.casesBehind(decision, fact)),
  };

  /** Whether the facts go together on a day before the first edition: then they are not in force, not wrong. */
  function mayPrecede(): boolean {
    const [first] = segmentsOf(policy);
    if (day !== undefined || !first?.from) return false;
    const before = { ...first, from: null, to: dayBefore(first.from) };
    return new SegmentCompletions(completions, completions.restrict(before), built.of(first), 1).isPossible();
  }

  function setAnswer(decision: string, values: readonly string[]): Answer {
    const [certain, possible]: [string[], string[]] = [[], []];
    const found = parts.map((part) => ({ part, roots: part.roots(decision) }));
    values.forEach((element, index) => {
      const may = (truth: boolean): boolean =>
        found.some(({ part, roots }) => part.truths(roots[index]).has(truth));
      if (may(true)) (may(false) ? possible : certain).push(element);
    });
    if (possible.length === 0) return { settled: true, value: certain };
    return { settled: false, open: { certain, possible } };
  }

  function scalarAnswer(decision: string, declared: DecisionDeclaration): Answer {
    const scale = scaleOf(declared);
    const found = parts.map((part) => part.leaves(part.roots(decision)[0]));
    const may = (value: boolean | string): boolean => found.some(({ values }) => values.has(value));
    if (!scale) {
      const listed = declared.kind === "one-of" ? declared.values : [false, true];
      const oneOf = listed.filter(may);
      const [only] = oneOf;
      return oneOf.length === 1 && only !== undefined
        ? { settled: true, value: only }
        : { settled: false, open: { oneOf } };
    }
    const lows = found.flatMap((one) => (one.places ? [one.places.low] : []));
    const highs = found.flatMap((one) => (one.places ? [one.places.high] : []));
    if (lows.length === 0) return { settled: true, value: "none" };
    const [low, high] = [Math.min(...lows), Math.max(...highs)];
    const none = may("none");
    if (low === high && !none) return { settled: true, value: scale.value(low) };
    return {
      settled: false,
      open: {
        from: low === -Infinity ? null : scale.value(low),
        to: high === Infinity ? null : scale.value(high),
        ...(none ? { none } : {}),
      },
    };
  }
}

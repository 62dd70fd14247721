import type { Policy } from "../../language/policy.js";
import type { Answers } from "../answers.js";
import type { Value } from "../evaluate.js";
import type { CasesOf } from "../segment-completions.js";
import { CompiledPolicy } from "./compiled.js";
import type { FastDecision } from "./fast-decision.js";
import { bitsPerWord, noCase, type Frame, type Place } from "./plan.js";
import { showerOf } from "./show.js";

export type { FastDecision } from "./fast-decision.js";

const compiled = new WeakMap<Policy, CompiledPolicy>();

/**
 * Decides at once where facts are right, in force, and say all that their segment looks at. Nothing otherwise: the
 * checks then say what is wrong, and the diagrams answer for what is unknown.
 *
 * Errors: none.
 */
export function fastDecide(policy: Policy, facts: unknown): FastDecision | undefined {
  return compiledOf(policy).decide(facts);
}

/** A policy made fast, once. */
export function compiledOf(policy: Policy): CompiledPolicy {
  let made = compiled.get(policy);
  if (!made) compiled.set(policy, (made = new CompiledPolicy(policy)));
  return made;
}

/** What a fast decision says, in the form in which the diagrams say it: everything is settled. */
export function answersOf(policy: Policy, fast: FastDecision): Answers {
  const outcome: Readonly<Record<string, Value>> = fast.outcome;
  return {
    segments: [fast.segment],
    contradictory: false,
    answer: (decision) => ({ settled: true, value: outcome[decision] ?? "none" }),
    needs: () => [],
    cases: (decision) => [casesOf(policy, fast, decision)],
    casesBehind: () => [],
  };
}

/** The cases that made a decision; all of them are certain. */
export function casesOf(policy: Policy, { cases, segment }: FastDecision, decision: string): CasesOf {
  const table = compiledOf(policy)
    .plan(segment.index)
    .tables.find(({ decides }) => decides.some(({ name }) => name === decision));
  if (!table) return { segment, cases: [] };
  const certain = (index: number) => ({ index, certain: true });
  if (table.collects) {
    const held = table.rows.flatMap((_, index) => {
      const word = cases[table.casesAt + Math.floor(index / bitsPerWord)] ?? 0;
      return (word & (1 << (index % bitsPerWord))) === 0 ? [] : [certain(index)];
    });
    return { segment, cases: held };
  }
  const index = cases[table.casesAt] ?? noCase;
  return { segment, cases: index === noCase ? [] : [certain(index)] };
}

/** The facts a decision was taken on, by path in declared order, each in its one form. */
export function factsIn(policy: Policy, { facts }: FastDecision): ReadonlyMap<string, Value> {
  const known = new Map<string, Value>();
  for (const { place, show } of showersOf(policy)) {
    if (facts[place.slot] !== undefined) known.set(place.name, show(facts));
  }
  return known;
}

const showers = new WeakMap<
  Policy,
  readonly { readonly place: Place; readonly show: (frame: Frame) => Value }[]
>();

function showersOf(policy: Policy) {
  let made = showers.get(policy);
  if (!made) {
    made = [...compiledOf(policy).layout.facts.values()].map((place) => ({ place, show: showerOf(place) }));
    showers.set(policy, made);
  }
  return made;
}

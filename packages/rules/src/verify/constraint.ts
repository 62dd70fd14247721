import { weekdays, type Weekday } from "../calendar/civil-day.js";
import type { Term } from "../calendar/term.js";
import type { Completions } from "../engine/completions.js";
import type { FactTerm } from "../engine/leaf.js";
import type { Variable } from "../engine/variables.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Policy } from "../language/policy.js";
import type { Box } from "./box.js";

/** An ordered fact and the durations added to it, one after the other. */
export interface FactPlus {
  readonly fact: string;
  readonly plus: readonly Term[];
}

/** A stretch of values, both ends included; `null` is unbounded. */
export interface Range {
  readonly from: number | string | null;
  readonly to: number | string | null;
}

/** One thing that is true of a class of facts, as data. */
export type Constraint =
  | { readonly fact: string; readonly oneOf: readonly (boolean | string)[] }
  /** A text that is none of these words. */
  | { readonly fact: string; readonly noneOf: readonly string[] }
  | { readonly fact: string; readonly element: string; readonly present: boolean }
  | { readonly fact: string; readonly ranges: readonly Range[] }
  /** The first lies before the second, or else on it or after it. */
  | { readonly left: FactPlus; readonly right: FactPlus; readonly isBefore: boolean }
  | { readonly weekdayOf: FactPlus; readonly oneOf: readonly Weekday[] }
  | { readonly texts: readonly [string, string]; readonly same: boolean };

/** What a box says, variable by variable. */
export function constraintsIn(policy: Policy, completions: Completions, box: Box): readonly Constraint[] {
  return [...box]
    .toSorted(([left], [right]) => left - right)
    .flatMap(([index, values]) => {
      const variable = completions.variables.at(index);
      // A variable with all its values says nothing.
      return values.size === variable.size ? [] : constraintOn(policy, completions, variable, values);
    });
}

function constraintOn(
  policy: Policy,
  completions: Completions,
  variable: Variable,
  values: ReadonlySet<number>,
): readonly Constraint[] {
  const chosen = [...values].toSorted((left, right) => left - right);
  switch (variable.kind) {
    case "choice": {
      const declared = declaredFacts(policy.facts).get(variable.fact);
      const all: readonly (boolean | string)[] =
        declared?.kind === "one-of" ? declared.values : [false, true];
      return [{ fact: variable.fact, oneOf: chosen.flatMap((value) => all[value] ?? []) }];
    }
    case "element":
      return [{ fact: variable.fact, element: variable.element, present: values.has(1) }];
    case "cut":
      return [{ fact: variable.fact, ranges: rangesOf(completions, variable, chosen) }];
    case "order":
      return [{ left: plusOf(variable.left), right: plusOf(variable.right), isBefore: values.has(1) }];
    case "weekday":
      return [{ weekdayOf: plusOf(variable.term), oneOf: chosen.flatMap((value) => weekdays[value] ?? []) }];
    case "word": {
      const isOther = values.has(variable.words.length);
      const words = variable.words.filter((_, value) => values.has(value) !== isOther);
      return [isOther ? { fact: variable.fact, noneOf: words } : { fact: variable.fact, oneOf: words }];
    }
    case "same":
      return [{ texts: [variable.left, variable.right], same: values.has(1) }];
  }
}

function rangesOf(
  completions: Completions,
  { fact, starts }: Extract<Variable, { readonly kind: "cut" }>,
  chosen: readonly number[],
): readonly Range[] {
  const scale = completions.scale(fact);
  const inWords = (at: number | undefined): number | string | null =>
    at === undefined || !scale || at < scale.least || at > scale.most ? null : scale.value(at);
  const ends: { first: number; last: number }[] = [];
  for (const value of chosen) {
    const end = ends.at(-1);
    if (end && end.last === value - 1) end.last = value;
    else ends.push({ first: value, last: value });
  }
  return ends.map(({ first, last }) => {
    const next = starts[last];
    return { from: inWords(starts[first - 1]), to: inWords(next === undefined ? undefined : next - 1) };
  });
}

function plusOf({ fact, offset }: FactTerm): FactPlus {
  return { fact, plus: offset };
}

import { weekdays } from "../../calendar/civil-day.js";
import { itself } from "../../engine/completions.js";
import type { Feasibility } from "../../engine/feasibility.js";
import type { FactTerm } from "../../engine/leaf.js";
import { scaleOf } from "../../engine/scale.js";
import type { Variable } from "../../engine/variables.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { FactDeclaration } from "../../language/fact.js";
import type { Policy } from "../../language/policy.js";
import type { FactPlus } from "../constraint.js";
import type { RecordedRegion } from "./decision-record.js";

/** The region that says: a variable has one of these values, which are in order. */
export function regionSaying(policy: Policy, variable: Variable, values: readonly number[]): RecordedRegion {
  const [first = 0] = values;
  const last = values.at(-1) ?? first;
  switch (variable.kind) {
    case "choice": {
      const all = choicesOf(declaredFacts(policy.facts).get(variable.fact));
      return { fact: variable.fact, oneOf: values.flatMap((value) => all[value] ?? []) };
    }
    case "element": {
      const { fact, element } = variable;
      return first === 1
        ? { fact, contains: [element], lacks: [] }
        : { fact, contains: [], lacks: [element] };
    }
    case "cut": {
      const { fact, starts } = variable;
      const scale = scaleOf(declaredFacts(policy.facts).get(fact) ?? { kind: "text" });
      const inWords = (at: number | undefined): number | string | null =>
        at === undefined || !scale ? null : scale.value(at);
      const next = starts[last];
      return { fact, from: inWords(starts[first - 1]), to: inWords(next === undefined ? next : next - 1) };
    }
    case "order":
      return { left: plusOf(variable.left), right: plusOf(variable.right), isBefore: first === 1 };
    case "weekday":
      return {
        weekdayOf: plusOf(variable.term),
        oneOf: values.flatMap((value) => weekdays[value] ?? []),
      };
    case "word": {
      const { fact, words } = variable;
      // A text that is not known may equal several words and any other text: that says nothing of a word.
      return last === words.length
        ? { fact, noneOf: words.filter((_, value) => !values.includes(value)) }
        : { fact, oneOf: words.filter((_, value) => values.includes(value)) };
    }
    case "same":
      return { texts: [variable.left, variable.right], same: first === 1 };
  }
}

/** Regions with one line for each set. */
export function setsTogether(regions: readonly RecordedRegion[]): readonly RecordedRegion[] {
  const together = new Map<string | RecordedRegion, RecordedRegion>();
  for (const region of regions) {
    const key = "contains" in region ? region.fact : region;
    const before = together.get(key);
    together.set(
      key,
      before && "contains" in before && "contains" in region
        ? {
            fact: region.fact,
            contains: [...before.contains, ...region.contains],
            lacks: [...before.lacks, ...region.lacks],
          }
        : region,
    );
  }
  return [...together.values()];
}

/** What a record leaves possible. Ordered facts and texts are in one place, because they exclude each other. */
export interface Possible {
  readonly feasibility: Feasibility;
  /** Of a boolean or an enumerated fact, the places of the values it can have. */
  readonly choices: ReadonlyMap<string, ReadonlySet<number>>;
  /** By set and element, whether it is there. */
  readonly elements: ReadonlyMap<string, boolean>;
}

/**
 * What regions leave possible under a policy, which may be another one than theirs: what it does not declare, or
 * declares otherwise, is left out, and so possible. `undefined` where the regions contradict each other.
 */
export function possibleIn(
  policy: Policy,
  start: Feasibility,
  regions: readonly RecordedRegion[],
): Possible | undefined {
  const facts = declaredFacts(policy.facts);
  const choices = new Map<string, ReadonlySet<number>>();
  const elements = new Map<string, boolean>();
  let feasibility: Feasibility | undefined = start;
  for (const region of regions) {
    const assumed = assumptionOf(facts, region);
    if (assumed) {
      feasibility = feasibility.assume(assumed.variable, assumed.first, assumed.last, itself);
      if (!feasibility) return undefined;
    } else if ("contains" in region) {
      for (const element of region.contains) elements.set(`${region.fact} ${element}`, true);
      for (const element of region.lacks) elements.set(`${region.fact} ${element}`, false);
    } else if ("fact" in region && "oneOf" in region) {
      const places = choicesOf(facts.get(region.fact)).flatMap((value, place) =>
        region.oneOf.includes(value) ? [place] : [],
      );
      if (facts.has(region.fact) && places.length === 0) return undefined;
      if (places.length > 0) choices.set(region.fact, new Set(places));
    }
  }
  return { feasibility, choices, elements };
}

interface Assumption {
  readonly variable: Variable;
  readonly first: number;
  readonly last: number;
}

type Declared = ReadonlyMap<string, FactDeclaration>;

function assumptionOf(facts: Declared, region: RecordedRegion): Assumption | undefined {
  if ("from" in region) {
    const { fact } = region;
    const scale = scaleOf(facts.get(fact) ?? { kind: "text" });
    if (!scale) return undefined;
    const low = region.from === null ? -Infinity : scale.place(region.from);
    const high = region.to === null ? Infinity : scale.place(region.to);
    if (Number.isNaN(low) || Number.isNaN(high)) return undefined;
    return { variable: { kind: "cut", fact, starts: [low, high + 1], size: 3 }, first: 1, last: 1 };
  }
  if ("left" in region) {
    const [left, right] = [termOf(region.left), termOf(region.right)];
    if (kindOf(facts, left) === undefined || kindOf(facts, left) !== kindOf(facts, right)) return undefined;
    return only({ kind: "order", left, right, size: 2 }, region.isBefore ? 1 : 0);
  }
  if ("weekdayOf" in region) {
    const term = termOf(region.weekdayOf);
    if (kindOf(facts, term) !== "date") return undefined;
    const places = region.oneOf.map((day) => weekdays.indexOf(day));
    return {
      variable: { kind: "weekday", term, size: 7 },
      first: Math.min(...places),
      last: Math.max(...places),
    };
  }
  if ("texts" in region) {
    const [left, right] = region.texts;
    if (facts.get(left)?.kind !== "text" || facts.get(right)?.kind !== "text") return undefined;
    return only({ kind: "same", left, right, size: 2 }, region.same ? 1 : 0);
  }
  if (facts.get(region.fact)?.kind !== "text") return undefined;
  if ("noneOf" in region) {
    const words = region.noneOf;
    return only({ kind: "word", fact: region.fact, words, size: words.length + 1 }, words.length);
  }
  if (!("oneOf" in region) || region.oneOf.length !== 1) return undefined;
  return only({ kind: "word", fact: region.fact, words: region.oneOf.map(String), size: 2 }, 0);
}

function only(variable: Variable, value: number): Assumption {
  return { variable, first: value, last: value };
}

/** The kind of an ordered fact; a term with anything added to it is a day. */
function kindOf(facts: Declared, { fact, offset }: FactTerm): string | undefined {
  const declared = facts.get(fact);
  if (!declared || !scaleOf(declared) || (offset.length > 0 && declared.kind !== "date")) return undefined;
  return declared.kind;
}

function choicesOf(declared: FactDeclaration | undefined): readonly (boolean | string)[] {
  if (declared?.kind === "one-of") return declared.values;
  return declared?.kind === "boolean" ? [false, true] : [];
}

function plusOf({ fact, offset }: FactTerm): FactPlus {
  return { fact, plus: offset };
}

function termOf({ fact, plus }: FactPlus): FactTerm {
  return { fact, offset: plus };
}

import type { Privacy } from "./fact.js";
import type { KindName } from "./kind.js";

/** What a fact, a decision or a rate stands for, as far as its declaration could be read. */
export interface Word {
  /** `undefined` where the declaration is wrong: uses are then not judged by it. */
  readonly kind: KindName | undefined;
  readonly values: ReadonlySet<string>;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly currency: string | undefined;
  readonly orNone: boolean;
}

/** Kinds whose values have an order: only these may be none; elsewhere it is a listed value, or an empty set. */
export const orderedKinds: ReadonlySet<KindName | undefined> = new Set([
  "integer",
  "amount",
  "date",
  "time",
] as const);

export interface FactWord extends Word {
  readonly privacy: Privacy | undefined;
}

export interface DecisionWord extends Word {
  readonly internal: boolean;
  readonly hasDefault: boolean;
}

export interface RateWord extends Word {
  readonly by: readonly string[];
  /** `undefined` where one could not be read: nothing is then said of what is lacking. */
  readonly rows: readonly { readonly key: readonly string[]; readonly from: string }[] | undefined;
}

/** Every word a policy declares. */
export interface Words {
  /** By path: `name` or `group.name`. */
  readonly facts: ReadonlyMap<string, FactWord>;
  readonly decisions: ReadonlyMap<string, DecisionWord>;
  readonly rates: ReadonlyMap<string, RateWord>;
  readonly sources: ReadonlySet<string>;
}

/** The word a condition or an expression means by a name: `group.fact`, `decision.name` or `rate.name`. */
export function wordFor(words: Words, name: string): Word | undefined {
  const [group, bare] = splitName(name);
  if (group === "decision") return words.decisions.get(bare);
  return group === "rate" ? words.rates.get(bare) : words.facts.get(name);
}

export function splitName(name: string): readonly ["decision" | "rate" | "fact", string] {
  if (name.startsWith("decision.")) return ["decision", name.slice("decision.".length)];
  return name.startsWith("rate.") ? ["rate", name.slice("rate.".length)] : ["fact", name];
}

/** Every name a condition or an expression could use. */
export function* namesOf(words: Words): Iterable<string> {
  yield* words.facts.keys();
  for (const name of words.decisions.keys()) yield `decision.${name}`;
  for (const name of words.rates.keys()) yield `rate.${name}`;
}

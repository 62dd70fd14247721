import type { Condition, ConditionOf } from "./condition.js";
import type { FactPath } from "./fact.js";
import type { Vocabulary } from "./vocabulary.js";

interface LawAbout {
  readonly id: string;
  /** The law in a manager's words, in the policy's first language. */
  readonly label: string;
}

/** The condition holds for no facts on no day. */
export interface NeverLaw<When = Condition> extends LawAbout {
  readonly never: When;
}

/** More of the fact never means more (or less) of the decision. More: later, larger, true, a larger set. */
export interface MonotoneLaw<Path extends string = string, Name extends string = string> extends LawAbout {
  readonly monotone: { readonly moreOf: Path; readonly neverMeans: "more" | "less"; readonly of: Name };
}

/** What must stay true of a policy, whatever is changed in it. */
export type Law = NeverLaw | MonotoneLaw;

export type LawOf<V extends Vocabulary> =
  NeverLaw<ConditionOf<V>> | MonotoneLaw<FactPath<V["facts"]>, keyof V["decisions"] & string>;

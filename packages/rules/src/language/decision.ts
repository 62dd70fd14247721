import type { Kind, ValueOf } from "./kind.js";

/** What every decision says of itself. */
export interface DecisionAbout {
  /** What it answers, in the policy's first language. */
  readonly label: string;
  /** A helper: other decisions may use it, the outcome leaves it out. */
  readonly internal?: true;
  /** The answer of an edition without a table for it, and of a table whose guard does not hold. */
  readonly default?: boolean | number | string | readonly string[];
  /** The answer may be `"none"`. */
  readonly orNone?: true;
}

export type DecisionDeclaration = DecisionAbout & Exclude<Kind, { readonly kind: "text" }>;

export type Decisions = Readonly<Record<string, DecisionDeclaration>>;

/** The names of the decisions that make up the outcome. */
export type PublicDecision<D> = {
  [Name in keyof D & string]: D[Name] extends { readonly internal: true } ? never : Name;
}[keyof D & string];

/** What a policy answers: one value per public decision. */
export type OutcomeOf<D> = { readonly [Name in keyof D as Name & PublicDecision<D>]: ValueOf<D[Name]> };

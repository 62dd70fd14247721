import type { Sources } from "./citation.js";
import type { Decisions } from "./decision.js";
import type { FactAt, FactPath, Facts } from "./fact.js";
import type { KindName } from "./kind.js";
import type { Rates } from "./rate.js";

/** The words a policy's tables are written in. */
export interface Vocabulary {
  readonly facts: Facts;
  readonly decisions: Decisions;
  readonly rates: Rates;
  readonly sources: Sources;
}

/** Every name a condition or an expression may use, with its declaration. */
export type Named<V extends Vocabulary> = {
  readonly [Path in FactPath<V["facts"]>]: FactAt<V["facts"], Path>;
} & { readonly [Name in keyof V["decisions"] & string as `decision.${Name}`]: V["decisions"][Name] } & {
  readonly [Name in keyof V["rates"] & string as `rate.${Name}`]: V["rates"][Name];
};

/** The names whose declaration is of the kind. */
export type NamesOfKind<V extends Vocabulary, Wanted extends KindName> = {
  [Name in keyof Named<V>]: Named<V>[Name] extends { readonly kind: Wanted } ? Name : never;
}[keyof Named<V>] &
  string;

/** A reference to a name of the kind. */
export type ReferenceTo<V extends Vocabulary, Wanted extends KindName> = {
  readonly fact: NamesOfKind<V, Wanted>;
  readonly params?: { readonly by: readonly FactPath<V["facts"]>[] };
};

/**
 * Keeps the words of a policy together, so that its editions can stand in files of their own.
 *
 * @example
 * const vocabulary = defineVocabulary({ facts, decisions, rates, sources });
 * const edition = defineEdition(vocabulary, { inForceFrom: "2026-01-01", ... });
 */
export function defineVocabulary<
  const F extends Facts,
  const D extends Decisions,
  const R extends Rates<FactPath<F>>,
  const S extends Sources,
>(vocabulary: { readonly facts: F; readonly decisions: D; readonly rates: R; readonly sources: S }) {
  return vocabulary;
}

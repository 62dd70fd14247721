import type { Citation } from "./citation.js";
import type { AmountKind, DateKind, IntegerKind, SetOfKind } from "./kind.js";

/** One dated value of a rate, with its own source. It holds until the next row for the same key begins. */
export interface RateRow<Value = number | string | readonly string[]> {
  /** The key, in the order of `by`; a shorter key fixes only the first facts; no key stands for all others. */
  readonly for?: readonly string[];
  readonly from: string;
  readonly value: Value | "none";
  readonly cites: readonly [Citation, ...Citation[]];
}

interface RateAbout<Path extends string, Value> {
  readonly label: string;
  readonly orNone?: true;
  /** The enumerated facts that select a row. A use may name others of the same enumeration. */
  readonly by?: readonly [Path] | readonly [Path, Path];
  readonly rows: readonly [RateRow<Value>, ...RateRow<Value>[]];
}

/** An amount, a number, a day or a list, dated and cited row by row, keyed by up to two enumerated facts. */
export type RateDeclaration<Path extends string = string> =
  | (RateAbout<Path, number> & (AmountKind | IntegerKind))
  | (RateAbout<Path, string> & DateKind)
  | (RateAbout<Path, readonly string[]> & SetOfKind);

export type Rates<Path extends string = string> = Readonly<Record<string, RateDeclaration<Path>>>;

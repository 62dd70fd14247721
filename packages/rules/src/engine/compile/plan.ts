import type { Table } from "../../language/edition.js";
import type { Segment } from "../timeline.js";

/**
 * A value as compiled code holds it: a truth, a whole number, a text. A day is its day number, a time its minutes, a
 * choice its number in an `Enumeration`, a set one or more words of bits, and none is NaN: like none, NaN is neither
 * less nor greater than anything. `undefined` is a fact that is unknown.
 */
export type Held = boolean | number | string | undefined;

/** Values by slot: the facts in declared order, and, while closures run, the decisions after them. */
export type Frame = Held[];

/** What a slot holds, and how it is written out. */
export type Shape =
  | { readonly is: "boolean" | "number" | "day" | "time" | "text" }
  | { readonly is: "choice"; readonly values: readonly string[]; readonly enumeration: Enumeration }
  | { readonly is: "set"; readonly values: readonly string[]; readonly enumeration: Enumeration };

/** The numbers of the values that may meet each other in comparisons, results and differences. */
export interface Enumeration {
  readonly ids: ReadonlyMap<string, number>;
  /** How many words of bits a set of them takes. */
  readonly words: number;
}

/** Bits used of a word: with 31 a word is never negative. */
export const bitsPerWord = 31;

/** Where a fact or a decision stands. */
export interface Place {
  readonly name: string;
  readonly slot: number;
  readonly shape: Shape;
  readonly mayBeNone: boolean;
}

/** A number, a text or a word of bits. */
export type Term =
  | { readonly is: "constant"; readonly value: boolean | number | string }
  | { readonly is: "slot"; readonly slot: number }
  /** A row of a keyed rate: of two keys the first counts `width` times. */
  | {
      readonly is: "rate";
      readonly name: string;
      readonly values: readonly number[];
      readonly keys: readonly Term[];
      readonly width: number;
    }
  | {
      readonly is: "plus";
      readonly day: Term;
      readonly months: number;
      readonly days: number;
      readonly mayBeNone: boolean;
    }
  | { readonly is: "weekday"; readonly day: Term; readonly ids: readonly number[] }
  /** The bits of the left that the right has not. */
  | { readonly is: "without"; readonly left: Term; readonly right: Term };

/** A condition with everything folded that is the same in the whole segment. */
export type Test =
  | { readonly is: "truth"; readonly truth: boolean }
  | { readonly is: "slot"; readonly slot: number }
  | { readonly is: "all" | "any"; readonly parts: readonly Test[] }
  | { readonly is: "not"; readonly part: Test }
  /** `none`: whether both may be none, which is the same then. */
  | { readonly is: "same"; readonly left: Term; readonly right: Term; readonly none: boolean }
  | { readonly is: "none"; readonly term: Term }
  | { readonly is: "less"; readonly left: Term; readonly right: Term; readonly orSame: boolean }
  | { readonly is: "holds"; readonly words: readonly Term[]; readonly id: Term };

/** What a row gives for one decision: a truth, a value, or the words of a set. */
export type Result = Test | readonly Term[];

/** Whether a result is a truth; the others are values. */
export function isTest(result: Result): result is Test {
  return !Array.isArray(result);
}

/** One row of a table. */
export interface RowPlan {
  readonly id: string;
  readonly when: Test;
  /** By decision, in the order of `TablePlan.decides`. */
  readonly gives: readonly Result[];
}

/** A table that remains to be run. */
export interface TablePlan {
  readonly table: Table;
  readonly decides: readonly Place[];
  readonly guard: Test;
  readonly collects: boolean;
  readonly rows: readonly RowPlan[];
  /** Its first entry among the case numbers of a decision. */
  readonly casesAt: number;
}

/** The number for "no case": the guard did not hold. */
export const noCase = -1;

/** All there is to do in one segment. */
export interface SegmentPlan {
  readonly segment: Segment;
  /** Facts that break one of these contradict each other. */
  readonly given: readonly Test[];
  /** What decisions hold before any table: declared defaults. */
  readonly before: readonly { readonly place: Place; readonly held: readonly (boolean | number)[] }[];
  readonly tables: readonly TablePlan[];
  /** The public decisions in declared order. */
  readonly outcome: readonly Place[];
  /** The slots of the facts that are looked at. */
  readonly reads: readonly number[];
  readonly caseNumbers: number;
}

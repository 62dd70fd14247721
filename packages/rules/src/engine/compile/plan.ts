import type { Table } from "../../language/edition.js";
import type { Place } from "../compiled/frame.js";
import type { Segment } from "../timeline.js";

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
  readonly grounds: GroundsPlan;
}

/** What is written down behind the numbers of the cases: see `Grounds`. */
export interface GroundsPlan {
  /** The facts that are keys of rates. */
  readonly keyed: readonly Place[];
  readonly keyedAt: number;
  /** The public decisions that are sets, as many as a word has bits. */
  readonly sets: readonly (readonly Place[])[];
  readonly setsAt: number;
  readonly count: number;
}

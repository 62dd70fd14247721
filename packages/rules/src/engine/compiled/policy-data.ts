import type { Source } from "../../language/citation.js";
import type { RateRow } from "../../language/rate.js";
import type { EditionTrace } from "../trace.js";
import type { Enumeration, Place, Shape } from "./frame.js";

// What a compiled policy carries beside its code: plain data, all of it.

/** Where a fact or a decision stands, and the numbers of its values. */
export interface PlaceData {
  readonly name: string;
  readonly slot: number;
  readonly is: Shape["is"];
  readonly orNone?: true;
  readonly values?: readonly string[];
  /** By value; where left out, the first has 0, the next 1, and so on. */
  readonly numbers?: readonly number[];
  /** Where left out, one. */
  readonly words?: number;
}

/** Where the numbers of a table's cases stand among those of a decision. */
export interface TableData {
  readonly decides: readonly string[];
  readonly casesAt: number;
  readonly rows: number;
  readonly collects?: true;
}

/** An edition, or a clinic's copy of one. */
export interface EditionData {
  readonly tables: readonly TableData[];
  /** How many numbers the grounds of a decision are. */
  readonly grounds: number;
  readonly trace: EditionTrace;
}

/** A stretch of days. */
export interface SegmentData {
  /** By its first day. */
  readonly edition: string;
  readonly amendments: readonly string[];
  readonly fingerprint: string;
  /** The slots of the facts that are looked at. */
  readonly reads: readonly number[];
  /** By rate, the places of the rows in force, the most specific key first. */
  readonly rates: Readonly<Record<string, readonly number[]>>;
  /** Its edition, by its place among them. */
  readonly editionAt: number;
}

/** A policy, as far as it is the same on all days. */
export interface PolicyData {
  readonly policy: string;
  /** The names of the facts and groups, then those in each group. */
  readonly names: readonly (readonly string[])[];
  readonly facts: readonly PlaceData[];
  readonly decisions: readonly PlaceData[];
  /** The public decisions in declared order. */
  readonly outcome: readonly string[];
  /** The slot of the governing date. */
  readonly day: number;
  /** The slot that tells whether any fact is unknown; after it comes the governing date as it was written. */
  readonly partial: number;
  /** Whether facts have to go together. */
  readonly given: boolean;
  /** The day number with which each segment begins; `null` for one without a start. */
  readonly starts: readonly (number | null)[];
  readonly sources: Readonly<Record<string, Pick<Source, "checkedOn" | "dated">>>;
  readonly rates: Readonly<Record<string, readonly RateRow[]>>;
  readonly editions: readonly EditionData[];
}

/** The place that data describes. */
export function placeFrom({ name, slot, is, orNone, values = [], numbers, words = 1 }: PlaceData): Place {
  const enumeration: Enumeration = {
    ids: new Map(values.map((value, index) => [value, numbers?.[index] ?? index])),
    words,
  };
  const shape: Shape = is === "choice" || is === "set" ? { is, values, enumeration } : { is };
  return { name, slot, shape, mayBeNone: orNone === true };
}

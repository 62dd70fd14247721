import type { Value } from "../evaluate.js";

/**
 * A value as compiled code holds it: a truth, a whole number, a text. A day is its day number, a time its minutes, a
 * choice its number, a set one or more words of bits, and none is NaN: like none, NaN is neither less nor greater than
 * anything. `undefined` is a fact that is unknown.
 */
export type Held = boolean | number | string | undefined;

/**
 * Values by slot: the facts in declared order, whether any of them is unknown, the governing date as it was written,
 * and, while closures run, the decisions.
 */
export type Frame = Held[];

/** Bits used of a word: with 31 a word is never negative. */
export const bitsPerWord = 31;

/** The numbers of values: those of a set are its bits. */
export interface Enumeration {
  readonly ids: ReadonlyMap<string, number>;
  /** How many words of bits a set of them takes. */
  readonly words: number;
}

/** What a slot holds, and how it is written out. */
export type Shape =
  | { readonly is: "boolean" | "number" | "day" | "time" | "text" }
  | { readonly is: "choice" | "set"; readonly values: readonly string[]; readonly enumeration: Enumeration };

/** Where a fact or a decision stands. */
export interface Place {
  readonly name: string;
  readonly slot: number;
  readonly shape: Shape;
  readonly mayBeNone: boolean;
}

/** How many slots a shape takes. */
export function wordsOf(shape: Shape): number {
  return shape.is === "set" ? shape.enumeration.words : 1;
}

/** How many numbers tell which rows of a table made its decisions: an index, or a bit for each row collected. */
export function caseWords(rows: number, collects = false): number {
  return collects ? Math.ceil(rows / bitsPerWord) : 1;
}

/** The number of a fact among the grounds of a decision: what is unknown, and none, have one too. */
export function groundOf(held: Held): number {
  const number = Number(held ?? -1);
  return Number.isNaN(number) ? -2 : number;
}

/** The number for "no case": the guard did not hold. */
export const noCase = -1;

/** The public decisions. Lists in it are shared, and frozen. */
export type Outcome = Readonly<Record<string, Value>>;

import type { Duration } from "../calendar/term.js";

/** The name of a fact (`group.name`), a rate (`rate.name`) or an earlier decision (`decision.name`). */
export interface Reference<Name extends string = string, Path extends string = string> {
  readonly fact: Name;
  /** For a keyed rate: the facts that select its row here, where they are not the declared ones. */
  readonly params?: { readonly by: readonly Path[] };
}

export interface Plus<Term = Expression> {
  readonly plus: readonly [Term, string];
}
export interface WeekdayOf<Term = Expression> {
  readonly weekdayOf: Term;
}
export interface Minus<Left = Expression, Right = Left> {
  readonly minus: readonly [Left, Right];
}

/** An expression as the machinery sees it: no branches, no variables, plain JSON. */
export type Expression = boolean | number | string | readonly string[] | Reference | Plus | WeekdayOf | Minus;

/** Refers to a fact, a rate or an earlier decision by its name. */
export function ref<const Name extends string>(name: Name): { readonly fact: Name } {
  return { fact: name };
}

/** The day a term ends: `plus(ref("request.receivedOn"), "P2M")`. */
export function plus<const Term>(
  day: Term,
  duration: Duration,
): { readonly plus: readonly [Term, Duration] } {
  return { plus: [day, duration] };
}

/** The weekday a day falls on, `"monday"` to `"sunday"`. */
export function weekdayOf<const Term>(day: Term): { readonly weekdayOf: Term } {
  return { weekdayOf: day };
}

/** What is in the first set and not in the second. */
export function minus<const Left, const Right>(
  left: Left,
  right: Right,
): { readonly minus: readonly [Left, Right] } {
  return { minus: [left, right] };
}

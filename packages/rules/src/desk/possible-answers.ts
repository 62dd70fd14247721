import type { Decision, StillOpen } from "../engine/decision.js";
import type { Policy } from "../language/policy.js";

/** What a decision says, settled and open answers side by side; nothing where no edition is in force. */
export type Answers<P extends Policy> = Pick<StillOpen<P>, "outcome" | "open">;

/** The least and the greatest possible answer; `null` is unbounded. Equal when the answer is settled. */
export interface PossibleRange<Value> {
  readonly from: Value | null;
  readonly to: Value | null;
}

/** What a set holds whatever is still unknown, and what it holds or not. */
export interface PossibleElements<Value> {
  readonly certain: readonly Value[];
  /** None of the certain ones; empty when the set is settled. */
  readonly possible: readonly Value[];
}

/** The answers of a decision under one type, whatever its status. */
export function answersOf<P extends Policy>(decision: Decision<P>): Answers<P> {
  if (decision.status === "not-in-force") return { outcome: {}, open: {} };
  // A whole outcome is a partial one too: TypeScript sees it for each policy, and not for all of them.
  return decision as Answers<P>;
}

/** Every value a decision can still have. */
export function possibleChoices<Value>(
  settled: Value | undefined,
  open: { readonly oneOf: readonly Value[] } | undefined,
): readonly Value[] {
  return settled === undefined ? (open?.oneOf ?? []) : [settled];
}

/** The bounds within which a number or a day still lies. */
export function possibleRange<Value>(
  settled: Value | undefined,
  open: PossibleRange<Value> | undefined,
): PossibleRange<Value> {
  if (settled !== undefined) return { from: settled, to: settled };
  return { from: open?.from ?? null, to: open?.to ?? null };
}

/** What a set holds for certain, and what it may hold besides. */
export function possibleElements<Value>(
  settled: readonly Value[] | undefined,
  open: PossibleElements<Value> | undefined,
): PossibleElements<Value> {
  if (settled !== undefined) return { certain: settled, possible: [] };
  return open ?? { certain: [], possible: [] };
}

/** Whether an element belongs to a set; `null` while that is unknown. */
export function holdsElement<Value>(set: PossibleElements<Value>, element: Value): boolean | null {
  return set.possible.includes(element) ? null : set.certain.includes(element);
}

/** An act and what is paid of it. Cents; paid and cut add up to the fee. */
export type PaidAct<Act> = Act & { readonly paidCents: number; readonly cutCents: number };

/**
 * Pays acts in the order they come until a ceiling is reached. The act that crosses it is paid in part, those
 * after it not at all.
 */
export function payWithinCeiling<Act extends { readonly feeCents: number }>(
  acts: readonly Act[],
  ceilingCents: number,
): readonly PaidAct<Act>[] {
  let left = ceilingCents;
  return acts.map((act) => {
    const paidCents = Math.min(act.feeCents, left);
    left -= paidCents;
    return { ...act, paidCents, cutCents: act.feeCents - paidCents };
  });
}

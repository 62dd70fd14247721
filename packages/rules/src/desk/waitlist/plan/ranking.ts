import type { Value } from "../../../engine/evaluate.js";
import type { FactColumn } from "../fact-column.js";

/** Slots by one value of theirs: equal values have one rank, and the ranks are in the order of the values. */
export interface Ranking {
  /** By slot. */
  readonly rankOf: Uint32Array;
  /** The values by rank, each with the value of the fact it comes from. */
  readonly values: readonly RankedValue[];
}

interface RankedValue {
  readonly value: Value;
  readonly fact: Value;
}

const ranked = new WeakMap<FactColumn, Ranking>();

/** Ranks slots by one of their facts. */
export function rankByFact(column: FactColumn): Ranking {
  let ranking = ranked.get(column);
  if (!ranking) ranked.set(column, (ranking = rankBy(column, (fact) => fact)));
  return ranking;
}

/** Ranks slots by what `valueOf` makes of one of their facts. */
export function rankBy({ codes, values }: FactColumn, valueOf: (fact: Value) => Value): Ranking {
  const made = values.map((fact, code) => ({ fact, code, value: valueOf(fact) }));
  const rankOfCode = new Uint32Array(made.length);
  const inOrder: RankedValue[] = [];
  for (const { fact, code, value } of made.toSorted(byValue)) {
    if (value !== inOrder.at(-1)?.value) inOrder.push({ value, fact });
    rankOfCode[code] = inOrder.length - 1;
  }
  const rankOf = new Uint32Array(codes.length);
  for (let slot = 0; slot < codes.length; slot += 1) rankOf[slot] = rankOfCode[codes[slot] ?? 0] ?? 0;
  return { rankOf, values: inOrder };
}

/** Slots in the order of their ranks; those of one rank stay in the order they were in. */
export function sortedBy(slots: Uint32Array, { rankOf, values }: Ranking): Uint32Array {
  const next = new Uint32Array(values.length + 1);
  for (let place = 0; place < slots.length; place += 1) {
    const after = (rankOf[slots[place] ?? 0] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let rank = 1; rank < next.length; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const sorted = new Uint32Array(slots.length);
  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place] ?? 0;
    const rank = rankOf[slot] ?? 0;
    const free = next[rank] ?? 0;
    sorted[free] = slot;
    next[rank] = free + 1;
  }
  return sorted;
}

/** The numbers of the items of a list. */
export function numbersOf(items: readonly unknown[]): Uint32Array {
  return new Uint32Array(items.length).map((_, item) => item);
}

/** The slots for which a test holds; the very same ones where it holds for all. */
export function slotsWhere(slots: Uint32Array, holds: (slot: number) => boolean): Uint32Array {
  let count = 0;
  while (count < slots.length && holds(slots[count] ?? 0)) count += 1;
  if (count === slots.length) return slots;
  const kept = slots.slice();
  for (let place = count + 1; place < slots.length; place += 1) {
    const slot = slots[place] ?? 0;
    if (!holds(slot)) continue;
    kept[count] = slot;
    count += 1;
  }
  return kept.subarray(0, count);
}

function byValue(left: RankedValue, right: RankedValue): number {
  return left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
}

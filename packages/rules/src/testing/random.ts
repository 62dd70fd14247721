/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from `low` to `high`, both inclusive. */
  integer(low: number, high: number): number;
  /** Whether an event of the probability happens. */
  chance(probability: number): boolean;
  /** One of the items; the list must hold something. */
  pick<Item>(items: readonly Item[]): Item;
}

/** A source of numbers from a seed; neighbouring seeds give unrelated numbers (splitmix32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("random: nothing to pick from; supply at least one item");
      return items[integer(0, items.length - 1)] as (typeof items)[number];
    },
  };
}

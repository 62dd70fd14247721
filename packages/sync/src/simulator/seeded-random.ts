import type { Random } from "../surroundings.js";

/** Randomness that a seed decides wholly: the same seed gives the same numbers and the same UUIDs. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32: one word of state, and every seed gives a sequence of its own.
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const hex = (digits: number): string => word().toString(16).padStart(8, "0").slice(0, digits);
  return {
    next: () => word() / 2 ** 32,
    uuid: () => {
      const variant = "89ab"[word() & 3] ?? "8";
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(8)}${hex(4)}`;
    },
  };
}

import type { Random } from "../surroundings.js";

/** The same numbers and the same UUIDs for the same seed (SplitMix32). Not for anything secret. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next32 = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const hex = (): string => next32().toString(16).padStart(8, "0");
  return {
    next: () => next32() / 2 ** 32,
    uuid: () => {
      const text = hex() + hex() + hex() + hex();
      const variant = "89ab"[next32() % 4] ?? "8";
      return [
        text.slice(0, 8),
        text.slice(8, 12),
        `4${text.slice(13, 16)}`,
        `${variant}${text.slice(17, 20)}`,
        text.slice(20, 32),
      ].join("-");
    },
  };
}

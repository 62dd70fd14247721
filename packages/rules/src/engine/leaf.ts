import { offsetKey, type Offset } from "./offset.js";

/**
 * Where a diagram ends: a value, a place on an ordered scale (a day, minutes, a whole number), the value of an
 * ordered fact with what was added to it, or nowhere (facts that cannot go together).
 */
export type Leaf =
  | { readonly is: "value"; readonly value: boolean | string }
  | { readonly is: "point"; readonly at: number }
  | ({ readonly is: "fact" } & FactTerm)
  | { readonly is: "impossible" };

/** An ordered fact and what has been added to it. */
export interface FactTerm {
  readonly fact: string;
  readonly offset: Offset;
}

export const none: Leaf = { is: "value", value: "none" };

export function isNone(leaf: Leaf): boolean {
  return leaf.is === "value" && leaf.value === "none";
}

export function leafKey(leaf: Leaf): string {
  if (leaf.is === "value") return `v${JSON.stringify(leaf.value)}`;
  if (leaf.is === "point") return `p${leaf.at}`;
  return leaf.is === "fact" ? termKey(leaf) : "x";
}

export function termKey(term: FactTerm): string {
  return `f${term.fact}+${offsetKey(term.offset)}`;
}

import type { Reference } from "./expression.js";

/** Every name a condition or an expression refers to, in the order it is written; plain data of any shape. */
export function referencesIn(term: unknown): readonly Reference[] {
  if (Array.isArray(term)) return term.flatMap(referencesIn);
  if (typeof term !== "object" || term === null) return [];
  const own = "fact" in term && typeof term.fact === "string" ? [term as Reference] : [];
  return [
    ...own,
    ...Object.entries(term).flatMap(([key, part]) => (key === "params" ? [] : referencesIn(part))),
  ];
}

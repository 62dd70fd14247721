import type { FactDeclaration, Facts } from "./fact.js";

const cache = new WeakMap<Facts, ReadonlyMap<string, FactDeclaration>>();

/** A policy's facts by path, in the order they are declared. */
export function declaredFacts(facts: Facts): ReadonlyMap<string, FactDeclaration> {
  let declared = cache.get(facts);
  if (!declared) {
    declared = new Map(
      Object.entries(facts).flatMap(([group, entry]) =>
        isDeclaration(entry)
          ? [[group, entry] as const]
          : Object.entries(entry).map(([name, fact]) => [`${group}.${name}`, fact] as const),
      ),
    );
    cache.set(facts, declared);
  }
  return declared;
}

function isDeclaration(entry: Facts[string]): entry is FactDeclaration {
  return typeof entry.kind === "string";
}

import { declaredFacts } from "../../language/declared-facts.js";
import type { DecisionDeclaration } from "../../language/decision.js";
import type { FactDeclaration } from "../../language/fact.js";
import type { Policy } from "../../language/policy.js";
import { enumerationsOf } from "./enumerations.js";
import type { Enumeration, Place, Shape } from "./plan.js";

/** Where everything stands in the frames of a policy. */
export interface Layout {
  readonly policy: Policy;
  readonly enumerations: ReadonlyMap<string, Enumeration>;
  /** By path, in declared order. */
  readonly facts: ReadonlyMap<string, Place>;
  /** Whether any fact is unknown: the slot after the last fact. */
  readonly partial: number;
  /** By name, in declared order. */
  readonly decisions: ReadonlyMap<string, Place>;
  /** Slots in all. */
  readonly size: number;
}

/** Lays out the facts and decisions of a policy. */
export function layoutOf(policy: Policy): Layout {
  const enumerations = enumerationsOf(policy);
  let size = 0;
  const place = (name: string, word: string, declared: FactDeclaration | DecisionDeclaration): Place => {
    const shape = shapeOf(declared, enumerations.get(word));
    const slot = size;
    size += wordsOf(shape);
    return { name, slot, shape, mayBeNone: "orNone" in declared };
  };
  const facts = new Map(
    [...declaredFacts(policy.facts)].map(([path, declared]) => [path, place(path, path, declared)]),
  );
  const partial = size;
  size += 1;
  const decisions = new Map(
    Object.entries(policy.decisions).map(([name, declared]) => [
      name,
      place(name, `decision.${name}`, declared),
    ]),
  );
  return { policy, enumerations, facts, partial, decisions, size };
}

/** How many slots a shape takes. */
export function wordsOf(shape: Shape): number {
  return shape.is === "set" ? shape.enumeration.words : 1;
}

function shapeOf(declared: FactDeclaration | DecisionDeclaration, numbered: Enumeration | undefined): Shape {
  const enumeration = numbered ?? { ids: new Map<string, number>(), words: 1 };
  switch (declared.kind) {
    case "one-of":
      return { is: "choice", values: declared.values, enumeration };
    case "set-of":
      return { is: "set", values: declared.values, enumeration };
    case "integer":
    case "amount":
      return { is: "number" };
    case "date":
      return { is: "day" };
    default:
      return { is: declared.kind };
  }
}

import { wordsOf, type Enumeration, type Place, type Shape } from "../compiled/frame.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { DecisionDeclaration } from "../../language/decision.js";
import type { FactDeclaration } from "../../language/fact.js";
import type { Policy } from "../../language/policy.js";
import { enumerationsOf } from "./enumerations.js";

/** Where everything stands in the frames of a policy. */
export interface Layout {
  readonly policy: Policy;
  readonly enumerations: ReadonlyMap<string, Enumeration>;
  /** By path, in declared order. */
  readonly facts: ReadonlyMap<string, Place>;
  /** Whether any fact is unknown: the slot after the last fact. After it comes the governing date as written. */
  readonly partial: number;
  /** The slot of the governing date. */
  readonly day: number;
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
  size += 2;
  const decisions = new Map(
    Object.entries(policy.decisions).map(([name, declared]) => [
      name,
      place(name, `decision.${name}`, declared),
    ]),
  );
  const day = facts.get(policy.datedBy)?.slot ?? 0;
  return { policy, enumerations, facts, partial, day, decisions, size };
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

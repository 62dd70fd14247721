import type { Place } from "../compiled/frame.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { FactDeclaration } from "../../language/fact.js";
import { FactNames } from "../compiled/fact-names.js";
import type { Layout } from "./layout.js";

/** One fact to read: under which name it stands in its object, and how its value is checked. */
export interface FactPlan {
  readonly name: string;
  readonly place: Place;
  /** The number of each value this fact may have, or hold; none where it is not enumerated. */
  readonly ids: ReadonlyMap<string, number>;
  readonly min: number;
  readonly max: number;
}

/** An object of facts inside the facts. */
export interface GroupPlan {
  readonly name: string;
  readonly names: FactNames;
  readonly facts: readonly FactPlan[];
}

/** How the facts of a policy are read. */
export interface FactsPlan {
  readonly names: FactNames;
  readonly entries: readonly (FactPlan | GroupPlan)[];
  /** What a frame looks like before anything is known. */
  readonly blank: readonly (boolean | undefined)[];
  readonly partial: number;
  /** The slot of the governing date. */
  readonly day: number;
}

/** Plans the reading of facts, in declared order. */
export function planFacts({ policy, facts, partial, day }: Layout): FactsPlan {
  const byPath = declaredFacts(policy.facts);
  const planned = (path: string, name: string): FactPlan => {
    const [place, declared] = [facts.get(path), byPath.get(path)];
    if (!place || !declared) throw new RangeError(`compile: fact "${path}" is not declared`);
    return { name, place, ids: idsOf(place), ...boundsOf(declared) };
  };
  const entries = Object.entries(policy.facts).map(([name, entry]): FactPlan | GroupPlan => {
    if (byPath.has(name)) return planned(name, name);
    const inner = Object.keys(entry);
    return { name, names: new FactNames(inner), facts: inner.map((one) => planned(`${name}.${one}`, one)) };
  });
  const blank = [...new Array<undefined>(partial).fill(undefined), false, undefined];
  return { names: new FactNames(Object.keys(policy.facts)), entries, blank, partial, day };
}

function idsOf({ shape }: Place): ReadonlyMap<string, number> {
  if (shape.is !== "choice" && shape.is !== "set") return new Map();
  return new Map(shape.values.map((value) => [value, shape.enumeration.ids.get(value) ?? -1]));
}

function boundsOf(declared: FactDeclaration): { readonly min: number; readonly max: number } {
  const bounds: { readonly min?: number; readonly max?: number } =
    declared.kind === "integer" ? declared : {};
  return { min: bounds.min ?? -Infinity, max: bounds.max ?? Infinity };
}

import type { Value } from "../../engine/evaluate.js";
import type { DeclaredFact } from "../../engine/fact-lookup.js";
import { readFact } from "../../engine/read-fact.js";

/**
 * One fact of every item of a list. Of each distinct value there is one copy, read once; an item has its place
 * among them.
 */
export class FactColumn {
  /** The distinct values, in the order in which they first came. */
  readonly values: readonly Value[];
  /** By item, the place of its value in `values`. */
  readonly codes: Uint32Array;
  private readonly fact: DeclaredFact;
  private readonly found: Value[] = [];
  private readonly codeOfSupplied = new Map<unknown, number>();
  private readonly codeOfValue = new Map<unknown, number>();
  private lastKey: unknown;
  private lastCode: number | undefined;
  private readonly elementWeights: ReadonlyMap<unknown, number> | undefined;

  constructor(fact: DeclaredFact, length: number) {
    this.fact = fact;
    this.codes = new Uint32Array(length);
    this.values = this.found;
    if (fact.declared.kind === "set-of") {
      this.elementWeights = new Map([...fact.values].map((element, place) => [element, 2 ** place]));
    }
  }

  /** Reads the value that is supplied for an item, as the policy reads it; false where that refuses it. */
  read(item: number, supplied: unknown): boolean {
    const key = this.elementWeights ? setKey(this.elementWeights, supplied) : supplied;
    // Neighbours often agree.
    let code = key === this.lastKey ? this.lastCode : this.codeOfSupplied.get(key);
    if (code === undefined) {
      const reading = key === undefined ? undefined : readFact(this.fact, supplied);
      if (reading === undefined || "wrong" in reading) return false;
      // Texts that are written in two ways are one value. The key of a set stands for its one form.
      const same = this.elementWeights ? key : reading.value;
      code = this.codeOfValue.get(same) ?? this.found.push(reading.value) - 1;
      this.codeOfValue.set(same, code);
      this.codeOfSupplied.set(key, code);
    }
    this.lastKey = key;
    this.lastCode = code;
    this.codes[item] = code;
    return true;
  }

  /** The value of an item. */
  valueOf(item: number): Value {
    return this.values[this.codes[item] ?? 0] as Value;
  }
}

/** A number for each set, whatever order it is written in; none for what is no set of the elements. */
function setKey(weights: ReadonlyMap<unknown, number>, supplied: unknown): number | undefined {
  if (!Array.isArray(supplied) || supplied.length > weights.size) return undefined;
  let key = 0;
  for (const element of supplied) {
    const weight = weights.get(element);
    // A weight that is in the sum already: the element is repeated.
    if (weight === undefined || Math.floor(key / weight) % 2 === 1) return undefined;
    key += weight;
  }
  return key;
}

import { termKey, type FactTerm } from "./leaf.js";

/** One thing the conditions of a policy can tell apart. Its values are 0 to `size - 1`. */
export type Variable =
  | { readonly kind: "choice"; readonly fact: string; readonly size: number }
  | { readonly kind: "element"; readonly fact: string; readonly element: string; readonly size: 2 }
  /** Which stretch an ordered fact lies in: value `i` is from `starts[i - 1]` up to before `starts[i]`. */
  | { readonly kind: "cut"; readonly fact: string; readonly starts: readonly number[]; readonly size: number }
  /** Whether the left term lies before the right one: 1 when it does. */
  | { readonly kind: "order"; readonly left: FactTerm; readonly right: FactTerm; readonly size: 2 }
  | { readonly kind: "weekday"; readonly term: FactTerm; readonly size: 7 }
  /** Which of the words a text equals; the last value stands for every other text. */
  | { readonly kind: "word"; readonly fact: string; readonly words: readonly string[]; readonly size: number }
  | { readonly kind: "same"; readonly left: string; readonly right: string; readonly size: 2 };

/** A variable at its place in the order; a cut or word variable with everything that was merged into it. */
export interface Placed {
  readonly index: number;
  readonly variable: Variable;
}

/** Where a builder finds the variable it wants to test. */
export interface VariableOrder {
  find(variable: Variable): Placed;
}

/** The facts a variable reads. */
export function factsOf(variable: Variable): readonly string[] {
  if (variable.kind === "order") return [variable.left.fact, variable.right.fact];
  if (variable.kind === "same") return [variable.left, variable.right];
  return [variable.kind === "weekday" ? variable.term.fact : variable.fact];
}

/** Whether the values of a variable may exclude values of another: those of ordered facts and of texts. */
export function isConstrained(variable: Variable): boolean {
  return variable.kind !== "choice" && variable.kind !== "element";
}

/** Room for every element at the place of the first one, and for everything that is found after it. */
const [elementsFrom, perCode, othersFrom] = [2 ** 20, 2 ** 16, 2 ** 50];

/**
 * Finds the variables a policy needs by building its diagrams once with a variable per threshold and per word. They
 * are ordered by first use, but the elements of one code stand side by side across all sets: with that,
 * `required minus held minus never made` over n codes takes a number of nodes linear in n and not 2^n.
 */
export class Discovery implements VariableOrder {
  readonly #found = new Map<string, Placed>();
  readonly #codes = new Map<string, number>();
  readonly #sets = new Map<string, number>();

  /** Takes up where an earlier search ended: what is built next has a good order from the start. */
  constructor(found?: Variables) {
    for (const variable of found?.list ?? []) this.find(variable);
  }

  find(variable: Variable): Placed {
    const key = keyOf(variable);
    let placed = this.#found.get(key);
    if (!placed) this.#found.set(key, (placed = { variable, index: this.#place(variable) }));
    return placed;
  }

  ordered(): Variables {
    const merged = new Map<string, Variable>();
    for (const { variable } of [...this.#found.values()].sort((left, right) => left.index - right.index)) {
      const key = mergedKeyOf(variable);
      const before = merged.get(key);
      merged.set(key, before ? merge(before, variable) : variable);
    }
    return new Variables([...merged.values()]);
  }

  #place(variable: Variable): number {
    const { size } = this.#found;
    if (variable.kind !== "element") return this.#codes.size === 0 ? size : othersFrom + size;
    const code = numberOf(this.#codes, variable.element);
    return elementsFrom + code * perCode + numberOf(this.#sets, variable.fact);
  }
}

/** The number of a name, in the order in which they are met. */
function numberOf(names: Map<string, number>, name: string): number {
  let number = names.get(name);
  if (number === undefined) names.set(name, (number = names.size));
  return number;
}

/** The variables of a policy, in the order its diagrams test them. */
export class Variables implements VariableOrder {
  readonly list: readonly Variable[];
  /** The facts each of them reads. */
  readonly facts: readonly (readonly string[])[];
  readonly #index: ReadonlyMap<string, number>;

  constructor(list: readonly Variable[]) {
    this.list = list;
    this.facts = list.map(factsOf);
    this.#index = new Map(list.map((variable, index) => [mergedKeyOf(variable), index]));
  }

  find(variable: Variable): Placed {
    const index = this.#index.get(mergedKeyOf(variable));
    if (index === undefined) throw new RangeError(`a variable was not discovered: ${keyOf(variable)}`);
    return { index, variable: this.at(index) };
  }

  at(index: number): Variable {
    const variable = this.list[index];
    if (!variable) throw new RangeError(`there is no variable ${index}`);
    return variable;
  }
}

function keyOf(variable: Variable): string {
  if (variable.kind === "cut") return `${mergedKeyOf(variable)} ${variable.starts.join()}`;
  if (variable.kind === "word") return `${mergedKeyOf(variable)} ${JSON.stringify(variable.words)}`;
  return mergedKeyOf(variable);
}

function mergedKeyOf(variable: Variable): string {
  switch (variable.kind) {
    case "element":
      return `element ${variable.fact} ${variable.element}`;
    case "order":
      return `order ${termKey(variable.left)} ${termKey(variable.right)}`;
    case "weekday":
      return `weekday ${termKey(variable.term)}`;
    case "same":
      return `same ${variable.left} ${variable.right}`;
    default:
      return `${variable.kind} ${variable.fact}`;
  }
}

function merge(before: Variable, next: Variable): Variable {
  if (before.kind === "cut" && next.kind === "cut") {
    const starts = [...new Set([...before.starts, ...next.starts])].sort((left, right) => left - right);
    return { ...before, starts, size: starts.length + 1 };
  }
  if (before.kind === "word" && next.kind === "word") {
    const words = [...new Set([...before.words, ...next.words])];
    return { ...before, words, size: words.length + 1 };
  }
  return before;
}

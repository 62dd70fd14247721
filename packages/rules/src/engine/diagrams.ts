import { leafKey, type Leaf } from "./leaf.js";

/** A node or a leaf of reduced ordered decision diagrams: equal functions have equal ids. */
export type Diagram = number;

/**
 * Makes and keeps reduced ordered multi-valued decision diagrams. Variables are numbers; a smaller one is tested
 * first. Leaves may be of any kind.
 */
export class Diagrams {
  readonly #variable: number[] = [];
  readonly #kids: (readonly Diagram[])[] = [];
  readonly #leaves: (Leaf | undefined)[] = [];
  readonly #leafIds = new Map<string, Diagram>();
  /** By what is left of a hash, a node; 0 is a leaf, and nobody's. At most half of the places are taken. */
  #places = new Int32Array(128);
  readonly #chosen = new Map<string, Diagram>();

  readonly true: Diagram = this.leaf({ is: "value", value: true });
  readonly false: Diagram = this.leaf({ is: "value", value: false });
  readonly impossible: Diagram = this.leaf({ is: "impossible" });

  leaf(leaf: Leaf): Diagram {
    const key = leafKey(leaf);
    let id = this.#leafIds.get(key);
    if (id === undefined) this.#leafIds.set(key, (id = this.#add(Infinity, [], leaf)));
    return id;
  }

  /** A node whose kids test later variables only. */
  node(variable: number, kids: readonly Diagram[]): Diagram {
    const [first] = kids;
    if (first !== undefined && kids.every((kid) => kid === first)) return first;
    if (this.size * 2 > this.#places.length) this.#spread();
    const place = this.#placeOf(variable, kids);
    return this.#places[place] || (this.#places[place] = this.#add(variable, kids, undefined));
  }

  /** The variable tested at the top; `Infinity` for a leaf. */
  variableOf(diagram: Diagram): number {
    return this.#variable[diagram] ?? Infinity;
  }

  kidsOf(diagram: Diagram): readonly Diagram[] {
    return this.#kids[diagram] ?? [];
  }

  /** More than the greatest diagram there is. */
  get size(): number {
    return this.#variable.length;
  }

  leafOf(diagram: Diagram): Leaf | undefined {
    return this.#leaves[diagram];
  }

  /** The diagram once a variable that is not tested below another is known. */
  given(diagram: Diagram, variable: number, value: number): Diagram {
    return this.variableOf(diagram) === variable ? (this.kidsOf(diagram)[value] ?? diagram) : diagram;
  }

  /** `kids[i]` where the variable has value `i`, wherever the kids test it or earlier ones. */
  select(variable: number, kids: readonly Diagram[]): Diagram {
    const top = Math.min(...kids.map((kid) => this.variableOf(kid)));
    if (top >= variable) {
      return this.node(
        variable,
        kids.map((kid, value) => this.given(kid, variable, value)),
      );
    }
    const key = `s${variable}:${kids.join()}`;
    const before = this.#chosen.get(key);
    if (before !== undefined) return before;
    const branches = this.#sizeAt(top, kids);
    const chosen = this.node(
      top,
      Array.from({ length: branches }, (_, value) =>
        this.select(
          variable,
          kids.map((kid) => this.given(kid, top, value)),
        ),
      ),
    );
    this.#chosen.set(key, chosen);
    return chosen;
  }

  /** `then` where the condition is true, else `otherwise`. */
  ifElse(condition: Diagram, then: Diagram, otherwise: Diagram): Diagram {
    if (condition === this.true || then === otherwise) return then;
    if (condition === this.false) return otherwise;
    const key = `i${condition},${then},${otherwise}`;
    const before = this.#chosen.get(key);
    if (before !== undefined) return before;
    const parts = [condition, then, otherwise];
    const top = Math.min(...parts.map((part) => this.variableOf(part)));
    const chosen = this.node(
      top,
      Array.from({ length: this.#sizeAt(top, parts) }, (_, value) =>
        this.ifElse(
          this.given(condition, top, value),
          this.given(then, top, value),
          this.given(otherwise, top, value),
        ),
      ),
    );
    this.#chosen.set(key, chosen);
    return chosen;
  }

  not(condition: Diagram): Diagram {
    return this.ifElse(condition, this.false, this.true);
  }
  and(left: Diagram, right: Diagram): Diagram {
    return this.ifElse(left, right, this.false);
  }
  or(left: Diagram, right: Diagram): Diagram {
    return this.ifElse(left, this.true, right);
  }

  /** Goes on at every leaf. */
  bind(diagram: Diagram, next: (leaf: Leaf) => Diagram): Diagram {
    return this.bindBoth(diagram, this.true, next);
  }

  /** Goes on at every pair of leaves two diagrams lead to together. */
  bindBoth(left: Diagram, right: Diagram, next: (left: Leaf, right: Leaf) => Diagram): Diagram {
    const done = new Map<string, Diagram>();
    const walk = (one: Diagram, other: Diagram): Diagram => {
      const [oneLeaf, otherLeaf] = [this.leafOf(one), this.leafOf(other)];
      if (oneLeaf && otherLeaf) return next(oneLeaf, otherLeaf);
      const key = `${one},${other}`;
      const before = done.get(key);
      if (before !== undefined) return before;
      const top = Math.min(this.variableOf(one), this.variableOf(other));
      const kids = Array.from({ length: this.#sizeAt(top, [one, other]) }, (_, value) =>
        walk(this.given(one, top, value), this.given(other, top, value)),
      );
      const bound = this.select(top, kids);
      done.set(key, bound);
      return bound;
    };
    return walk(left, right);
  }

  /** Forgets the results kept while building; the diagrams stay. */
  settle(): void {
    this.#chosen.clear();
  }

  #sizeAt(variable: number, parts: readonly Diagram[]): number {
    const part = parts.find((one) => this.variableOf(one) === variable);
    return part === undefined ? 0 : this.kidsOf(part).length;
  }

  #add(variable: number, kids: readonly Diagram[], leaf: Leaf | undefined): Diagram {
    this.#variable.push(variable);
    this.#kids.push(kids);
    this.#leaves.push(leaf);
    return this.#variable.length - 1;
  }

  /** The place of a node, or the empty one that could be. A text for a key would take several times as long. */
  #placeOf(variable: number, kids: readonly Diagram[]): number {
    const mask = this.#places.length - 1;
    let hash = variable;
    for (const kid of kids) hash = Math.imul(hash ^ (hash >>> 15) ^ kid, 0x9e3779b1);
    for (let place = hash ^ (hash >>> 15); ; place += 1) {
      const taken = this.#places[place & mask] ?? 0;
      if (taken === 0 || this.#isNode(taken, variable, kids)) return place & mask;
    }
  }

  #isNode(diagram: Diagram, variable: number, kids: readonly Diagram[]): boolean {
    const known = this.#kids[diagram];
    return this.#variable[diagram] === variable && kids.every((kid, value) => kid === known?.[value]);
  }

  /** Gives every node a place among twice as many. */
  #spread(): void {
    this.#places = new Int32Array(this.#places.length * 2);
    for (let id = 0; id < this.size; id += 1) {
      const variable = this.variableOf(id);
      if (variable !== Infinity) this.#places[this.#placeOf(variable, this.kidsOf(id))] = id;
    }
  }
}

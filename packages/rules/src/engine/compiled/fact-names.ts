/** The names that may stand in one object of facts, and the order in which callers write them. */
export class FactNames {
  readonly #positions: ReadonlyMap<string, number>;
  #order: readonly string[];

  constructor(names: readonly string[]) {
    this.#positions = new Map(names.map((name, position) => [name, position]));
    this.#order = names;
  }

  /**
   * Whether an object has exactly these names, in the order in which they came last: then each can be read by its
   * name. The same walk over an engine's cached keys is many times faster than asking for every name.
   */
  areAllOf(facts: object): boolean {
    const order = this.#order;
    let count = 0;
    for (const name in facts) {
      if (name !== order[count] || !Object.prototype.hasOwnProperty.call(facts, name)) return false;
      count += 1;
    }
    return count === order.length;
  }

  /** The values by position, unknown ones `undefined`; nothing when a name is not one of these. */
  pick(facts: object): readonly unknown[] | undefined {
    const keys = Object.keys(facts);
    const values = new Array<unknown>(this.#positions.size).fill(undefined);
    for (const key of keys) {
      const position = this.#positions.get(key);
      if (position === undefined) return undefined;
      values[position] = (facts as Readonly<Record<string, unknown>>)[key];
    }
    if (keys.length === this.#positions.size) this.#order = keys;
    return values;
  }
}

/** Whether something has facts as properties: a list, a Map, a Promise or a Date may have none of its own. */
export function isObjectOfFacts(raw: unknown): raw is object {
  return typeof raw === "object" && raw !== null && Object.prototype.toString.call(raw) === "[object Object]";
}

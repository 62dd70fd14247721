import type { Value } from "./evaluate.js";

const captured = new WeakMap<object, ReadonlyMap<string, Value>>();

/** Remembers the facts a decision was taken on. */
export function rememberFacts(decision: object, facts: ReadonlyMap<string, Value>): void {
  captured.set(decision, facts);
}

/**
 * An object that remembers facts in the form in which they were read: cheaper than a map for each, where many are made
 * and few are asked. They are no property of it: nobody serialises, prints or copies them.
 */
export class Remembering<Kept> {
  readonly #read: (kept: Kept) => ReadonlyMap<string, Value>;
  readonly #kept: Kept;

  constructor(read: (kept: Kept) => ReadonlyMap<string, Value>, kept: Kept) {
    this.#read = read;
    this.#kept = kept;
  }

  static factsOf(one: object): ReadonlyMap<string, Value> | undefined {
    return #kept in one ? one.#read(one.#kept) : undefined;
  }
}

/** The facts a decision was taken on, for messages that print public and internal ones. Never serialised. */
export function factsBehind(decision: object): ReadonlyMap<string, Value> {
  return Remembering.factsOf(decision) ?? captured.get(decision) ?? new Map<string, Value>();
}

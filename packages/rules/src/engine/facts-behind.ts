import type { Value } from "./evaluate.js";

const captured = new WeakMap<object, ReadonlyMap<string, Value>>();

/** Remembers the facts a decision was taken on. */
export function rememberFacts(decision: object, facts: ReadonlyMap<string, Value>): void {
  captured.set(decision, facts);
}

/** What can tell the facts that something was taken on. */
export interface Memory {
  readonly facts: () => ReadonlyMap<string, Value>;
}

/**
 * An object that remembers facts in the form in which they were read: cheaper than a map for each, where many are made
 * and few are asked. They are no property of it: nobody serialises, prints or copies them.
 */
export class Remembering<Kept extends Memory> {
  readonly #memory: Kept;

  constructor(memory: Kept) {
    this.#memory = memory;
  }

  static memoryOf<Kept extends Memory>(one: Remembering<Kept>): Kept {
    return one.#memory;
  }

  static factsOf(one: object): ReadonlyMap<string, Value> | undefined {
    return #memory in one ? one.#memory.facts() : undefined;
  }
}

/** The facts a decision was taken on, for messages that print public and internal ones. Never serialised. */
export function factsBehind(decision: object): ReadonlyMap<string, Value> {
  return Remembering.factsOf(decision) ?? captured.get(decision) ?? new Map<string, Value>();
}

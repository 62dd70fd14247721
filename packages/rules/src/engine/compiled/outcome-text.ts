import type { Value } from "../evaluate.js";
import type { Outcome } from "./frame.js";

/** Writes outcomes as JSON: exactly what `JSON.stringify` writes, of values that come again and again. */
export class OutcomeText {
  readonly #names: readonly { readonly name: string; readonly before: string }[];
  readonly #texts = new Map<string, string>();
  readonly #lists = new WeakMap<readonly string[], string>();

  constructor(outcome: readonly string[]) {
    this.#names = outcome.map((name, index) => ({
      name,
      before: `${index === 0 ? "{" : ","}${JSON.stringify(name)}:`,
    }));
  }

  of(outcome: Outcome): string {
    let text = "";
    for (const { name, before } of this.#names) text += before + this.#value(outcome[name]);
    return text === "" ? "{}" : `${text}}`;
  }

  #value(value: Value | undefined): string {
    if (typeof value === "boolean" || typeof value === "number") return String(value);
    if (typeof value === "string") return this.#text(value);
    if (value === undefined) return "null";
    let text = this.#lists.get(value);
    if (text === undefined) this.#lists.set(value, (text = JSON.stringify(value)));
    return text;
  }

  #text(value: string): string {
    let text = this.#texts.get(value);
    if (text === undefined) {
      text = JSON.stringify(value);
      if (this.#texts.size < mostKept) this.#texts.set(value, text);
    }
    return text;
  }
}

/** Days and enumerated values come again; texts that somebody made up do not. */
const mostKept = 4096;

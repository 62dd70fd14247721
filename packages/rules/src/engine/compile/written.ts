import { isoFromDay } from "../../calendar/civil-day.js";
import type { Policy } from "../../language/policy.js";
import { GuichetError, problemAt } from "../../language/problem.js";
import { bitsPerWord, type Enumeration, type Place, type Shape } from "../compiled/frame.js";
import type { Term, Test } from "./plan.js";

// Only names that were proved to be names, and numbers, are ever written as code. Everything else is data, handed to
// the code as it is; a comment shows no more than the letters it is made of.

const provedName = /^[a-z][A-Za-z0-9]{0,99}$/;

/** Whether every name that would be written as code is proved to be a name; it is, of every policy that was checked. */
export function isWritable({ facts, decisions }: Policy): boolean {
  const names = Object.entries(facts).flatMap(([name, entry]) =>
    typeof entry.kind === "string" ? [name] : [name, ...Object.keys(entry)],
  );
  return [...names, ...Object.keys(decisions)].every((name) => provedName.test(name));
}

/** Errors: `policy-unwritable`. */
export function refuseUnwritable(policy: Policy): void {
  if (isWritable(policy)) return;
  const what = "one of its facts or decisions has a name that cannot be written as code";
  const problem = problemAt("policy-unwritable", "compile", what, "load the policy with definePolicy first");
  throw new GuichetError("policy-unwritable", [problem]);
}

/** A text for a comment: nothing in it can end the comment, or the line. */
export function inComment(text: string): string {
  return text.replace(/[^A-Za-z0-9 ._,:-]/g, "?").slice(0, 200);
}

/** Names the slots of a frame as variables. */
export class Written {
  readonly #names = new Map<number, string>();
  readonly #shapes = new Map<number, Shape>();
  readonly #rates: string[] = [];

  constructor(places: readonly { readonly place: Place; readonly prefix: "fact" | "decision" }[]) {
    for (const { place, prefix } of places) {
      const name = [prefix, ...place.name.split(".")].join("_");
      const words = place.shape.is === "set" ? place.shape.enumeration.words : 1;
      for (let word = 0; word < words; word += 1) {
        this.#names.set(place.slot + word, word === 0 ? name : `${name}_${word}`);
        this.#shapes.set(place.slot + word, place.shape);
      }
    }
  }

  name(slot: number): string {
    const name = this.#names.get(slot);
    if (name === undefined) throw new RangeError("compile: a slot has no name");
    return name;
  }

  /** The rates that were met, as constants of the module. */
  rates(): readonly string[] {
    return this.#rates.map((rate, index) => `const rate_${index} = ${rate}`);
  }

  test(test: Test): string {
    switch (test.is) {
      case "truth":
        return String(test.truth);
      case "slot":
        return this.name(test.slot);
      case "not":
        return this.#negated(test.part);
      case "all":
        return test.parts.map((part) => this.part(part)).join(" && ");
      case "any":
        return test.parts.map((part) => this.part(part)).join(" || ");
      case "same":
        return this.#same(test, "===");
      case "none":
        return `Number.isNaN(${this.term(test.term)})`;
      case "less": {
        const [left, right] = [this.term(test.left), this.term(test.right)];
        const same = test.orSame ? "=" : "";
        return test.left.is === "constant"
          ? `${right} >${same} ${left}${this.#hint(test.left, test.right)}`
          : `${left} <${same} ${right}${this.#hint(test.right, test.left)}`;
      }
      case "holds":
        return this.#holds(test, "!==");
    }
  }

  term(term: Term): string {
    switch (term.is) {
      case "constant":
        // A text is data: see `texts`.
        return typeof term.value === "string" ? this.#text(term.value) : String(term.value);
      case "slot":
        return this.name(term.slot);
      case "rate": {
        const [outer = "0", inner] = term.keys.map((key) => this.term(key));
        const at = this.#rate(term.name, term.values);
        return inner === undefined
          ? `rate_${at}[${outer}]`
          : `rate_${at}[${outer} * ${term.width} + ${inner}]`;
      }
      case "plus": {
        const day = this.term(term.day);
        const call = term.mayBeNone ? "plusOrNone" : "plus";
        return `${call}(${day}, ${term.months}, ${term.days})`;
      }
      case "weekday": {
        const at = this.#rate("weekdays", term.ids);
        return `rate_${at}[weekdayOf(${this.term(term.day)})]`;
      }
      case "without":
        return `(${this.term(term.left)} & ~${this.term(term.right)})`;
    }
  }

  #rate(name: string, values: readonly number[]): number {
    return placeIn(this.#rates, `[${values.join(", ")}]; // ${inComment(name)}`);
  }

  /** Texts that are compared with, handed over as data. */
  readonly texts: string[] = [];

  #text(text: string): string {
    return `texts[${placeIn(this.texts, text)}]`;
  }

  /** A test as a part of another. */
  part(part: Test): string {
    const written = this.test(part);
    return part.is === "all" || part.is === "any" ? `(${written})` : written;
  }

  #negated(part: Test): string {
    if (part.is === "slot") return `!${this.name(part.slot)}`;
    if (part.is === "same" && !part.none) return this.#same(part, "!==");
    if (part.is === "holds") return this.#holds(part, "===");
    return `!(${this.test(part)})`;
  }

  #same({ left, right, none }: Extract<Test, { readonly is: "same" }>, operator: string): string {
    const [one, other] = [this.term(left), this.term(right)];
    if (none) return `Object.is(${one}, ${other})`;
    return `${one} ${operator} ${other}${this.#hint(right, left)}`;
  }

  #holds({ words, id }: Extract<Test, { readonly is: "holds" }>, operator: string): string {
    if (id.is === "constant") {
      const at = Number(id.value);
      const word = words[Math.floor(at / bitsPerWord)] ?? { is: "constant", value: 0 };
      const shape = word.is === "slot" ? this.#shapes.get(word.slot) : undefined;
      const hint = shape && "enumeration" in shape ? comment(valueAt(shape.enumeration, at)) : "";
      return `(${this.term(word)} & ${1 << (at % bitsPerWord)}${hint}) ${operator} 0`;
    }
    const asked = this.term(id);
    const shape = id.is === "slot" ? this.#shapes.get(id.slot) : undefined;
    const hint = shape && "enumeration" in shape ? comment(valuesIn(shape.enumeration, words)) : "";
    const [only] = words;
    if (only && words.length === 1) return `((${this.term(only)}${hint} >>> ${asked}) & 1) ${operator} 0`;
    const listed = words.map((word) => this.term(word)).join(", ");
    return `holds([${listed}]${hint}, ${asked}) ${operator} false`;
  }

  /** What a number stands for, beside what it is compared with. */
  #hint(constant: Term, beside: Term): string {
    if (constant.is !== "constant" || beside.is !== "slot") return "";
    const shape = this.#shapes.get(beside.slot);
    if (shape?.is === "choice") return comment(valueAt(shape.enumeration, Number(constant.value)));
    return shape?.is === "day" ? comment(isoFromDay(Number(constant.value))) : "";
  }
}

/** Where a text stands in a list; at its end if it was not there. */
function placeIn(list: string[], text: string): number {
  const known = list.indexOf(text);
  return known < 0 ? list.push(text) - 1 : known;
}

function comment(text: string): string {
  return text === "" ? "" : ` /* ${inComment(text)} */`;
}

function valueAt({ ids }: Enumeration, at: number): string {
  return [...ids.keys()][at] ?? "";
}

function valuesIn({ ids }: Enumeration, words: readonly Term[]): string {
  if (words.some(({ is }) => is !== "constant")) return "";
  return [...ids]
    .filter(([, id]) => {
      const word = words[Math.floor(id / bitsPerWord)];
      return word?.is === "constant" && (Number(word.value) & (1 << (id % bitsPerWord))) !== 0;
    })
    .map(([value]) => value)
    .join(", ");
}

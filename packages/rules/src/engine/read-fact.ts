import { dayFromIso } from "../calendar/civil-day.js";
import { timeForm } from "../calendar/time-of-day.js";
import { longestText, type DeclaredFact } from "./fact-lookup.js";
import type { Value } from "./evaluate.js";

/** What is wrong with one value, without the value. */
export interface WrongValue {
  readonly code: string;
  readonly what: string;
}

export type FactReading = { readonly value: Value } | { readonly wrong: WrongValue };

/**
 * Reads the value somebody supplied for a fact: a copy of it in its one form (lists in declared order, texts
 * in NFC, no negative zero), or what is wrong with it. May throw what a hostile object throws when it is looked at.
 */
export function readFact(fact: DeclaredFact, raw: unknown): FactReading {
  const { declared } = fact;
  if (raw === null) return wrong("null-fact", "null is not a value");
  if (Array.isArray(raw)) return declared.kind === "set-of" ? readList(fact, raw) : wrongType;
  if (typeof raw === "object") return wrong("too-deep", "an object stands where a value is expected");
  switch (declared.kind) {
    case "boolean":
      return typeof raw === "boolean" ? { value: raw } : wrongType;
    case "integer":
      return typeof raw === "number" ? readInteger(raw, declared.min, declared.max) : wrongType;
    case "set-of":
      return wrongType;
    case "one-of":
    case "date":
    case "time":
    case "text":
      return typeof raw === "string" ? readString(fact, raw) : wrongType;
  }
}

const wrongType = wrong("wrong-type", "the value has the wrong type");
const notListed = wrong("value-not-listed", "the value is not listed");

function readString(fact: DeclaredFact, raw: string): FactReading {
  switch (fact.declared.kind) {
    case "date":
      return dayFromIso(raw) === undefined
        ? wrong("not-a-date", "not a day of the calendar")
        : { value: raw };
    case "time":
      return timeForm.test(raw) ? { value: raw } : wrong("not-a-time", "not a time of day");
    case "text":
      return readText(raw);
    default:
      return fact.values.has(raw) ? { value: raw } : notListed;
  }
}

// Normalising can lengthen a text: a captured text must pass the same check once more.
function readText(raw: string): FactReading {
  const text = raw.length > longestText ? raw : raw.normalize("NFC");
  return text.length > longestText ? wrong("text-too-long", "the text is too long") : { value: text };
}

function readInteger(raw: number, min = -Infinity, max = Infinity): FactReading {
  if (!Number.isSafeInteger(raw)) return wrong("not-an-integer", "not a whole number that is exact");
  if (raw < min) return wrong("below-minimum", "the number is too small");
  if (raw > max) return wrong("above-maximum", "the number is too large");
  return { value: raw === 0 ? 0 : raw };
}

function readList(fact: DeclaredFact, raw: readonly unknown[]): FactReading {
  const elements = new Set<string>();
  // One element more than there are values is wrong or a repetition, however long a hostile list is.
  const { length } = raw;
  for (let index = 0; index < Math.min(length, fact.values.size + 1); index += 1) {
    const element = Object.hasOwn(raw, index) ? raw[index] : undefined;
    if (typeof element !== "string") return wrongType;
    if (!fact.values.has(element)) return notListed;
    if (elements.has(element)) return wrong("repeated-element", "an element is repeated");
    elements.add(element);
  }
  return { value: [...fact.values].filter((value) => elements.has(value)) };
}

function wrong(code: string, what: string): { readonly wrong: WrongValue } {
  return { wrong: { code, what } };
}

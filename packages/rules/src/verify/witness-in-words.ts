import { valueInWords } from "../engine/value-in-words.js";
import type { Value } from "../engine/evaluate.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Locale } from "../language/locale.js";
import type { Witness } from "./witness-of.js";

/** One fact of a witness, in words. */
export interface FactInWords {
  readonly fact: string;
  readonly label: string;
  readonly value: string;
}

/**
 * A witness in the words of a locale, fact by fact as declared. A witness is made up: no patient is in it.
 *
 * @example
 * witnessInWords({ service: { line: "hygiene" } }, loyaltyDiscountEn);
 * // [{ fact: "service.line", label: "line of service", value: "hygiene" }]
 */
export function witnessInWords(witness: Witness, locale: Locale): readonly FactInWords[] {
  const labels: Readonly<Record<string, string>> = locale.labels.facts;
  return [...declaredFacts(locale.policy.facts)].flatMap(([fact, declared]) => {
    const value = valueAt(witness, fact);
    if (value === undefined) return [];
    return [{ fact, label: labels[fact] ?? fact, value: valueInWords(locale, fact, declared, value) }];
  });
}

function valueAt(witness: Witness, path: string): Value | undefined {
  const [group = "", name] = path.split(".");
  const entry = witness[group];
  if (name === undefined) return entry as Value | undefined;
  return (entry as Readonly<Record<string, Value>> | undefined)?.[name];
}

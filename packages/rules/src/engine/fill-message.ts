import { declaredFacts } from "../language/declared-facts.js";
import type { Locale } from "../language/locale.js";
import type { OpenAnswer } from "./answers.js";
import type { RateUsed } from "./decision.js";
import type { Value } from "./evaluate.js";
import { openInWords, valueInWords, type Written } from "./value-in-words.js";

/** What a message may print. */
export interface Printable {
  readonly outcome: Readonly<Record<string, Value>>;
  readonly open: Readonly<Record<string, OpenAnswer>>;
  readonly rates: readonly RateUsed[];
  readonly facts: ReadonlyMap<string, Value>;
}

/**
 * Fills the placeholders of a message: an open decision is printed as what it can still be, and what has no one
 * value by its label.
 */
export function fillMessage(locale: Locale, message: string, printable: Printable): string {
  return message.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    if (name.startsWith("rate.")) return rateInWords(locale, name, printable);
    return name.startsWith("decision.")
      ? decisionInWords(locale, name, printable)
      : factInWords(locale, name, printable);
  });
}

const unnamed: Written = { kind: "text" };

function rateInWords(locale: Locale, name: string, { rates }: Printable): string {
  const rate = name.slice("rate.".length);
  const [used, another] = rates.filter((one) => one.name === rate);
  if (used === undefined || another !== undefined) return locale.labels.rates[rate] ?? rate;
  return valueInWords(locale, name, locale.policy.rates[rate] ?? unnamed, used.value);
}

function decisionInWords(locale: Locale, name: string, { outcome, open }: Printable): string {
  const decision = name.slice("decision.".length);
  const declared = locale.policy.decisions[decision] ?? unnamed;
  const [value, stillOpen] = [outcome[decision], open[decision]];
  if (value !== undefined) return valueInWords(locale, name, declared, value);
  return stillOpen
    ? openInWords(locale, name, declared, stillOpen)
    : (locale.labels.decisions[decision] ?? decision);
}

function factInWords(locale: Locale, path: string, { facts }: Printable): string {
  const declared = declaredFacts(locale.policy.facts).get(path);
  const mayPrint = declared?.privacy === "public" || declared?.privacy === "internal";
  const value = mayPrint ? facts.get(path) : undefined;
  const labels: Readonly<Record<string, string>> = locale.labels.facts;
  return declared && value !== undefined
    ? valueInWords(locale, path, declared, value)
    : (labels[path] ?? path);
}

import { checkFacts, type FactProblem } from "@guichet/rules";
import { withFact, type AskedFact, type Choice, type Interview } from "./interview.js";

/**
 * The value a line of text stands for: a listed value, its word in the locale or its number from 1; several of
 * them with commas for a set, `0` or `noneWord` for the empty one; digits for a number. Whatever is none of these
 * stays the text it is, for `problemWith` to refuse.
 */
export function valueMeant(question: AskedFact, noneWord: string, line: string): unknown {
  const text = line.trim();
  switch (question.kind) {
    case "boolean":
    case "one-of":
      return chosen(question.choices, text);
    case "set-of":
      return elementsMeant(question.choices, noneWord, text);
    case "integer":
      return /^[+-]?\d+$/.test(text) ? Number(text) : text;
    case "date":
    case "time":
    case "text":
      return text;
  }
}

/** What speaks against an answer: its own form, or that it contradicts what is known already. */
export function problemWith(
  { locale, facts }: Interview,
  fact: string,
  value: unknown,
): FactProblem | undefined {
  return checkFacts(locale.policy, withFact(facts, fact, value))[0];
}

function elementsMeant(choices: readonly Choice[], noneWord: string, text: string): unknown {
  const parts = text.split(",").map((part) => chosen(choices, part.trim()));
  const [only] = parts;
  const isListed = choices.some(({ value }) => value === only);
  if (parts.length === 1 && !isListed && (text === "0" || alike(text, noneWord))) return [];
  return parts;
}

function chosen(choices: readonly Choice[], text: string): boolean | string {
  const byValue = choices.find(({ value }) => alike(String(value), text));
  if (byValue) return byValue.value;
  const [byWord, another] = choices.filter(({ word }) => alike(word, text));
  if (byWord && !another) return byWord.value;
  return (/^\d+$/.test(text) ? choices[Number(text) - 1]?.value : undefined) ?? text;
}

function alike(one: string, other: string): boolean {
  const plain = (text: string): string => text.normalize("NFC").toLowerCase();
  return plain(one) === plain(other);
}

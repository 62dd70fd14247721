import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wordingOf } from "../src/engine/wording.js";
import { shipped } from "./shipped-policies.js";

const glossary = readFileSync(new URL("../../../docs/glossary.md", import.meta.url), "utf8");
const all = shipped.map(({ policy }) => policy.id);
const sections = glossary
  .split(/^## /mu)
  .slice(1)
  .map((text) => ({ title: firstLine(text), rows: rowsOf(text) }));

/** The sections whose line in the glossary's contents names the policies that use their words. */
const used = sections.flatMap(({ title, rows }) => {
  const [, policies] = new RegExp(`^- \\[${title}\\]\\(#[^)]+\\): (.+)$`, "mu").exec(glossary) ?? [];
  const ids = policies?.match(/(?<=`)[a-z-]+(?=`)/gu) ?? all;
  return policies === undefined ? [] : [{ title, rows, ids }];
});

describe.each(used)("the words under $title", ({ rows, ids }) => {
  it.each(["fr", "ru"] as const)("are the words of the policies in %s", (language) => {
    const said = wordsOf(language, ids);
    const terms = rows.flatMap((row) => row[language].split(", "));
    expect(terms.length).toBeGreaterThan(0);
    expect(terms.filter((term) => !inflected(term).test(said))).toEqual([]);
  });
});

describe("the words the glossary rules out", () => {
  const ruledOut = [...glossary.matchAll(/never _([^_]+)_/gu)].map(([, term = ""]) => term);

  it.each(ruledOut)("do not say %s", (term) => {
    for (const language of ["fr", "ru"]) expect(wordsOf(language, all).toLowerCase()).not.toContain(term);
  });
});

describe("the French texts", () => {
  const said = wordsOf("fr", all);

  it("are set with the curly apostrophe", () => {
    expect(said.match(/.*'.*/gu) ?? []).toEqual([]);
  });

  it("have a space before a colon, a semicolon, a question mark and an exclamation mark", () => {
    expect(said.match(/.*[^\s][:;?!](?!\S).*/gu) ?? []).toEqual([]);
  });
});

/** The French and Russian terms of a section's table. */
function rowsOf(section: string): readonly { readonly fr: string; readonly ru: string }[] {
  const [, , ...lines] = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.map((line) => {
    const [, , fr = "", ru = ""] = line.split("|").map((cell) => cell.trim());
    return { fr, ru };
  });
}

/** All that these policies say in a language, a text on each line, with the words between. */
function wordsOf(language: string, ids: readonly string[]): string {
  const locales = shipped
    .filter(({ policy }) => ids.includes(policy.id))
    .flatMap(({ locales }) => locales.filter(({ locale }) => locale === language));
  const { holder } = wordingOf(language);
  return [
    holder,
    ...locales.map(({ cases, remarks, values, valuesOf, labels }) => [
      cases,
      remarks,
      values,
      valuesOf,
      labels,
    ]),
  ]
    .flatMap(textsIn)
    .join("\n");
}

function textsIn(texts: unknown): readonly string[] {
  if (typeof texts === "string") return [texts];
  return typeof texts === "object" && texts !== null ? Object.values(texts).flatMap(textsIn) : [];
}

/** The term in any of its forms: the words may end otherwise, and what stands in brackets may be left out. */
function inflected(term: string): RegExp {
  const words = term.replace(/ \([^)]*\)$/u, "").match(/[\p{L}\d’-]+/gu) ?? [];
  const forms = words.map((word) => (word.length < 4 ? word : `${stemOf(word)}\\p{L}{0,3}`));
  return new RegExp(`(?<!\\p{L})${forms.join(" ")}(?!\\p{L})`, "iu");
}

function stemOf(word: string): string {
  return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

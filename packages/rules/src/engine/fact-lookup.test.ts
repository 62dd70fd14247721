import { expect, it } from "vitest";
import type { FactDeclaration } from "../language/fact.js";
import { expectedInWords, factLookup } from "./fact-lookup.js";
import { loan } from "./loan.fixture.js";

const about = { label: "a fact", holder: "desk", privacy: "internal" } as const;

it.each<[string, FactDeclaration]>([
  ["true or false", { kind: "boolean", ...about }],
  ['one of "car", "bike"', { kind: "one-of", values: ["car", "bike"], ...about }],
  [
    'a list of any of "bag", "child", each at most once',
    { kind: "set-of", values: ["bag", "child"], ...about },
  ],
  ["a whole number", { kind: "integer", ...about }],
  ["a whole number (hours) from 0 to 12", { kind: "integer", min: 0, max: 12, unit: "hours", ...about }],
  ["a whole number, at least -3", { kind: "integer", min: -3, ...about }],
  ["a whole number (days), at most 0", { kind: "integer", max: 0, unit: "days", ...about }],
  ["a day of the calendar, YYYY-MM-DD", { kind: "date", ...about }],
  ["a time of day from 00:00 to 23:59, HH:MM", { kind: "time", ...about }],
  ["text of at most 1,000 characters", { kind: "text", ...about }],
])("what is expected is said in words: %s", (words, declared) => {
  expect(expectedInWords(declared)).toBe(words);
});

it("the facts of a policy are looked up once", () => {
  expect(factLookup(loan)).toBe(factLookup(loan));
});

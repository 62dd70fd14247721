import { describe, expect, it, test } from "vitest";
import type { AskedFact } from "./interview.js";
import { valueMeant } from "./read-answer.js";

const asked: AskedFact = {
  fact: "visit.colour",
  kind: "one-of",
  label: "colour",
  holder: "the front desk",
  choices: [
    { value: "dark-red", word: "Rouge foncé" },
    { value: "2", word: "bleu" },
    { value: "grey", word: "gris" },
    { value: "silver", word: "Gris" },
  ],
  limits: {},
  affects: [],
  governs: false,
};
const yesOrNo: AskedFact = {
  ...asked,
  kind: "boolean",
  choices: [
    { value: true, word: "oui" },
    { value: false, word: "non" },
  ],
};
const some: AskedFact = { ...asked, kind: "set-of" };
const meant = (question: AskedFact, line: string): unknown => valueMeant(question, "rien", line);

describe("a line that stands for one choice", () => {
  test.each([
    ["its value", "dark-red", "dark-red"],
    ["its value in other letters, between blanks", "  DARK-Red ", "dark-red"],
    ["its word", "rouge foncé", "dark-red"],
    ["its word with the accent apart", "rouge fonce\u0301", "dark-red"],
    ["its number", "1", "dark-red"],
    ["a value that looks like a number", "2", "2"],
    ["a word of two choices: neither", "gris", "gris"],
    ["a number beyond the last: itself", "5", "5"],
    ["zero: itself", "0", "0"],
    ["something else: itself", "green", "green"],
  ])("may be %s", (_, line, value) => {
    expect(meant(asked, line)).toBe(value);
  });

  test.each([
    ["oui", true],
    ["1", true],
    ["true", true],
    ["non", false],
    ["2", false],
    ["FALSE", false],
    ["maybe", "maybe"],
  ])('says yes or no: "%s"', (line, value) => {
    expect(meant(yesOrNo, line)).toBe(value);
  });
});

describe("a line that stands for several", () => {
  test.each([
    ["one", "1", ["dark-red"]],
    ["several, in any of their forms", "bleu, 1 ,silver", ["2", "dark-red", "silver"]],
    ["none, by its number", "0", []],
    ["none, by its word", "Rien", []],
    ["one twice, which is refused later", "1,1", ["dark-red", "dark-red"]],
    ["none among others, which is refused later", "0,1", ["0", "dark-red"]],
    ["a hole, which is refused later", "1,,3", ["dark-red", "", "grey"]],
  ])("may name %s", (_, line, value) => {
    expect(meant(some, line)).toEqual(value);
  });

  it("names the value, where none of them is called like one", () => {
    const withNone = { ...some, choices: [{ value: "rien", word: "pas encore" }] };
    expect(meant(withNone, "rien")).toEqual(["rien"]);
  });
});

test.each([
  ["12", 12],
  ["-3", -3],
  ["+4", 4],
  [" 007 ", 7],
  ["1.5", "1.5"],
  ["1e3", "1e3"],
  ["0x10", "0x10"],
  ["twelve", "twelve"],
])('digits are a number, nothing else is: "%s"', (line, value) => {
  expect(meant({ ...asked, kind: "integer", choices: [] }, line)).toBe(value);
});

import { boolean, date, integer, oneOf, setOf, text, time, type FactDeclaration } from "@guichet/rules";
import { expect, test } from "vitest";
import { readCell } from "./read-cell.js";

const of = (kind: object): FactDeclaration => kind as FactDeclaration;
const set = of(setOf(["a", "b"]));

test.each([boolean(), oneOf(["a"]), setOf(["a"]), integer({ min: 0 }), date(), time(), text()])(
  "an empty cell is not known, and never false or none: %o",
  (kind) => {
    expect([readCell(of(kind), ""), readCell(of(kind), "  ")]).toEqual([undefined, undefined]);
  },
);

test.each([
  ["true", true],
  ["Yes", true],
  ["1", true],
  ["VRAI", true],
  ["oui", true],
  ["ИСТИНА", true],
  ["да", true],
  ["FALSE", false],
  ["no", false],
  ["0", false],
  ["Faux", false],
  ["non", false],
  ["ложь", false],
  ["Нет", false],
  ["maybe", "maybe"],
  ["2", "2"],
])("yes or no: %s", (cell, value) => {
  expect(readCell(of(boolean()), ` ${cell} `)).toBe(value);
});

test("the elements of a set stand between semicolons, and a set without any is written out", () => {
  expect(readCell(set, " a; b ")).toEqual(["a", "b"]);
  expect(readCell(set, "[]")).toEqual([]);
});

test("digits are a number, and whatever else is left for the check", () => {
  expect(["12", " -3 ", "1,5", "1e3", "x"].map((cell) => readCell(of(integer({})), cell))).toEqual([
    12,
    -3,
    "1,5",
    "1e3",
    "x",
  ]);
});

test("a text stays as it is, other values lose the blanks around them", () => {
  expect(readCell(of(text()), " a ")).toBe(" a ");
  expect([readCell(of(date()), " 2026-11-21 "), readCell(of(oneOf(["a"])), " a ")]).toEqual([
    "2026-11-21",
    "a",
  ]);
});

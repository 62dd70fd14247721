import { loyaltyDiscount } from "@guichet/rules/policies";
import { declaredFacts, GuichetError } from "@guichet/rules";
import { expect, test } from "vitest";
import { planColumns, type ColumnNames } from "./plan-columns.js";

const facts = [...declaredFacts(loyaltyDiscount.facts).keys()];

function codes(heading: readonly string[], names: ColumnNames = {}): readonly string[] {
  try {
    planColumns(heading, names, loyaltyDiscount);
    return [];
  } catch (error) {
    return GuichetError.isInstance(error) ? error.problems.map(({ code, where }) => `${code}: ${where}`) : [];
  }
}

test("headings that name facts need no word about them", () => {
  const heading = ["subject", ...facts, " id ", "at"];
  const { width, columns } = planColumns(heading, {}, loyaltyDiscount);
  expect(width).toBe(heading.length);
  expect(columns.map(({ holds }) => holds)).toEqual(heading.map((name) => name.trim()));
});

test("other headings are named, and null leaves a column out", () => {
  const names = { "Case no": "id", Date: "service.on", Remarks: null };
  expect(planColumns(["Date", "Remarks", "Case no"], names, loyaltyDiscount)).toEqual({
    width: 3,
    columns: [
      { at: 0, holds: "service.on" },
      { at: 2, holds: "id" },
    ],
  });
});

test("all that does not fit is told at once, and no heading that could be a patient's name", () => {
  expect(codes(["Petrov", "service.on", "service.on"], { None: "id", Date: "service.onn" })).toEqual([
    'column-missing: --columns, "None"',
    'column-missing: --columns, "Date"',
    'fact-unknown: --columns, "Date"',
    "column-unknown: column 1",
    "column-twice: column 3",
    "column-missing: the heading",
  ]);
  expect(codes(["constructor", "id"])).toEqual(["column-unknown: column 1"]);
});

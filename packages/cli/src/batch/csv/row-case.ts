import { declaredFacts, type Policy } from "@guichet/rules";
import { inputRefusal } from "../../refusal.js";
import type { FoundCase } from "../answer-case.js";
import { lineRefusal } from "../lines-of.js";
import type { ColumnPlan } from "./plan-columns.js";
import { readCell } from "./read-cell.js";
import type { Row, RowChunk } from "./read-rows.js";

/** The cases in the rows of a table. */
export function* casesInRows(
  { rows }: RowChunk,
  policy: Policy,
  plan: ColumnPlan | undefined,
): Generator<FoundCase, undefined> {
  if (plan === undefined) throw new TypeError("rows without a plan of their columns");
  for (const row of rows) {
    const isBlank = "cells" in row && row.cells.every((cell) => cell.trim() === "");
    yield { number: row.number, isBlank, read: () => fieldsOf(row, policy, plan) };
  }
}

function fieldsOf(row: Row, policy: Policy, { width, columns }: ColumnPlan): object {
  const where = `line ${row.number}`;
  if ("fault" in row) {
    if (row.fault !== "quotes-refused") throw lineRefusal(row.fault, where, "case");
    const what = "its quotation marks do not match";
    throw inputRefusal(row.fault, where, what, "close each of them, and double those inside a cell");
  }
  if (row.cells.length !== width) {
    const what = `${row.cells.length} cells, and not ${width} as in the heading`;
    throw inputRefusal("cells-refused", where, what, "give every row the same number of cells");
  }
  const declared = declaredFacts(policy.facts);
  const facts = bare<unknown>();
  const fields = bare<unknown>();
  fields["facts"] = facts;
  for (const { at, holds } of columns) {
    const cell = row.cells[at] ?? "";
    const declaration = declared.get(holds);
    if (declaration !== undefined) put(facts, holds, readCell(declaration, cell));
    else if (cell.trim() !== "") fields[holds] = cell.trim();
  }
  return fields;
}

function put(facts: Record<string, unknown>, path: string, value: unknown): void {
  if (value === undefined) return;
  const [outer = "", inner] = path.split(".");
  if (inner === undefined) facts[outer] = value;
  else {
    const group = (facts[outer] ??= bare<unknown>()) as Record<string, unknown>;
    group[inner] = value;
  }
}

function bare<Item>(): Record<string, Item> {
  return Object.create(null) as Record<string, Item>;
}

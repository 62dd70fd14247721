import { usageRefusal } from "../../refusal.js";
import type { Surroundings } from "../../surroundings.js";
import { callJson } from "../../load/load-policy-file.js";
import type { ColumnNames } from "./plan-columns.js";

/** The file that says what columns hold. Errors: `usage-refused`, with `columns-refused` where it says something else. */
export async function readColumnNames(path: string, surroundings: Surroundings): Promise<ColumnNames> {
  const names = await callJson(path, surroundings);
  if (!isColumnNames(names)) {
    const todo = 'write { "heading": "group.fact", "another": null }';
    throw usageRefusal("columns-refused", path, "no object of headings and what they hold", todo);
  }
  return names;
}

function isColumnNames(value: unknown): value is ColumnNames {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((holds) => holds === null || typeof holds === "string");
}

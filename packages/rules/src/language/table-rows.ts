import type { Citation } from "./citation.js";
import type { Condition } from "./condition.js";
import type { Table } from "./edition.js";
import type { Expression } from "./expression.js";

/** A row of a table as it is printed: a case, an `otherwise`, or a single expression. */
export interface TableRow {
  /** Left out by internal expressions only. */
  readonly id?: string;
  /** Absent: always; in `otherwise`, wherever no case before it holds. */
  readonly when?: Condition;
  readonly then: Expression | Condition | Readonly<Record<string, Expression>>;
  readonly cites?: readonly Citation[];
  readonly gap?: true;
}

/** The rows of a table in the order they are printed; the row for everything else comes last. */
export function rowsOf(table: Table): readonly TableRow[] {
  if ("is" in table) return [{ ...table, then: table.is }];
  return table.hitPolicy === "collect" ? table.cases : [...table.cases, table.otherwise];
}

/** The decisions a table answers. */
export function decisionsOf(table: Table): readonly string[] {
  return typeof table.decides === "string" ? [table.decides] : table.decides;
}

/** The result of a row for one of the decisions its table answers. */
export function resultFor(table: Table, row: TableRow, decision: string): Expression | Condition {
  if (typeof table.decides === "string") return row.then as Expression | Condition;
  return (row.then as Readonly<Record<string, Expression>>)[decision] ?? "none";
}

import type { Table } from "../../language/edition.js";
import type { Expression } from "../../language/expression.js";
import { nearest, type Findings } from "../../language/findings.js";
import { along, quoted, type Place } from "../../language/place.js";
import type { AddedCase, ChangedCase, ReplacedCase } from "./amendment.js";
import { refuse } from "./amendment-problem.js";
import type { CaseChange, Planned } from "./plan-changes.js";
import { citesOf } from "./own-document.js";

type Tables = readonly Table[];
type CaseTable = Exclude<Table, { readonly is: unknown }>;

/** The tables of an edition with one case more or another one; as they were where it has no place, which is reported. */
export function changeTables(findings: Findings, tables: Tables, planned: Planned<CaseChange>): Tables {
  const { amendment, change, place } = planned;
  const row = { ...change.case, cites: citesOf(amendment, change.case.cites) };
  return "replaces" in change
    ? replaceCase(findings, tables, change, row, place)
    : addCase(findings, tables, change, row, place);
}

function addCase(
  findings: Findings,
  tables: Tables,
  { edition, decision, before }: AddedCase,
  row: ChangedCase,
  place: Place,
): Tables {
  const table = tables.find(({ decides }) =>
    typeof decides === "string" ? decides === decision : decides.includes(decision),
  );
  if (!table) {
    const todo = nearest(
      findings,
      decision,
      tables.flatMap(({ decides }) => decides),
      "name a decision with a table",
    );
    const what = `edition ${edition} has no table for ${quoted(decision)}`;
    refuse(findings, "decision-unknown", along(place, "decision"), what, todo);
    return tables;
  }
  const opened = withCases(table);
  if (!opened) {
    const todo = "write the case where a decision uses it";
    refuse(findings, "case-misplaced", place, `the expression of ${quoted(decision)} has no id`, todo);
    return tables;
  }
  const last = "otherwise" in opened ? opened.otherwise.id : undefined;
  const at = opened.cases.findIndex(({ id }) => id === before);
  if (before !== undefined && before !== last && at < 0) {
    const ids = [...opened.cases.map(({ id }) => id), ...(last === undefined ? [] : [last])];
    const todo = nearest(findings, before, ids, "name a case of the table");
    refuse(findings, "case-unknown", along(place, "before"), `the table has no case ${quoted(before)}`, todo);
    return tables;
  }
  const position = at < 0 ? opened.cases.length : at;
  const cases = [...opened.cases.slice(0, position), row, ...opened.cases.slice(position)];
  return tables.map((one) => (one === table ? ({ ...opened, cases } as Table) : one));
}

/** A table that can hold one case more: an expression becomes what holds otherwise. */
function withCases(table: Table): CaseTable | undefined {
  if (!("is" in table)) return table;
  const { decides, id, onlyWhen, is, cites, gap } = table;
  if (id === undefined) return undefined;
  return {
    decides,
    hitPolicy: "first",
    ...(onlyWhen ? { onlyWhen } : {}),
    cases: [],
    otherwise: { id, then: is, ...(cites ? { cites } : {}), ...(gap ? { gap } : {}) },
  };
}

function replaceCase(
  findings: Findings,
  tables: Tables,
  { edition, replaces }: ReplacedCase,
  row: ChangedCase,
  place: Place,
): Tables {
  const table = tables.find((one) => idsOf(one).includes(replaces));
  if (!table) {
    const todo = nearest(findings, replaces, tables.flatMap(idsOf), "name a case of the edition");
    const what = `edition ${edition} has no case ${quoted(replaces)}`;
    refuse(findings, "case-unknown", along(place, "replaces"), what, todo);
    return tables;
  }
  const changed = replaceIn(table, replaces, row);
  if (changed) return tables.map((one) => (one === table ? changed : one));
  const what = `${quoted(replaces)} answers where nothing else does`;
  refuse(
    findings,
    "case-misplaced",
    along(place, "case", "when"),
    what,
    'remove the condition, or add a case "before" it',
  );
  return tables;
}

/** `undefined` for a condition where none can stand. */
function replaceIn(table: Table, id: string, row: ChangedCase): Table | undefined {
  if (!("is" in table) && table.cases.some((one) => one.id === id)) {
    return { ...table, cases: table.cases.map((one) => (one.id === id ? row : one)) } as Table;
  }
  if (Object.hasOwn(row, "when")) return undefined;
  if ("otherwise" in table) return { ...table, otherwise: row };
  const { decides, onlyWhen } = table as Extract<Table, { readonly is: unknown }>;
  const { then, ...about } = row;
  return { ...about, decides, ...(onlyWhen ? { onlyWhen } : {}), is: then as Expression };
}

function idsOf(table: Table): readonly string[] {
  if ("is" in table) return table.id === undefined ? [] : [table.id];
  const ids = table.cases.map(({ id }) => id);
  return "otherwise" in table ? [...ids, table.otherwise.id] : ids;
}

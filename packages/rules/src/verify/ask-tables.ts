import type { Diagram } from "../engine/diagrams.js";
import type { SegmentDiagrams } from "../engine/segment-diagrams.js";
import type { Table } from "../language/edition.js";
import type { Policy } from "../language/policy.js";
import { decisionsOf, resultFor, rowsOf, type TableRow } from "../language/table-rows.js";

/** When one row of a table takes part, as diagrams over the facts of a segment. */
export interface AskedRow {
  readonly row: TableRow;
  /** Its condition and the guard of its table hold. */
  readonly holds: Diagram;
  /** It makes the answer: alone, or in a collection together with others. */
  readonly decides: Diagram;
  /** The outcome would be another one without it. Absent where it cannot be left out. */
  readonly matters?: Diagram;
}

/** Where two cases of a table hold together and say different things. */
export interface AskedPair {
  readonly one: TableRow;
  readonly other: TableRow;
  readonly differ: Diagram;
}

export interface AskedTable {
  readonly table: Table;
  readonly rows: readonly AskedRow[];
  /** Of tables that say there are none. */
  readonly conflicts: readonly AskedPair[];
}

/** Everything that is asked of the tables of a segment, table by table. */
export function askTables(policy: Policy, built: SegmentDiagrams): readonly AskedTable[] {
  return built.segment.edition.tables.map((table, index) => ({
    table,
    rows: askRows(policy, built, table, index),
    conflicts: "hitPolicy" in table && table.hitPolicy === "unique" ? askPairs(built, table) : [],
  }));
}

function askRows(policy: Policy, built: SegmentDiagrams, table: Table, index: number): readonly AskedRow[] {
  const { diagrams, segment } = built;
  const collects = "hitPolicy" in table && table.hitPolicy === "collect";
  // What public decisions say is the outcome itself; only through a helper does a case matter to later tables.
  const isHelper = decisionsOf(table).some((name) => policy.decisions[name]?.internal === true);
  const later = isHelper ? segment.edition.tables.slice(index + 1) : [];
  let before = diagrams.false;
  return rowsOf(table).map((row) => {
    const holds = holding(built, table, row);
    const decides = collects ? holds : diagrams.and(holds, diagrams.not(before));
    before = diagrams.or(before, holds);
    const rest = without(table, row);
    if (!rest) return { row, holds, decides };
    const other = built.again([rest, ...later]);
    return { row, holds, decides, matters: diagrams.not(sameOutcome(policy, built, other)) };
  });
}

function askPairs(
  built: SegmentDiagrams,
  table: Exclude<Table, { readonly is: unknown }>,
): readonly AskedPair[] {
  const { diagrams } = built;
  return table.cases.flatMap((one, index) =>
    table.cases.slice(index + 1).map((other) => {
      const same = decisionsOf(table).reduce((all, decision) => {
        const [left, right] = [one, other].map((row) =>
          built.result(resultFor(table, row, decision), decision),
        );
        return left === undefined || right === undefined ? all : diagrams.and(all, built.same(left, right));
      }, diagrams.true);
      const together = diagrams.and(holding(built, table, one), holding(built, table, other));
      return { one, other, differ: diagrams.and(together, diagrams.not(same)) };
    }),
  );
}

function holding(built: SegmentDiagrams, table: Table, row: TableRow): Diagram {
  return [table.onlyWhen, row.when].reduce(
    (all, one) => (one === undefined ? all : built.diagrams.and(all, built.condition(one))),
    built.diagrams.true,
  );
}

/**
 * The table without one of its cases. A case that is marked as a gap stays: it is there to say that the source is
 * silent, even where another would give the same answer.
 */
function without(table: Table, row: TableRow): Table | undefined {
  if ("is" in table || row.gap === true) return undefined;
  const rest = table.cases.filter((one) => one !== row);
  return rest.length < table.cases.length ? ({ ...table, cases: rest } as Table) : undefined;
}

/** Where all public decisions are the same. */
function sameOutcome(policy: Policy, one: SegmentDiagrams, other: SegmentDiagrams): Diagram {
  const { diagrams } = one;
  return Object.entries(policy.decisions).reduce((all, [name, { internal }]) => {
    const [left, right] = [one, other].map((built) => built.scalars.get(name) ?? built.sets.get(name));
    if (internal === true || left === undefined || right === undefined) return all;
    return diagrams.and(all, one.same(left, right));
  }, diagrams.true);
}

import type { Edition, Table } from "../language/edition.js";
import { decisionsOf, type TableRow } from "../language/table-rows.js";
import { askTables, type AskedTable } from "./ask-tables.js";
import type { Finding } from "./finding.js";
import type { Region } from "./region.js";
import type { SegmentSpace, Space } from "./space.js";
import { witnessOf } from "./witness-of.js";

/** A segment with what was asked of its tables. */
interface Asked {
  readonly space: SegmentSpace;
  readonly tables: readonly AskedTable[];
}

/** One table of an edition, over all segments of the edition. */
interface Sheet {
  readonly edition: Edition;
  readonly table: Table;
  readonly parts: readonly { readonly space: SegmentSpace; readonly asked: AskedTable }[];
}

/**
 * What is to be said of the tables of a policy: gaps that are reached, cases that conflict, that never decide or
 * change nothing. Of each at most one per case and edition, with the first facts that were found.
 */
export function tableFindings({ policy, segments }: Space): readonly Finding[] {
  const asked = segments.map((space): Asked => ({ space, tables: askTables(policy, space.built) }));
  for (const { space } of asked) space.built.diagrams.settle();
  return sheetsOf(asked).flatMap((sheet) => {
    const say = (
      code: Finding["code"],
      row: TableRow,
      related: readonly string[],
      found?: Region,
    ): Finding => ({
      code,
      at: nameOf(sheet.table, row),
      place: { edition: sheet.edition.inForceFrom, decides: decisionsOf(sheet.table) },
      days: found && !isThroughout.has(code) ? daysOf(found.segment, found.segment) : daysOfSheet(sheet),
      related,
      ...(found ? { witness: witnessOf(policy, found) } : {}),
    });
    return [...rowFindings(sheet, say), ...conflicts(sheet, say)];
  });
}

/** What is said of all days of an edition, whatever day its witness is of. */
const isThroughout: ReadonlySet<Finding["code"]> = new Set(["case-unreachable", "case-redundant"] as const);

type Say = (code: Finding["code"], row: TableRow, related: readonly string[], found?: Region) => Finding;

function rowFindings(sheet: Sheet, say: Say): readonly Finding[] {
  const [first] = sheet.parts;
  return (first?.asked.rows ?? []).flatMap(({ row }, index): readonly Finding[] => {
    const reached = findFirst(sheet, ({ asked }) => asked.rows[index]?.decides);
    if (!reached) {
      const held = findFirst(sheet, ({ asked }) => asked.rows[index]?.holds);
      return [say("case-unreachable", row, hiding(sheet, index), held)];
    }
    if (row.gap === true) return [say("gap-reachable", row, [], reached)];
    const isOptional = first?.asked.rows[index]?.matters !== undefined;
    if (!isOptional || findFirst(sheet, ({ asked }) => asked.rows[index]?.matters)) return [];
    return [say("case-redundant", row, [], reached)];
  });
}

/** The cases that decide wherever a later one would. */
function hiding(sheet: Sheet, hidden: number): readonly string[] {
  const rows = sheet.parts[0]?.asked.rows.slice(0, hidden) ?? [];
  return rows.flatMap(({ row }, index) => {
    const both = findFirst(sheet, ({ space, asked }) => {
      const [one, other] = [asked.rows[index], asked.rows[hidden]];
      return one && other && space.built.diagrams.and(one.decides, other.holds);
    });
    return both ? [nameOf(sheet.table, row)] : [];
  });
}

function conflicts(sheet: Sheet, say: Say): readonly Finding[] {
  const [first] = sheet.parts;
  return (first?.asked.conflicts ?? []).flatMap(({ one, other }, index) => {
    const found = findFirst(sheet, ({ asked }) => asked.conflicts[index]?.differ);
    return found ? [say("cases-conflict", one, [nameOf(sheet.table, other)], found)] : [];
  });
}

type Part = Sheet["parts"][number];

/** The first facts for which a condition holds, segment by segment; none is a proof that it holds nowhere. */
function findFirst({ parts }: Sheet, diagramOf: (part: Part) => number | undefined): Region | undefined {
  for (const part of parts) {
    const diagram = diagramOf(part);
    const region = diagram === undefined ? undefined : part.space.find(part.space.within(diagram));
    if (region) return region;
  }
  return undefined;
}

function sheetsOf(asked: readonly Asked[]): readonly Sheet[] {
  const editions = new Set(asked.map(({ space }) => space.segment.edition));
  return [...editions].flatMap((edition) => {
    const of = asked.filter(({ space }) => space.segment.edition === edition);
    return edition.tables.map((table, index) => ({
      edition,
      table,
      parts: of.flatMap(({ space, tables }) => {
        const one = tables[index];
        return one ? [{ space, asked: one }] : [];
      }),
    }));
  });
}

function nameOf(table: Table, row: TableRow): string {
  return row.id ?? decisionsOf(table)[0] ?? "";
}

type Days = NonNullable<Finding["days"]>;

function daysOf(first: Days, last: Days): Days {
  return { from: first.from, to: last.to };
}

function daysOfSheet({ parts }: Sheet): Days {
  const [first, last] = [parts[0], parts.at(-1)];
  return { from: first?.space.segment.from ?? null, to: last?.space.segment.to ?? null };
}

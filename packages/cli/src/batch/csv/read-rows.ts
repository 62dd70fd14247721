import Papa from "papaparse";
import { linesOf, type Line, type LineFault } from "../lines-of.js";
import type { LineChunk } from "../read-chunks.js";

/** A row of a table: its cells, or why it has none. */
export type Row =
  | { readonly number: number; readonly cells: readonly string[] }
  | { readonly number: number; readonly fault: RowFault };

/** Why the cells of a row cannot be had. */
export type RowFault = LineFault | "quotes-refused";

/** Rows of a file that are answered together. */
export interface RowChunk {
  readonly kind: "rows";
  /** The number of the last line they take. */
  readonly last: number;
  readonly rows: readonly Row[];
}

/** The first row of a table, and the others as they are read. */
export interface Table {
  readonly heading: readonly string[];
  readonly delimiter: string;
  readonly chunks: AsyncGenerator<RowChunk>;
}

const delimiters = [",", ";", "\t"];

/** A cell with more lines than this has lost its closing quotation mark. */
const mostLines = 1000;

/**
 * Reads a file of comma-separated values: quoted cells may hold delimiters and line breaks. A row whose quotation
 * marks do not match is wrong alone: the next line starts a row. Without a `delimiter`, the heading shows which it is.
 * Rows up to line `done` are left out.
 */
export async function readRows(
  chunks: AsyncGenerator<LineChunk>,
  delimiter: string | undefined,
  done = 0,
): Promise<Table> {
  const { value: first } = (await chunks.next()) as IteratorResult<LineChunk, undefined>;
  const [line, ...others] = first === undefined ? [] : linesOf(first);
  const text = line !== undefined && "text" in line ? line.text : "";
  // Spreadsheets say it in a line of its own.
  const said = /^sep=(.)\r?$/i.exec(text)?.[1];
  const separator = delimiter ?? said ?? delimiterIn(text);
  const reader = new RowReader(separator);
  const started = said === undefined && line !== undefined ? [line, ...others] : others;
  const [heading, ...rows] = reader.read(started, false);
  const cells = heading !== undefined && "cells" in heading ? heading.cells : [];
  return { heading: cells, delimiter: separator, chunks: rowChunks(rows) };

  async function* rowChunks(begun: readonly Row[]): AsyncGenerator<RowChunk> {
    yield* chunkOf(begun);
    for await (const chunk of chunks) yield* chunkOf(reader.read(linesOf(chunk), false));
    yield* chunkOf(reader.read([], true));
  }

  function chunkOf(rows: readonly Row[]): readonly RowChunk[] {
    const open = rows.filter(({ number }) => number > done);
    return open.length === 0 ? [] : [{ kind: "rows", last: reader.last, rows: open }];
  }
}

function delimiterIn(heading: string): string {
  const cells = (delimiter: string): number =>
    Papa.parse<string[]>(heading, { delimiter }).data[0]?.length ?? 0;
  return delimiters.reduce((best, one) => (cells(one) > cells(best) ? one : best));
}

class RowReader {
  readonly #delimiter: string;
  /** Lines of a row that does not end yet. */
  #begun: readonly Line[] = [];
  #width: number | undefined;
  /** The last line whose row was read. */
  last = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  read(more: readonly Line[], isEnd: boolean): readonly Row[] {
    const lines = [...this.#begun, ...more];
    const rows: Row[] = [];
    let at = 0;
    while (at < lines.length) {
      const found = this.#rowAt(lines, at, isEnd);
      if (found === "unfinished") break;
      rows.push(found.row);
      at += found.lines;
      this.last = lines[at - 1]?.number ?? this.last;
      this.#width ??= "cells" in found.row ? found.row.cells.length : undefined;
    }
    this.#begun = lines.slice(at);
    return rows;
  }

  /** The row that starts at a line, and how many lines it takes. */
  #rowAt(lines: readonly Line[], at: number, isEnd: boolean): { row: Row; lines: number } | "unfinished" {
    const first = lines[at] as Line;
    const { number } = first;
    if ("fault" in first) return { row: { number, fault: first.fault }, lines: 1 };
    const wrong = { row: { number, fault: "quotes-refused" as const }, lines: 1 };
    let text = withoutReturn(first.text);
    for (let taken = 1; taken <= mostLines; taken += 1) {
      const cells = cellsIn(text, this.#delimiter);
      if (cells === "wrong") return wrong;
      if (cells !== "open") {
        // A mark that was never meant to open a cell was closed by one of another row.
        const isTorn = taken > 1 && cells.length !== (this.#width ?? cells.length);
        return isTorn ? wrong : { row: { number, cells }, lines: taken };
      }
      const next = lines[at + taken];
      if (next === undefined) return isEnd ? wrong : "unfinished";
      if ("fault" in next) return wrong;
      text += `\n${withoutReturn(next.text)}`;
    }
    return wrong;
  }
}

/** The cells of a row; `open` where a quotation mark is not closed yet. */
function cellsIn(text: string, delimiter: string): readonly string[] | "open" | "wrong" {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
  const codes = errors.map(({ code }) => code);
  if (codes.includes("InvalidQuotes")) return "wrong";
  if (codes.includes("MissingQuotes")) return "open";
  return data[0] ?? [];
}

function withoutReturn(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

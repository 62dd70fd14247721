import Table from "cli-table3";
import { displayWidth, labelledLines, paragraphLines, visible, wrapped } from "./layout.js";
import type { Look } from "./look.js";
import { tableStyle } from "./table-style.js";

export interface Column {
  readonly head: string;
  readonly align?: "left" | "right";
}

const between = 2;

/** A table without lines, set in by `indent`; its rows one below the other where its columns do not fit. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  indent: number,
  look: Look,
): readonly string[] {
  const widths = fitted(columns, rows, look.width - indent);
  if (widths === undefined) return rows.flatMap((row) => stackedLines(columns, row, indent, look));
  const table = new Table({
    head: columns.map(({ head }, column) => cell(head, widths[column]).map(look.paint.dim).join("\n")),
    ...tableStyle,
    colAligns: columns.map(({ align = "left" }) => align),
  });
  table.push(...rows.map((row) => columns.map((_, column) => cell(row[column], widths[column]).join("\n"))));
  return table
    .toString()
    .split("\n")
    .map((line) => (" ".repeat(indent) + line).trimEnd());
}

function cell(text = "", width = 1): readonly string[] {
  return text === "" ? [""] : wrapped(text, width);
}

/** The widths of the columns: the widest give way first, and none below its longest word. */
function fitted(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] | undefined {
  const texts = columns.map(({ head }, column) => [head, ...rows.map((row) => row[column] ?? "")]);
  const least = texts.map((column) => widest(column.flatMap((text) => text.split(" "))));
  const widths = texts.map(widest);
  const room = width - between * (columns.length - 1);
  for (let over = sum(widths) - room; over > 0; over -= 1) {
    const yielding = widths.reduce(
      (best, wide, column) => (wide > (least[column] ?? 0) && wide > (widths[best] ?? 0) ? column : best),
      -1,
    );
    if (yielding < 0) return undefined;
    widths[yielding] = (widths[yielding] ?? 0) - 1;
  }
  return widths;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => displayWidth(visible(text))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function stackedLines(
  columns: readonly Column[],
  [first = "", ...rest]: readonly string[],
  indent: number,
  look: Look,
): readonly string[] {
  const labelled = rest.flatMap((text, index) =>
    text === "" ? [] : [{ label: columns[index + 1]?.head ?? "", value: [{ text }] }],
  );
  return [
    ...paragraphLines({ text: first, paint: look.paint.bold }, indent, look),
    ...labelledLines(labelled, indent + between, look),
  ];
}

import Papa from "papaparse";
import type { Cell } from "./decision-cells.js";

/**
 * What a spreadsheet would run: a cell that begins like a formula, also after blanks and quotation marks.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^[\s"']*[=+\-@＝＋－＠]|^[\t\r]/;

/** A row of a CSV file. A text that a spreadsheet would run gets an apostrophe in front; numbers stay numbers. */
export function rowText(cells: readonly Cell[], delimiter: string): string {
  return `${Papa.unparse([cells], { delimiter, newline: lineEnd, escapeFormulae: formula })}${lineEnd}`;
}

/** Spreadsheets take a file without a byte order mark for one in another encoding. */
export const csvStart = "\uFEFF";

/** As RFC 4180 has it. */
const lineEnd = "\r\n";

import Papa from "papaparse";
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { rowText } from "./csv-text.js";

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '"=1', "'=1", "＝1", "\n=1"])(
  "%j gets an apostrophe in front: no spreadsheet runs it",
  (text) => {
    const [[cell]] = Papa.parse<string[]>(rowText([text], ",")).data as [[string]];
    expect(cell).toBe(`'${text}`);
  },
);

test("numbers stay numbers, and other texts stay as they are", () => {
  expect(rowText([-5, 0, true, "a-b", "2026-11-21", "? a | b", "x;y", ""], ",")).toBe(
    "-5,0,true,a-b,2026-11-21,? a | b,x;y,\r\n",
  );
  expect(rowText(["x;y", 'say "a"', "two\nlines"], ";")).toBe('"x;y";"say ""a""";"two\nlines"\r\n');
});

property.prop([fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), fc.constantFrom(",", ";", "\t")])(
  "every text is read again as it was, but for an apostrophe",
  (cells, delimiter) => {
    const text = rowText(cells, delimiter);
    const [read = []] = Papa.parse<string[]>(text, { delimiter, newline: "\r\n" }).data;
    expect(read.map((cell, at) => (cell === `'${cells[at] ?? ""}` ? cells[at] : cell))).toEqual(cells);
  },
);

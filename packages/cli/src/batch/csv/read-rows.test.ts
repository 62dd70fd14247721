import { Readable } from "node:stream";
import Papa from "papaparse";
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { readChunks } from "../read-chunks.js";
import { readRows, type Row } from "./read-rows.js";

interface Read {
  readonly heading: readonly string[];
  readonly delimiter: string;
  readonly rows: readonly Row[];
}

async function read(text: string | Buffer, size = 1000, delimiter?: string, done = 0): Promise<Read> {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / size);
  const pieces = Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
  const table = await readRows(readChunks(Readable.from(pieces), 10_000), delimiter, done);
  const rows: Row[] = [];
  for await (const chunk of table.chunks) rows.push(...chunk.rows);
  return { heading: table.heading, delimiter: table.delimiter, rows };
}

const cells = ({ rows }: Read): readonly unknown[] =>
  rows.map((row) => ("cells" in row ? [row.number, ...row.cells] : [row.number, row.fault]));

describe("the delimiter", () => {
  test.each([
    ["id,a,b\n1,2;3,4\n", ","],
    ["id;a;b\n1;2,3;4\n", ";"],
    ["id\ta\tb\n1\t2\t3\n", "\t"],
    ['"id;x";"a,b,c,d";b\n', ";"],
    ["id\n1\n", ","],
    ["sep=;\r\nid;a\r\n1;2\r\n", ";"],
  ])("of %j is found in the heading", async (text, expected) => {
    expect((await read(text)).delimiter).toBe(expected);
  });

  test("may be said", async () => {
    expect(await read("id|a\n1|2\n", 1000, "|")).toMatchObject({ heading: ["id", "a"], delimiter: "|" });
  });

  test("that a spreadsheet says in a line of its own is no heading", async () => {
    const table = await read("sep=|\nid|a\n1|2\n");
    expect([table.heading, cells(table)]).toEqual([["id", "a"], [[3, "1", "2"]]]);
  });
});

test("byte order marks, line ends of both kinds, quoted delimiters, marks and line breaks are read", async () => {
  const text = '\uFEFFid,note\r\n1,"a, ""b"""\r\n2,"two\r\nlines"\r\n3,5" disc\r\n';
  for (const size of [1, 7, 1000]) {
    const table = await read(text, size);
    expect(table.heading).toEqual(["id", "note"]);
    expect(cells(table)).toEqual([
      [2, "1", 'a, "b"'],
      [3, "2", "two\nlines"],
      [5, "3", '5" disc'],
    ]);
  }
});

test("a row whose quotation marks do not match is wrong alone: the next line is a row", async () => {
  const text = 'id,note\n1,"open\n2,b\n3,"c"\n4,"d" e\n5,"f\n';
  for (const size of [3, 1000]) {
    expect(cells(await read(text, size))).toEqual([
      [2, "quotes-refused"],
      [3, "2", "b"],
      [4, "3", "c"],
      [5, "quotes-refused"],
      [6, "quotes-refused"],
    ]);
  }
});

test("a line that is too long or not UTF-8 is wrong alone", async () => {
  const text = Buffer.concat([
    Buffer.from(`id,note\n1,${"x".repeat(20_000)}\n2,`),
    Buffer.from([0xff, 0x0a]),
    Buffer.from("3,c\n"),
  ]);
  expect(cells(await read(text))).toEqual([
    [2, "line-too-long"],
    [3, "not-utf-8"],
    [4, "3", "c"],
  ]);
});

test("an empty file has no heading and no rows", async () => {
  expect(await read("")).toMatchObject({ heading: [], rows: [] });
});

const cell = fc.string({ unit: fc.constantFrom("a", ",", ";", '"', "\n", "é", " "), maxLength: 6 });
const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 });

property.prop([table, fc.constantFrom(",", ";", "\t"), fc.integer({ min: 1, max: 40 }), fc.nat({ max: 20 })])(
  "what was written as CSV is read again, wherever it is cut, and goes on where it stopped",
  async (rows, delimiter, size, done) => {
    const text = Papa.unparse([["id", "b", "c"], ...rows], { delimiter, newline: "\r\n", quotes: true });
    const all = await read(`${text}\r\n`, size);
    expect(all.rows.map((row) => ("cells" in row ? row.cells : row.fault))).toEqual(rows);
    const rest = await read(`${text}\r\n`, size, undefined, done);
    expect(rest.rows).toEqual(all.rows.filter(({ number }) => number > done));
  },
);

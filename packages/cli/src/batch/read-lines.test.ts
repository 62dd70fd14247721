import { Readable } from "node:stream";
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { readLines, type Line } from "./read-lines.js";

async function linesOf(chunks: readonly Buffer[], longest = 1000): Promise<readonly (string | undefined)[]> {
  const lines: Line[] = [];
  for await (const some of readLines(Readable.from(chunks), longest)) lines.push(...some);
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
  return lines.map(({ bytes }) => bytes?.toString("utf8"));
}

property.prop([
  fc.string({ unit: fc.constantFrom("a", "é", "\n", "\r", " ") }),
  fc.array(fc.nat({ max: 30 })),
])("wherever the chunks are cut, the lines are the same", async (text, cuts) => {
  const bytes = Buffer.from(text);
  const chunks = [0, ...cuts.toSorted((a, b) => a - b)].map((start, index, all) =>
    bytes.subarray(start, all[index + 1]),
  );
  const expected = text.split("\n");
  if (expected.at(-1) === "") expected.pop();
  expect(await linesOf(chunks)).toEqual(expected);
});

test("a line of just the length is kept, one byte more is not, and neither harms the next", async () => {
  expect(await linesOf([Buffer.from("12345\n123456\nab\n")], 5)).toEqual(["12345", undefined, "ab"]);
  expect(await linesOf([Buffer.from("123"), Buffer.from("456"), Buffer.from("78\nab")], 5)).toEqual([
    undefined,
    "ab",
  ]);
});

test("a file without a line has none", async () => {
  expect(await linesOf([])).toEqual([]);
  expect(await linesOf([Buffer.from("")])).toEqual([]);
});

import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { linesOf, type Line } from "./lines-of.js";
import { readChunks } from "./read-chunks.js";

async function linesIn(pieces: readonly Uint8Array[], longest = 1000, done = 0): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const spare: ArrayBuffer[] = [];
  for await (const chunk of readChunks(inOneMemory(pieces), longest, done, spare)) {
    const some = linesOf(chunk);
    expect([some[0]?.number, some.at(-1)?.number]).toEqual([chunk.first, chunk.last]);
    lines.push(...some);
    if (chunk.bytes !== undefined) spare.push(chunk.bytes.buffer);
  }
  return lines;
}

/** Pieces as a file is read: each is written over by the next. */
async function* inOneMemory(pieces: readonly Uint8Array[]): AsyncGenerator<Buffer> {
  const memory = Buffer.alloc(Math.max(1, ...pieces.map(({ length }) => length)));
  for (const piece of pieces) {
    memory.fill("x").set(piece);
    yield await Promise.resolve(memory.subarray(0, piece.length));
  }
}

const texts = (lines: readonly Line[]): readonly unknown[] =>
  lines.map((line) => ("text" in line ? line.text : line.fault));

const pieces = (text: string, cuts: readonly number[]): readonly Buffer[] => {
  const bytes = Buffer.from(text);
  const starts = [0, ...cuts.toSorted((one, other) => one - other)];
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1]));
};

const text = fc.string({ unit: fc.constantFrom("a", "é", "\n", "\r", " ", ":") });
const cuts = fc.array(fc.nat({ max: 30 }));

property.prop([text, cuts])("wherever a file is cut, the lines are the same", async (whole, where) => {
  const expected = whole.split("\n");
  if (expected.at(-1) === "") expected.pop();
  const lines = await linesIn(pieces(whole, where));
  expect(texts(lines)).toEqual(expected);
  expect(lines.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1));
});

property.prop([text, cuts, fc.nat({ max: 8 })])(
  "lines that are done are left out, and the others keep their numbers",
  async (whole, where, done) => {
    const all = await linesIn(pieces(whole, where));
    expect(await linesIn(pieces(whole, where), 1000, done)).toEqual(all.slice(done));
  },
);

describe("a line", () => {
  test("of just the length is kept, one byte more is not, and neither harms the next", async () => {
    const cut = (...parts: readonly string[]) =>
      linesIn(
        parts.map((part) => Buffer.from(part)),
        8,
      );
    expect(texts(await cut("1234567", "8\nab\n"))).toEqual(["12345678", "ab"]);
    expect(texts(await cut("1234567", "89\nab\n"))).toEqual(["line-too-long", "ab"]);
    expect(texts(await cut("1234567", "8901234", "5\nab\ncd"))).toEqual(["line-too-long", "ab", "cd"]);
    expect(texts(await cut("1234567", "8901234"))).toEqual(["line-too-long"]);
  });

  test("that is not UTF-8 is told apart, and its neighbours are read", async () => {
    const lines = await linesIn([Buffer.from("é\n\n"), Buffer.from([0x61, 0xff, 0x0a]), Buffer.from("b\n")]);
    expect(texts(lines)).toEqual(["é", "", "not-utf-8", "b"]);
    const inOnePiece = await linesIn([Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x0a, 0x62])]);
    expect(texts(inOnePiece)).toEqual(["a", "not-utf-8", "", "b"]);
  });

  test("loses its byte order mark", async () => {
    expect(texts(await linesIn([Buffer.from("\uFEFFa\n\uFEFFb")]))).toEqual(["a", "b"]);
  });
});

test("a file without a line has none", async () => {
  expect(await linesIn([])).toEqual([]);
  expect(await linesIn([Buffer.from("")])).toEqual([]);
});

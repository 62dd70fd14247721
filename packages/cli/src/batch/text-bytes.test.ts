import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { TextBytes } from "./text-bytes.js";

property.prop([fc.array(fc.string({ unit: "binary" })), fc.nat({ max: 20 })])(
  "the bytes are those of the whole text, however much was expected",
  (texts, size) => {
    const bytes = new TextBytes(new ArrayBuffer(size));
    for (const text of texts) bytes.add(text);
    const expected = Buffer.concat(texts.map((text) => Buffer.from(text)));
    expect(Buffer.from(bytes.taken())).toEqual(expected);
  },
);

test("bytes stand between texts as they are, and memory that is large enough is kept", () => {
  const memory = new ArrayBuffer(64);
  const bytes = new TextBytes(memory);
  bytes.add("a");
  bytes.addBytes(Buffer.from("é\n"));
  bytes.add("b");
  const taken = bytes.taken();
  expect(Buffer.from(taken).toString()).toBe("aé\nb");
  expect(taken.buffer).toBe(memory);
});

import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { TextBytes } from "./text-bytes.js";

property.prop([fc.array(fc.string({ unit: "binary" })), fc.nat({ max: 20 })])(
  "the bytes are those of the whole text, however much was expected",
  (texts, size) => {
    const bytes = new TextBytes(size);
    for (const text of texts) bytes.add(text);
    const expected = Buffer.concat(texts.map((text) => Buffer.from(text)));
    expect([bytes.length, Buffer.from(bytes.taken())]).toEqual([expected.length, expected]);
  },
);

test("a sign can be replaced", () => {
  const bytes = new TextBytes(0);
  bytes.add("a{b");
  bytes.replace(1, ",".charCodeAt(0));
  expect(Buffer.from(bytes.taken()).toString()).toBe("a,b");
});

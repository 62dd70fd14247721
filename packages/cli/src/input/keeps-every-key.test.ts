import { scanJson } from "@guichet/rules";
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { keepsEveryKey } from "./keeps-every-key.js";

const keeps = (text: string): boolean => keepsEveryKey(text, JSON.parse(text));

test.each([
  ['{"a":1,"b":{"a":2}}', true],
  ['{"a":":","b:":[":",{"c":"::"}]}', true],
  ['{"a":1,"a":1}', false],
  ['{"a":{"b":":"},"a":{"b":":"}}', false],
  ['[{"a":1},{"b":1,"b":2}]', false],
  ['{"a":1,"\\u0061":1}', false],
  ['{"__proto__":1,"__proto__":1}', false],
  ['{"__proto__":1,"constructor":1}', true],
  ['{"\\u0438":"\\"\\\\:"}', true],
])("%s: %s", (text, expected) => {
  expect(keeps(text)).toBe(expected);
});

test("what only a scan can tell is left to it", () => {
  expect(keeps('{"a":":\\u003a"}')).toBe(false);
  expect(keeps(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toBe(false);
});

/** JSON with keys from a small alphabet, so that they repeat. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("1", "null", '"::"', '"\\""', '"\\\\"'),
    fc
      .array(fc.tuple(fc.constantFrom("a", "b", ":", "\\u0061", "\\u003A", "__proto__"), tie("json")))
      .map((fields) => `{${fields.map(([key, value]) => `"${key}": ${value}`).join()}}`),
    fc.array(tie("json")).map((items) => `[${items.join()}]`),
  ),
}));

property.prop([json])("it never misses a key that stands twice", (text) => {
  const isTwice = scanJson(text).repeated.length > 0;
  if (isTwice) expect(keeps(text)).toBe(false);
  else if (!/\\u003a/i.test(text)) expect(keeps(text)).toBe(true);
});

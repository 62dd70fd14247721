import { describe, expect, it } from "vitest";
import { literal } from "./literal.js";

describe("plain data as a literal", () => {
  it("is what it stands for, and names are written as names where they are", () => {
    expect(literal(["a", 3, true, null])).toBe('["a", 3, true, null]');
    expect(literal({ on: 1, "a-b": 2, "9": 3, aB9: 4 })).toBe('{ "9": 3, on: 1, "a-b": 2, aB9: 4 }');
    expect([literal([]), literal({}), literal(""), literal([[], {}])]).toEqual([
      "[]",
      "{}",
      '""',
      "[[], {}]",
    ]);
    expect(literal(JSON.parse('{"__proto__":1}'))).toBe('{ ["__proto__"]: 1 }');
  });

  it("stands on one line where that has 100 characters at most, its margin among them", () => {
    const text = (length: number) => "x".repeat(length - 4);
    expect(literal([text(100)])).toBe(`["${text(100)}"]`);
    expect(literal([text(101)])).toBe(`[\n  "${text(101)}",\n]`);
    expect(literal([text(96)], "    ")).toHaveLength(96);
    expect(literal([text(97)], "    ")).toBe(`[\n      "${text(97)}",\n    ]`);
    expect(literal({ one: { two: text(88) } })).toBe(`{\n  one: { two: "${text(88)}" },\n}`);
  });

  it("has each part on a line of its own where one of them takes several", () => {
    const long = "x".repeat(100);
    expect(literal([1, [long]])).toBe(`[\n  1,\n  [\n    "${long}",\n  ],\n]`);
    expect(literal({ a: [long], b: 2 })).toBe(`{\n  a: [\n    "${long}",\n  ],\n  b: 2,\n}`);
  });

  it("is ASCII, and ends no text, line or script", () => {
    expect(literal("</script><!--\u007f\u0080\u00e9\u2028\uffff~")).toBe(
      '"\\u003c/script\\u003e\\u003c!--\\u007f\\u0080\\u00e9\\u2028\\uffff~"',
    );
    expect(literal('"\n\\')).toBe('"\\"\\n\\\\"');
  });
});

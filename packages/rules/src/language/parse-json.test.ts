import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json.js";
import { GuichetError } from "./problem.js";

describe("parseJson", () => {
  it("reads what JSON.stringify wrote, with and without a byte order mark", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const text = JSON.stringify(data);
        expect(JSON.stringify(parseJson(text))).toBe(text);
        expect(JSON.stringify(parseJson(`\uFEFF${text}`))).toBe(text);
      }),
    );
  });

  it.each(["", " \n\t", "\uFEFF"])("says that there is nothing in %j", (text) => {
    expect(refusal(text)).toEqual([
      "empty-file",
      "policy file: the text is empty; supply what JSON.stringify wrote of a policy",
    ]);
  });

  it.each(["{", "nul", "{'id': 1}", "[1,]", "\u0000", "\uFEFF\uFEFF{}"])(
    "says that %j is not JSON",
    (text) => {
      expect(refusal(text)[0]).toBe("not-json");
    },
  );

  it("says in which line and column the text stops being JSON", () => {
    expect(refusal('{\n  "id": "a",\n  "title": b\n}')[1]).toBe(
      "policy file, line 3, column 12: the text is not JSON here; supply what JSON.stringify wrote of a policy",
    );
    expect(refusal("\n[1, 2,,]")[1]).toContain("line 2, column 7");
    expect(refusal('\uFEFF{"a": 1')[1]).toContain("line 1, column 8");
  });

  it("refuses a key that stands twice in one object, and only there", () => {
    expect(refusal('{"id": 1,\n "i\\u0064": 2}')).toEqual([
      "key-twice",
      'policy file, line 2, column 2: "id" stands twice in one object; keep one of them',
    ]);
    expect(parseJson('{"a": {"b": 1}, "b": [{"a": 1}, {"a": 2}]}')).toEqual({
      a: { b: 1 },
      b: [{ a: 1 }, { a: 2 }],
    });
  });

  it.each([undefined, null, 5, {}])("refuses what is not even text: %j", (text) => {
    expect(refusal(text as string)[0]).toBe("not-json");
  });
});

function refusal(text: string): readonly [string | undefined, string | undefined] {
  try {
    parseJson(text);
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    expect(error.code).toBe("policy-refused");
    return [error.problems[0]?.code, error.problems[0]?.message];
  }
  return [undefined, undefined];
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanJson } from "./scan-json.js";

describe("scanJson", () => {
  it("finds a fault exactly where JSON.parse refuses the text", () => {
    const spoilt = fc
      .tuple(fc.jsonValue(), fc.nat(), fc.constantFrom(0, 1), fc.constantFrom(...signs))
      .map(([data, position, drop, sign]) => {
        const text = JSON.stringify(data, null, 1);
        const at = position % (text.length + 1);
        return text.slice(0, at) + sign + text.slice(at + drop);
      });
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.string()), (text) => {
        expect(scanJson(text).fault === undefined).toBe(parses(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("finds the fault no later than where the text is lost", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (data, position) => {
        const text = JSON.stringify([data]);
        const at = position % text.length;
        expect(scanJson(text.slice(0, at)).fault).toBeLessThanOrEqual(at);
      }),
    );
  });

  it.each([
    ["[1, 2,, 3]", 6],
    ['{"a" 1}', 5],
    ['{"a": 1,}', 8],
    ["[01]", 2],
    ["[1] []", 4],
    ['["\t"]', 2],
    ['["\\x"]', 2],
    ["", 0],
  ])("points at the first sign that cannot stand in %j", (text, fault) => {
    expect(scanJson(text).fault).toBe(fault);
  });

  it("finds keys that stand twice, however they are written", () => {
    expect(scanJson('{"a":1,"b":{"a":2},"\\u0061":3}').repeated).toEqual([{ key: "a", position: 19 }]);
    expect(scanJson('[{"a":1},{"a":"a"}]').repeated).toEqual([]);
  });

  it("reads any depth and any length without running out of stack", () => {
    expect(scanJson("[".repeat(1_000_000) + "]".repeat(1_000_000)).fault).toBeUndefined();
    expect(scanJson(`"${"x".repeat(10_000_000)}"`).fault).toBeUndefined();
  });
});

const signs = Array.from('{}[],:"\\ \n\u0000u0-+.eE1tfn');

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

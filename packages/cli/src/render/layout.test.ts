import { fc, test as property } from "@fast-check/vitest";
import pc from "picocolors";
import { describe, expect, test } from "vitest";
import { displayWidth, labelledLines, visible, wrapped } from "./layout.js";

const look = (width: number) => ({ width, paint: pc.createColors(false) });
const texts = fc.string({ unit: fc.constantFrom("a", "é", "ж", "界", " ", "\n", "-", "👩‍⚕️"), maxLength: 80 });

property.prop([texts, fc.integer({ min: 2, max: 40 })])(
  "a wrapped line is never wider than asked for",
  (text, width) => {
    for (const line of wrapped(text, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  },
);

property.prop([texts, fc.integer({ min: 2, max: 40 })])(
  "wrapping loses nothing but blanks",
  (text, width) => {
    expect(wrapped(text, width).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  },
);

property.prop([
  fc.array(fc.record({ label: texts, value: fc.array(fc.record({ text: texts }), { minLength: 1 }) })),
  fc.integer({ min: 32, max: 100 }),
])("a table of labels never leaves the width", (rows, width) => {
  for (const line of labelledLines(rows, 2, look(width)))
    expect(displayWidth(line)).toBeLessThanOrEqual(width);
});

describe("the columns of a table of labels", () => {
  const rows = [
    { label: "fee", value: [{ text: "10" }] },
    { label: "next step", value: [{ text: "a" }, { text: "b" }] },
  ];

  test("are aligned where there is room", () => {
    expect(labelledLines(rows, 2, look(60))).toEqual(["  fee        10", "  next step  a", "             b"]);
  });

  test("stand below each other where there is none", () => {
    const [first, second] = labelledLines([{ label: "x".repeat(40), value: [{ text: "10" }] }], 2, look(36));
    expect([first?.trim(), second?.trim()]).toEqual(["x".repeat(34), "xxxxxx:"]);
  });
});

test("wide and joined characters take the columns they take", () => {
  expect(["abc", "éж", "界", "👩‍⚕️", "e\u0301", ""].map(displayWidth)).toEqual([3, 2, 2, 2, 1, 0]);
});

test("what would move the cursor or turn the text becomes a blank", () => {
  expect(visible("a\u001b[2Jb\u0007c\u202ed")).toBe("a [2Jb c d");
});

import { fc } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { noteWith, referenceIn } from "./reference-note.js";

it("finds every reference again, whatever it is made of and whatever people wrote around it", () => {
  const reference = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(reference, fc.string(), fc.string(), (one, before, after) => {
      fc.pre(!before.includes("[guichet"));
      expect(referenceIn(`${before}${noteWith(one)}${after}`)).toBe(one);
    }),
    {
      examples: [
        ["a b", "", ""],
        ["a]", "", ""],
        ["100%", "", ""],
      ],
    },
  );
});

it("leaves a plain word as it is, and finds none where there is none", () => {
  expect(noteWith("7f3b1f0e-6f0d")).toBe("[guichet 7f3b1f0e-6f0d]");
  for (const note of [undefined, "", "call first", "[guichet ]", "[guichet 100%]", "[guichet a b]"])
    expect(referenceIn(note)).toBeUndefined();
});

import { expect, it } from "vitest";
import type { Value } from "./evaluate.js";
import { nestFacts } from "./nest-facts.js";

const captured = new Map<string, Value>([
  ["minor", false],
  ["visit.on", "2026-11-26"],
  ["visit.things", ["bag"]],
  ["plate", "AB-123"],
  ["guide.kind", "none"],
]);

it("captured facts nest as they are supplied, in their order", () => {
  const visit = { on: "2026-11-26", things: ["bag"] };
  const nested = { minor: false, visit, plate: "AB-123", guide: { kind: "none" } };
  expect(JSON.stringify(nestFacts(captured))).toBe(JSON.stringify(nested));
  expect(nestFacts(new Map())).toEqual({});
});

it("nested facts inherit nothing, at any level", () => {
  const nested = nestFacts(captured);
  expect([nested, nested["visit"]].map((level) => Object.getPrototypeOf(level) as unknown)).toEqual([
    null,
    null,
  ]);
});

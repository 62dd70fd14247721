import { compile } from "@guichet/rules/compile";
import { loyaltyDiscount } from "@guichet/rules/policies";
import { expect, test } from "vitest";
import { addTally, emptyTally, LineCounter } from "./tally.js";

const open = compile(loyaltyDiscount)({ service: { on: "2026-11-21" } } as never);
const decided = compile(loyaltyDiscount)({
  beneficiary: { kind: "insured", relation: "other", relativeOf: "other" },
  entitlement: { from: "2025-03-14", to: "2027-02-09", openEnded: false },
  service: { on: "2026-11-21", line: "surgery", inProgram: true },
} as never);

test("lines are counted by what came of them, and by the cases that made each answer", () => {
  expect(decided.status).toBe("decided");
  const counter = new LineCounter();
  for (const came of [decided, open, "wrong", decided, "blank", open] as const) counter.count(came);
  const cases: Record<string, Record<string, number>> = {};
  for (const { decision, cases: made } of [decided, open, decided, open].flatMap(
    ({ because = [] }) => because,
  )) {
    for (const { id } of made) {
      const counted = (cases[decision] ??= {});
      counted[id] = (counted[id] ?? 0) + 1;
    }
  }
  expect(counter.taken()).toEqual({
    lines: 6,
    decided: 2,
    open: 2,
    notInForce: 0,
    wrong: 1,
    blank: 1,
    cases,
  });
});

test("what was taken is not counted again, and adds up to the whole", () => {
  const [counter, whole] = [new LineCounter(), new LineCounter()];
  const sum = emptyTally();
  for (const came of [decided, "wrong", decided, open] as const) {
    counter.count(came);
    whole.count(came);
    addTally(sum, counter.taken());
  }
  expect(counter.taken()).toEqual(emptyTally());
  expect(sum).toEqual(whole.taken());
});

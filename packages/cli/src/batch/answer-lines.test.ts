import { decide, type Decision, type Policy } from "@guichet/rules";
import { compile } from "@guichet/rules/compile";
import * as shipped from "@guichet/rules/policies";
import { describe, expect, test } from "vitest";
import { randomFacts } from "../../../rules/src/testing/random-facts.js";
import { AnswerLines } from "./answer-lines.js";
import { TextBytes } from "./text-bytes.js";

const policies = Object.values(shipped).filter((one) => "editions" in one) as readonly Policy[];
const { loyaltyDiscount } = shipped;

/** The lines of decisions, numbered. */
function linesOf(decisions: readonly Decision[]): readonly string[] {
  const lines = new AnswerLines();
  const bytes = new TextBytes(new ArrayBuffer(0));
  for (const [id, decision] of decisions.entries()) lines.add(bytes, id, decision);
  return Buffer.from(bytes.taken()).toString().split("\n").slice(0, -1);
}

const expectedLines = (decisions: readonly Decision[]): readonly string[] =>
  decisions.map((decision, id) => `{"id":${id},${JSON.stringify(decision).slice(1)}`);

describe.each(policies.map((policy) => [policy.id, policy] as const))("%s", (_, policy) => {
  test("a line is the decision as decide gives it, whatever was written before", () => {
    const facts = Array.from({ length: 300 }, (_, seed) => randomFacts(policy, seed));
    const decideFast = compile(policy);
    // Facts that are left out leave decisions open.
    const all = [...facts, ...facts.toReversed(), ...facts.slice(0, 20).map(withoutOne)];
    const expected = expectedLines(all.map((one) => decide(policy, one)));
    expect(linesOf(all.map((one) => decideFast(one)))).toEqual(expected);
  });
});

test("reasons that are shared have lines of their own day, outcome and freshness", () => {
  const visit = (on: string, openEnded: boolean): object => ({
    beneficiary: { kind: "insured", relation: "other", relativeOf: "other" },
    entitlement: { from: "2025-03-14", to: "2027-02-09", openEnded },
    service: { on, line: "surgery", inProgram: true },
  });
  const decideFast = compile(loyaltyDiscount);
  const days = ["2026-11-21", "2026-11-22", "2035-11-22", "2026-11-21"];
  const decisions = days.map((on) => decideFast(visit(on, true) as never));
  expect(new Set(decisions.map(({ because }) => because)).size).toBe(1);
  expect(new Set(decisions.map(({ freshness }) => freshness?.stale))).toEqual(new Set([false, true]));
  expect(linesOf(decisions)).toEqual(expectedLines(decisions));
  const [first] = decisions;
  const others = [first, { ...first, outcome: { ...first?.outcome, discountPercent: 99 } }, first];
  expect(linesOf(others as readonly Decision[])).toEqual(expectedLines(others as readonly Decision[]));
});

function withoutOne(facts: object): object {
  const [last] = Object.keys(facts).slice(-1);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== last));
}

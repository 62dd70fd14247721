import { describe, expect, it } from "vitest";
import type { Value } from "./evaluate.js";
import { factsBehind, rememberFacts, Remembering, type Memory } from "./facts-behind.js";

const facts: ReadonlyMap<string, Value> = new Map([["visit.hours", 3]]);

describe("the facts behind a decision", () => {
  it("are those it was told to remember, and no property of it", () => {
    const decision = { status: "decided" };
    rememberFacts(decision, facts);
    expect(factsBehind(decision)).toBe(facts);
    expect(JSON.stringify(decision)).toBe('{"status":"decided"}');
  });

  it("are those it can tell, and no property of it", () => {
    const memory: Memory = { facts: () => facts };
    const decision = new Remembering(memory);
    expect(factsBehind(decision)).toBe(facts);
    expect(Remembering.memoryOf(decision)).toBe(memory);
    expect(Reflect.ownKeys(decision)).toEqual([]);
  });

  it("are none of what nobody decided, and of a copy", () => {
    expect(factsBehind({})).toEqual(new Map());
    expect(factsBehind(Object.assign({}, new Remembering({ facts: () => facts })))).toEqual(new Map());
  });
});

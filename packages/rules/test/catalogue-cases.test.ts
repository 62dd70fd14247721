import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decide } from "../src/engine/decide.js";
import type { FactsOf, Policy } from "../src/language/policy.js";
import * as policies from "../src/policies/index.js";

interface CatalogueCase {
  readonly id: string;
  readonly facts: FactsOf<Policy>;
  readonly expect: Readonly<Record<string, unknown>>;
}

const folder = new URL("./cases/", import.meta.url);

describe.each(readdirSync(folder))("the cases of %s", (file) => {
  const policy = Object.values<Policy>(policies).find(({ id }) => `${id}.ndjson` === file);
  const lines = readFileSync(new URL(file, folder), "utf8").trim().split("\n");
  const cases = lines.map((line) => JSON.parse(line) as CatalogueCase);

  it("belong to a policy, and have ids of their own", () => {
    expect(policy).toBeDefined();
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it.each(cases)("$id has the outcome the catalogue expects", ({ facts, expect: expected }) => {
    const decision = policy && decide(policy, facts);
    expect(decision?.status).toBe("decided");
    const outcome: Readonly<Record<string, unknown>> = decision?.outcome ?? {};
    const compared = Object.keys(expected).map((name) => [name, withoutOrder(outcome[name])]);
    expect(Object.fromEntries(compared)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, withoutOrder(value)])),
    );
  });
});

function withoutOrder(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}

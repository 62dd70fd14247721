import { describe, expect, it } from "vitest";
import { randomFrom } from "../src/testing/random.js";
import type { Finding, FindingCode } from "../src/verify/finding.js";
import { verifyPolicy } from "../src/verify/verify-policy.js";
import { confirms } from "./confirm-finding.js";
import { enumerablePolicy } from "./enumerable-policies.js";
import { seed } from "./shipped-policies.js";
import { triedFindings, triedUnused } from "./tried-findings.js";

const runs = 1000;

const kinds: readonly FindingCode[] = [
  "case-redundant",
  "case-unreachable",
  "cases-conflict",
  "decision-constant",
  "fact-unused",
  "gap-reachable",
  "law-broken",
];

describe("the findings of small policies", () => {
  it("are those of trying all facts, each confirmed by the specification", { timeout: 300_000 }, () => {
    const met = new Map<string, number>();
    for (let run = 0; run < runs; run += 1) {
      const { policy, domains } = enumerablePolicy(randomFrom(seed * runs + run), 150);
      const { findings } = verifyPolicy(policy);
      const lines = findings.filter(({ code }) => code !== "fact-unused").map(lineOf);
      expect(lines.sort(), `seed ${seed}, run ${run}`).toEqual([...triedFindings(policy, domains)].sort());
      const unused = findings.filter(({ code }) => code === "fact-unused").map(({ at }) => at);
      const expected = triedUnused(policy, domains);
      if (expected) expect(unused, `seed ${seed}, run ${run}`).toEqual(expected);
      const wrong = findings.filter((finding) => !confirms(policy, finding));
      expect(wrong, `seed ${seed}, run ${run}`).toEqual([]);
      for (const { code } of findings) met.set(code, (met.get(code) ?? 0) + 1);
    }
    // A kind of finding that hardly occurs would not be tried.
    expect(
      [...met]
        .filter(([, times]) => times > 50)
        .map(([code]) => code)
        .sort(),
    ).toEqual(kinds);
  });
});

function lineOf({ code, at, place, related }: Finding): string {
  return [code, at, ...related, ...(place ? [`in ${place.edition}`] : [])].join(" ");
}

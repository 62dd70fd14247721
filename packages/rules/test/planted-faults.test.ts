import { describe, expect, it } from "vitest";
import { acceptableFindings } from "../src/language/accepted.js";
import { policyFromJson } from "../src/language/policy.js";
import { GuichetError } from "../src/language/problem.js";
import { verifyPolicy } from "../src/verify/verify-policy.js";
import { confirms } from "./confirm-finding.js";
import { plantedFaults, type PlantedFault } from "./planted-faults.js";
import { shipped } from "./shipped-policies.js";

const on = "2026-11-22";

/** Of policies with many faults every tenth, spread over their tables; `GUICHET_FAULTS=all` plants each. */
const sample = (faults: readonly PlantedFault[]): readonly PlantedFault[] =>
  faults.length < 100 || process.env["GUICHET_FAULTS"] === "all"
    ? faults
    : faults.filter((_, index) => index % 10 === 0);

const faults = shipped.map((one) => [one.policy.id, one, sample(plantedFaults(one))] as const);

describe.each(faults)("%s", (_, original, planted) => {
  it("verifies clean", () => {
    const { findings } = verifyPolicy(original.policy, { examples: original.examples, on });
    expect(findings).toEqual([]);
  });

  it(
    "verifies with whatever is planted in it found, and confirmed by the specification",
    { timeout: 120_000 },
    () => {
      expect(
        planted.filter((fault) => !isFound(fault)).map(({ what, expected }) => [what, expected]),
      ).toEqual([]);
    },
  );
});

it("plants more than 200 faults, of every kind the verifier or the loader tells of", () => {
  const all = faults.flatMap(([, , planted]) => planted.map(({ expected }) => expected));
  expect(all.length).toBeGreaterThan(200);
  expect(new Set(all.map((one) => ("code" in one ? one.code : one.refusedWith)))).toEqual(new Set(kinds));
});

const kinds: readonly string[] = [
  ...acceptableFindings,
  ...["cases-conflict", "law-broken", "accepted-not-found"],
  ...["rate-undefined", "rate-row-twice", "edition-twice"],
];

function isFound({ policy, examples, expected }: PlantedFault): boolean {
  if ("refusedWith" in expected) return refusalOf(policy).includes(expected.refusedWith);
  const loaded = policyFromJson(JSON.stringify(policy));
  const { findings } = verifyPolicy(loaded, { examples, on });
  const found = findings.filter(
    ({ code, at, related }) =>
      code === expected.code &&
      at === expected.at &&
      (expected.related ?? []).every((one) => related.includes(one)),
  );
  return found.length > 0 && found.every((finding) => confirms(loaded, finding));
}

function refusalOf(policy: object): readonly string[] {
  try {
    policyFromJson(JSON.stringify(policy));
    return [];
  } catch (error) {
    return GuichetError.isInstance(error) ? error.problems.map(({ code }) => code) : [];
  }
}

import { describe, expect, it } from "vitest";
import { decide } from "../engine/decide.js";
import { fingerprintOf } from "../engine/fingerprint.js";
import { segmentsOf } from "../engine/timeline.js";
import type { Case, Table } from "../language/edition.js";
import type { Example } from "../language/example.js";
import { policyFromJson, type Policy } from "../language/policy.js";
import { verifyPolicy, type VerifyOptions } from "./verify-policy.js";
import { visits } from "./visits.fixture.js";

const [edition] = visits.editions;
const [isRegular, fee, gives] = edition.tables;
const byCar = { fact: "visit.by", operator: "equal", value: "car" } as const;

/** The policy with other tables, through JSON and the checks. */
function withTables(...tables: readonly unknown[]): Policy {
  return changed({ editions: [{ ...edition, tables }] });
}

function withCases(...cases: readonly Case[]): Policy {
  return withTables(isRegular, { ...fee, cases: [...fee.cases, ...cases] }, gives);
}

function changed(changes: Partial<Record<keyof Policy, unknown>>): Policy {
  return policyFromJson(JSON.stringify({ ...visits, ...changes }));
}

function findingsOf(policy: Policy, options?: VerifyOptions) {
  return verifyPolicy(policy, options).findings;
}

describe("verifyPolicy", () => {
  it("finds nothing in a policy that says what it means, and says how much it looked at", () => {
    const verification = verifyPolicy(visits);
    expect(verification.findings).toEqual([]);
    expect(verification.accepted).toMatchObject([{ finding: { code: "gap-reachable", at: "V-3" } }]);
    expect(verification.notAsked).toEqual(["boundary-uncovered", "source-stale"]);
    expect(verification.size).toMatchObject({ segments: 1 });
    expect(verification.size.nodes).toBeGreaterThan(5);
    // What it costs has 5 regions, and what we give 2 for each of its 3 values.
    expect(verification.size.regions).toBe(11);
  });

  it("finds a gap nobody accepted, with facts that lead to it", () => {
    const [gap, ...others] = findingsOf(changed({ accepts: [] }));
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      code: "gap-reachable",
      at: "V-3",
      place: { edition: "2026-01-01", decides: ["fee"] },
      days: { from: "2026-01-01", to: null },
    });
    expect(decide(visits, gap?.witness ?? {}).because).toContainEqual(
      expect.objectContaining({ decision: "fee", gap: true }),
    );
  });

  it("tells of an acceptance whose finding is gone", () => {
    const accepts = [
      ...(visits.accepts ?? []),
      { finding: "case-redundant", at: "V-2", reason: "It stays." },
    ];
    expect(findingsOf(changed({ accepts }))).toEqual([
      { code: "accepted-not-found", at: "V-2", related: ["case-redundant"] },
    ]);
  });

  it("leaves an acceptance alone while nobody asks for its finding", () => {
    const accepts = [
      ...(visits.accepts ?? []),
      { finding: "source-stale", at: "poster", reason: "It hangs there." },
    ];
    expect(findingsOf(changed({ accepts }))).toEqual([]);
    expect(findingsOf(changed({ accepts }), { on: "2026-06-01" })).toMatchObject([
      { code: "accepted-not-found" },
    ]);
    expect(findingsOf(changed({ accepts }), { on: "2027-06-01" })).toEqual([]);
  });

  it("finds two cases of a unique table that differ where both hold, and not where they say the same", () => {
    const announced = { fact: "visit.announced", operator: "equal", value: true } as const;
    const onWheels = { fact: "visit.by", operator: "in", value: ["bike", "car"] } as const;
    expect(findingsOf(withCases({ id: "V-7", when: { all: [announced, onWheels] }, then: 2 }))).toMatchObject(
      [
        {
          code: "cases-conflict",
          at: "V-2",
          related: ["V-7"],
          witness: { visit: { by: "car", announced: true } },
        },
        {
          code: "cases-conflict",
          at: "V-3",
          related: ["V-7"],
          witness: { visit: { by: "bike", announced: true } },
        },
      ],
    );
    const same: Case = { id: "V-7", when: { all: [byCar, announced] }, then: 5 };
    expect(findingsOf(withCases(same)).filter(({ code }) => code === "cases-conflict")).toEqual([]);
  });

  it("finds a case that never decides, and the cases that hide it", () => {
    const onWheels = { fact: "visit.by", operator: "in", value: ["bike", "car"] } as const;
    const few = { fact: "visit.earlier", operator: "lessThanInclusive", value: 3 } as const;
    const [hidden] = findingsOf(withCases({ id: "V-7", when: { all: [onWheels, few] }, then: 7 })).filter(
      ({ code }) => code === "case-unreachable",
    );
    expect(hidden).toMatchObject({
      at: "V-7",
      related: ["V-2", "V-3"],
      days: { from: "2026-01-01", to: null },
    });
    const never: Case = { id: "V-7", when: { all: [byCar, { not: byCar }] }, then: 7 };
    const [impossible] = findingsOf(withCases(never));
    expect(impossible).toMatchObject({ code: "case-unreachable", at: "V-7", related: [] });
    expect(impossible).not.toHaveProperty("witness");
  });

  it("finds a case without which every answer is the same", () => {
    const onFoot = { fact: "visit.by", operator: "equal", value: "foot" } as const;
    expect(findingsOf(withCases({ id: "V-7", when: onFoot, then: 0 }))).toMatchObject([
      { code: "case-redundant", at: "V-7", witness: { visit: { by: "foot" } } },
    ]);
  });

  it("finds a case that only changes a helper nobody depends on for it", () => {
    const table: Table = {
      decides: "isRegular",
      hitPolicy: "first",
      cases: [
        { id: "V-1", when: { fact: "visit.earlier", operator: "greaterThan", value: 3 }, then: true },
        // On foot nothing depends on who is a regular.
        { id: "V-8", when: { fact: "visit.by", operator: "equal", value: "foot" }, then: true },
      ],
      otherwise: { id: "V-9", then: false },
    };
    expect(findingsOf(withTables(table, fee, gives))).toMatchObject([{ code: "case-redundant", at: "V-8" }]);
  });

  it("finds a collected case that adds nothing others do not", () => {
    const ramp: Case = {
      id: "V-7",
      when: { fact: "visit.needs", operator: "contains", value: "ramp" },
      then: ["ramp"],
    };
    const table = { ...gives, cases: [...gives.cases, ramp] };
    expect(findingsOf(withTables(isRegular, fee, table))).toMatchObject([
      { code: "case-redundant", at: "V-7" },
    ]);
  });

  it("finds a decision that is the same for all facts, and the facts nobody needs then", () => {
    const tables = [isRegular, { decides: "fee", id: "V-2", is: 0 }, gives];
    expect(findingsOf(changed({ editions: [{ ...edition, tables }], accepts: [] }))).toMatchObject([
      { code: "decision-constant", at: "fee" },
      { code: "fact-unused", at: "visit.by" },
      { code: "fact-unused", at: "visit.earlier" },
    ]);
  });

  it("finds a broken law, with facts that break it", () => {
    const [broken] = findingsOf(withTables(isRegular, { ...fee, otherwise: { id: "V-4", then: 2 } }, gives));
    expect(broken).toMatchObject({
      code: "law-broken",
      at: "walking-is-free",
      witness: { visit: { by: "foot" } },
    });
  });

  it("finds a broken law about a larger set, where the element that grows hides another", () => {
    const law = {
      id: "needing-more-gives-more",
      label: "Who needs more gets no less.",
      monotone: { moreOf: "visit.needs", neverMeans: "less", of: "gives" },
    };
    const charging: Case = {
      id: "V-7",
      when: {
        all: [
          { fact: "visit.needs", operator: "doesNotContain", value: "ramp" },
          { fact: "visit.needs", operator: "contains", value: "charger" },
        ],
      },
      then: ["permit"],
    };
    const tables = [isRegular, fee, { ...gives, cases: [...gives.cases, charging] }];
    expect(findingsOf(changed({ editions: [{ ...edition, tables }], laws: [law] }))).toMatchObject([
      {
        code: "law-broken",
        witness: { visit: { needs: ["charger"] } },
        after: { visit: { needs: ["ramp", "charger"] } },
      },
    ]);
  });

  it("finds a threshold that examples show on one side only, and which side is missing", () => {
    const example = (earlier: number): Example => ({
      shows: "A visit.",
      facts: { visit: { on: "2026-02-01", earlier } },
      expect: {},
    });
    const examples = [3, 4].map(example);
    expect(findingsOf(visits, { examples })).toEqual([]);
    expect(findingsOf(visits, { examples: examples.slice(0, 1) })).toMatchObject([
      { code: "boundary-uncovered", at: "visit.earlier", related: ["4"] },
    ]);
    expect(findingsOf(visits, { examples: [example(2), example(5)] })).toMatchObject([
      { code: "boundary-uncovered", at: "visit.earlier", related: ["3", "4"] },
    ]);
  });

  it("finds a source that was checked too long ago, and what rests on it", () => {
    expect(findingsOf(visits, { on: "2027-01-01" })).toEqual([]);
    expect(findingsOf(visits, { on: "2027-01-02" })).toMatchObject([
      { code: "source-stale", at: "poster", related: ["2026-01-01"] },
    ]);
    expect(findingsOf(visits, { on: "2027-01-02", horizon: "P2Y" })).toEqual([]);
    expect(() => verifyPolicy(visits, { on: "2027-01-02", horizon: "a year" as "P1Y" })).toThrow(
      /not a duration/,
    );
  });
});

it("accepting a finding changes no fingerprint", () => {
  const fingerprints = [visits, changed({ accepts: [] })].map((policy) =>
    segmentsOf(policy).map((segment) => fingerprintOf(policy, segment)),
  );
  expect(fingerprints[0]).toEqual(fingerprints[1]);
});

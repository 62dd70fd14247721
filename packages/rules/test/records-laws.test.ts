import { describe, expect, it, vi } from "vitest";
import { decideCaptured } from "../src/engine/decide.js";
import { readFacts } from "../src/engine/check-facts.js";
import { evaluate, type Value } from "../src/engine/evaluate.js";
import { segmentOn, segmentsOf } from "../src/engine/timeline.js";
import { policyFromJson, type Policy } from "../src/language/policy.js";
import { randomFacts } from "../src/testing/random-facts.js";
import { randomFrom, type Random } from "../src/testing/random.js";
import { impact, recordOf, replay, type DecisionRecord, type Impact } from "../src/verify/index.js";
import { knownFacts } from "./known-facts.js";
import { byId, seed } from "./shipped-policies.js";
import { smallPolicy } from "./small-policies.js";

vi.setConfig({ testTimeout: 120_000 });

type Facts = ReadonlyMap<string, Value>;

const about = {
  subject: "somebody",
  key: new Uint8Array(32).fill(7),
  tenant: "clinic",
  purpose: "audit",
  at: "2026-11-21T09:30:00Z",
};

const record = (policy: Policy, facts: Facts): DecisionRecord =>
  recordOf(policy, decideCaptured(policy, facts), about);

const verdictOf = (policy: Policy, one: DecisionRecord): string | undefined =>
  replay([JSON.stringify(one)], [policy]).next().value?.verdict;

const draws = 100;

describe.each(byId)("records of %s", (_, { policy }) => {
  const complete = Array.from({ length: draws }, (_unused, index) => {
    return readFacts(policy, randomFacts(policy, seed * draws + index)).values;
  });

  it("of complete facts come out the same when they are decided again from their regions", () => {
    for (const facts of complete) {
      expect(verdictOf(policy, record(policy, facts)), JSON.stringify([...facts])).toBe("same");
    }
  });

  it("of partial facts never come out different, and the same in all but rare cases", () => {
    const random = randomFrom(seed);
    const verdicts = complete.map((facts) =>
      verdictOf(policy, record(policy, someOf(random, policy, facts))),
    );
    expect(verdicts).not.toContain("different");
    expect(verdicts).not.toContain("refused");
    expect(verdicts.filter((verdict) => verdict === "same").length).toBeGreaterThan(draws * 0.9);
  });

  it("say of changed rules nothing the facts themselves would deny", () => {
    const random = randomFrom(seed);
    const told = { same: 0, different: 0, untold: 0, refused: 0 };
    for (const changed of changedCopies(random, policy, 6)) {
      for (const all of complete.slice(0, 20)) {
        const facts = random.chance(0.3) ? someOf(random, policy, all) : all;
        const past = record(policy, facts);
        const said = impactOf(past, [changed]);
        told[said.verdict] += 1;
        if (readFacts(changed, nested(facts)).problems.length > 0) continue;
        compare(past, said, outcomeOf(policy, facts), outcomeOf(changed, facts));
      }
    }
    expect(told.refused).toBe(0);
    expect(Math.min(told.same, told.different)).toBeGreaterThan(0);
  });

  it("say exactly what the rules of another day make of complete facts", () => {
    const segments = segmentsOf(policy);
    for (const [index, facts] of complete.entries()) {
      const segment = segments[index % segments.length];
      const day = segment?.from ?? segment?.to ?? String(facts.get(policy.datedBy));
      const past = record(policy, facts);
      const said = impactOf(past, [policy], day);
      expect(said.verdict).not.toBe("untold");
      const read = (path: string): Value => facts.get(path) ?? "";
      const onThatDay = segmentOn(policy, day);
      const now = onThatDay && evaluate(policy, onThatDay, read).values;
      // Before the first edition nothing was decided that could change.
      if (now && past.status === "decided") compare(past, said, outcomeOf(policy, facts), now);
    }
  });
});

describe("records of small random policies", () => {
  it("come out the same when the facts were complete, and never different when they were not", () => {
    const counts = { same: 0, different: 0, untold: 0, refused: 0 };
    for (let one = seed; one < seed + 120; one += 1) {
      const random = randomFrom(one);
      const { policy, domains, facts, known } = drawn(random);
      for (const values of [facts, known]) {
        if (!values.has(policy.datedBy) || !goTogether(policy, values)) continue;
        const [again] = replay([record(policy, values)], [policy]);
        if (values.size === domains.size) expect(again?.verdict, `GUICHET_SEED=${one}`).toBe("same");
        expect(["same", "untold"], `GUICHET_SEED=${one}`).toContain(again?.verdict);
        if (again) counts[again.verdict] += 1;
      }
    }
    expect(counts.same).toBeGreaterThan(counts.untold * 10);
  });

  it("say of changed rules nothing the facts themselves would deny", () => {
    const counts = { same: 0, different: 0, untold: 0, refused: 0 };
    for (let one = seed; one < seed + 60; one += 1) {
      const random = randomFrom(one);
      const { policy, facts, known } = drawn(random);
      for (const changed of changedCopies(random, policy, 4)) {
        for (const values of [facts, known]) {
          if (!values.has(policy.datedBy) || !goTogether(policy, values) || !goTogether(changed, values))
            continue;
          const past = record(policy, values);
          const said = impactOf(past, [changed]);
          counts[said.verdict] += 1;
          compare(past, said, outcomeOf(policy, values), outcomeOf(changed, values), `GUICHET_SEED=${one}`);
        }
      }
    }
    expect(Math.min(counts.same, counts.different)).toBeGreaterThan(20);
    expect(counts.untold).toBeGreaterThan(0);
  });
});

function drawn(random: Random) {
  const small = smallPolicy(random);
  const { policy, domains, likely } = small;
  const facts = new Map(
    [...domains.keys()].map((path) => [path, random.pick(likely.get(path) ?? [])] as const),
  );
  const known = new Map([
    ...knownFacts(random, small),
    ...[...facts].filter(([path]) => path === policy.datedBy),
  ]);
  return { policy, domains, facts, known };
}

/** Whether the facts can be decided on. */
function goTogether(policy: Policy, facts: Facts): boolean {
  return readFacts(policy, nested(facts)).problems.length === 0;
}

function nested(facts: Facts): object {
  const groups: Record<string, unknown> = {};
  for (const [path, value] of facts) {
    const [group = "", name] = path.split(".");
    groups[group] = name === undefined ? value : { ...(groups[group] as object | undefined), [name]: value };
  }
  return groups;
}

function someOf(random: Random, policy: Policy, facts: Facts): Facts {
  return new Map([...facts].filter(([path]) => path === policy.datedBy || random.chance(0.7)));
}

function impactOf(past: DecisionRecord, policies: readonly Policy[], on?: string): Impact {
  const [said] = impact([past], policies, on === undefined ? {} : { on });
  if (!said) throw new RangeError("a record was not answered");
  return said;
}

type Outcome = Readonly<Record<string, Value>>;

/** The settled answers. */
function outcomeOf(policy: Policy, facts: Facts): Outcome {
  return (decideCaptured(policy, facts).outcome ?? {}) as Outcome;
}

/** What is said of a record against what the facts say, decision by decision. */
function compare(past: DecisionRecord, said: Impact, before: Outcome, after: Outcome, where = ""): void {
  if (said.verdict === "refused") return;
  const anyChange = Object.keys(past.outcome).some((name) => !isEqual(before[name], after[name]));
  if (said.verdict !== "untold") expect(anyChange, where).toBe(said.verdict === "different");
  for (const name of Object.keys(past.outcome)) {
    const about = said.answers.find(({ decision }) => decision === name);
    if (about?.is === "untold") continue;
    expect(isEqual(before[name], after[name]), `${where} ${name}`).toBe(about === undefined);
  }
}

function isEqual(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Copies of a policy with one thing in their cases changed, as an edit might. */
function changedCopies(random: Random, policy: Policy, count: number): readonly Policy[] {
  const copies: Policy[] = [];
  for (let tries = 0; copies.length < count && tries < count * 5; tries += 1) {
    const copy = JSON.parse(JSON.stringify(policy)) as Record<string, unknown>;
    const edits: (() => void)[] = [];
    for (const part of partsOf([copy["editions"], copy["rates"]])) edits.push(...editsOf(random, part));
    if (edits.length === 0) break;
    random.pick(edits)();
    try {
      copies.push(policyFromJson(JSON.stringify({ ...copy, laws: [] })));
    } catch {
      // An edit may make no policy: another one is tried.
    }
  }
  return copies;
}

function* partsOf(part: unknown): Generator<Record<string, unknown>> {
  if (typeof part !== "object" || part === null) return;
  if (!Array.isArray(part)) yield part as Record<string, unknown>;
  for (const inner of Object.values(part) as unknown[]) yield* partsOf(inner);
}

const swaps: Readonly<Record<string, string>> = {
  lessThan: "lessThanInclusive",
  greaterThanInclusive: "greaterThan",
  greaterThan: "lessThan",
  equal: "notEqual",
  contains: "doesNotContain",
  in: "notIn",
};

function editsOf(random: Random, part: Record<string, unknown>): readonly (() => void)[] {
  const edits: (() => void)[] = [];
  const { operator, value, plus, is, cases } = part;
  if (typeof operator === "string" && operator in swaps) {
    edits.push(() => (part["operator"] = swaps[operator]));
  }
  if (typeof value === "number") edits.push(() => (part["value"] = value + random.pick([-2, -1, 1, 2])));
  if (Array.isArray(value) && value.length > 1) edits.push(() => (part["value"] = value.slice(1) as unknown));
  if (typeof is === "boolean") edits.push(() => (part["is"] = !is));
  if (Array.isArray(plus)) edits.push(() => (part["plus"] = [plus[0], random.pick(["P3D", "P9D", "P1M"])]));
  if (Array.isArray(cases) && cases.length > 1) edits.push(() => (part["cases"] = cases.slice(1)));
  return edits;
}

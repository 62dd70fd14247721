import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { captureFacts, checkFacts } from "../src/engine/check-facts.js";
import { decide } from "../src/engine/decide.js";
import type { Because, Decision } from "../src/engine/decision.js";
import { evaluate, holds, resultOf, type Evaluation, type Value } from "../src/engine/evaluate.js";
import { segmentOn, segmentsOf } from "../src/engine/timeline.js";
import { whyNot } from "../src/engine/why-not.js";
import type { Case, Table } from "../src/language/edition.js";
import type { Expression } from "../src/language/expression.js";
import type { Policy } from "../src/language/policy.js";
import { arbitraryFacts } from "../src/testing/arbitrary-facts.js";
import { nestFacts } from "../src/testing/nest-facts.js";
import { byId, readerOf, seed } from "./shipped-policies.js";

vi.setConfig({ testTimeout: 60_000 });

describe.each(byId)("the reasons of %s", (_, { policy }) => {
  const complete = arbitraryFacts(policy).filter((facts) => segmentFor(policy, facts) !== undefined);
  const parts = complete.chain((facts) => {
    const known = [...captureFacts(policy, facts)];
    return fc.subarray(known).map((kept) => ({ facts, part: nestFacts(policy, kept) }));
  });
  const always = <Input>(arbitrary: fc.Arbitrary<Input>, promise: (input: Input) => void, numRuns = 150) => {
    const property = fc.property(arbitrary, (input) => {
      promise(input);
    });
    fc.assert(property, { seed, numRuns });
  };

  it("hold when they are looked at again: the case named, no case before it, and the same result", () => {
    always(
      complete,
      (facts) => {
        const decision = decide(policy, facts);
        const evaluation = evaluationOf(policy, facts);
        for (const because of decision.because ?? [])
          expectTrue(policy, facts, because, evaluation, outcomeOf(decision));
      },
      400,
    );
  });

  it("hold for whatever else turns out, and name the case that decides then", () => {
    always(parts, ({ facts, part }) => {
      const decision = decide(policy, part);
      const evaluation = evaluationOf(policy, facts);
      for (const because of decision.because ?? []) {
        if (because.cases.length === 0) continue;
        const certain = because.cases.filter((one) => one.certain).map(({ id }) => id);
        const named = because.cases.map(({ id }) => id);
        const holding = evaluation.cases[because.decision] ?? [];
        expect(holding, because.decision).toEqual(expect.arrayContaining(certain));
        expect(named, because.decision).toEqual(expect.arrayContaining([...holding]));
      }
    });
  });

  it("name the rates that were read, with their days and values", () => {
    always(complete, (facts) => {
      for (const { rates } of decide(policy, facts).because ?? []) {
        for (const rate of rates) {
          const rows = segmentFor(policy, facts)?.rates.get(rate.name) ?? [];
          const row = rows.find(({ from, value }) => from === rate.from && value === rate.value);
          expect(row?.for).toEqual(rate.for);
        }
      }
    });
  });

  it("are settled on an unknown day only where all segments agree", () => {
    const days = [...new Set(segmentsOf(policy).flatMap(({ from, to }) => [from, to]))].filter(
      (day) => day !== null,
    );
    always(
      parts,
      ({ facts, part }) => {
        const undated = nestFacts(
          policy,
          [...captureFacts(policy, part)].filter(([path]) => path !== policy.datedBy),
        );
        const decision = decide(policy, undated);
        if (decision.status === "not-in-force") throw new RangeError("an unknown day may be one in force");
        expect(decision).toMatchObject({
          edition: null,
          governingDate: null,
          fingerprint: null,
          freshness: { stale: null },
        });
        for (const day of days) {
          const dated = nestFacts(policy, [...captureFacts(policy, facts), [policy.datedBy, day]]);
          if (checkFacts(policy, dated).length > 0) continue;
          expect(evaluationOf(policy, dated).values).toMatchObject(decision.outcome);
        }
      },
      60,
    );
  });

  it("of the other answer are cases of its table, each with something in its way", () => {
    always(
      complete,
      (facts) => {
        const decision = decide(policy, facts);
        for (const [name, value] of Object.entries(outcomeOf(decision))) {
          const declared = policy.decisions[name];
          if (declared?.kind !== "boolean") continue;
          const { given, hindrances } = whyNot(policy, facts, name as never, !value as never);
          expect(given).toBe(false);
          const ids = casesOf(policy, facts, name);
          for (const hindrance of hindrances) expect(ids).toContain(hindrance.case);
          expect(hindrances.every((one) => one.unmet.length > 0 || one.insteadOf !== undefined)).toBe(true);
        }
      },
      60,
    );
  });
});

function segmentFor(policy: Policy, facts: object) {
  return segmentOn(policy, String(readerOf(policy, facts)(policy.datedBy)));
}

function evaluationOf(policy: Policy, facts: object): Evaluation {
  const segment = segmentFor(policy, facts);
  if (!segment) throw new RangeError("the facts are of a day before the first edition");
  return evaluate(policy, segment, readerOf(policy, facts));
}

function outcomeOf(decision: Decision): Readonly<Record<string, Value>> {
  return (decision.outcome ?? {}) as Readonly<Record<string, Value>>;
}

function tableFor(policy: Policy, facts: object, decision: string): Table | undefined {
  return segmentFor(policy, facts)?.edition.tables.find(({ decides }) => [decides].flat().includes(decision));
}

function rowsOf(table: Table | undefined): readonly Case[] {
  if (!table) return [];
  if ("is" in table) return [{ id: table.id ?? "", then: table.is as Expression }];
  return [...table.cases, ...("otherwise" in table ? [table.otherwise] : [])] as readonly Case[];
}

function casesOf(policy: Policy, facts: object, decision: string): readonly string[] {
  return rowsOf(tableFor(policy, facts, decision)).map(({ id }) => id);
}

/** Looks at one reason again, with nothing but the conditions as they are printed. */
function expectTrue(
  policy: Policy,
  facts: object,
  { decision, cases }: Because,
  { read }: Evaluation,
  outcome: Readonly<Record<string, Value>>,
): void {
  const table = tableFor(policy, facts, decision);
  const rows = rowsOf(table);
  const value = outcome[decision];
  const isGuarded = table?.onlyWhen !== undefined && !holds(table.onlyWhen, read);
  if (!table || isGuarded || (Array.isArray(value) && value.length === 0)) {
    expect(cases).toEqual([]);
    if (!Array.isArray(value)) expect(value).toBe(policy.decisions[decision]?.default);
    return;
  }
  expect(cases.every(({ certain }) => certain)).toBe(true);
  const holding = rows.filter(({ when }) => when === undefined || holds(when, read));
  const isCollected = "hitPolicy" in table && table.hitPolicy === "collect";
  const deciding = isCollected ? holding : holding.slice(0, 1);
  expect(cases.map(({ id }) => id)).toEqual(deciding.map(({ id }) => id));
  const results = deciding.map(({ then }) =>
    resultOf(
      (typeof table.decides === "string"
        ? then
        : (then as Readonly<Record<string, Expression>>)[decision]) as Expression,
      read,
    ),
  );
  if (isCollected) expect(new Set(results.flat())).toEqual(new Set(value as readonly string[]));
  else expect(results).toEqual([value]);
}

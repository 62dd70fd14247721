import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { OpenAnswer } from "../src/engine/answers.js";
import { captureFacts } from "../src/engine/check-facts.js";
import { decide } from "../src/engine/decide.js";
import type { Decision } from "../src/engine/decision.js";
import { evaluate, type Value } from "../src/engine/evaluate.js";
import { segmentOn } from "../src/engine/timeline.js";
import { policyFromJson, type Policy } from "../src/language/policy.js";
import { arbitraryFacts } from "../src/testing/arbitrary-facts.js";
import { nestFacts } from "../src/testing/nest-facts.js";
import { byId, readerOf, seed } from "./shipped-policies.js";

vi.setConfig({ testTimeout: 60_000 });

const lastEdition = "2400-01-01";

describe.each(byId)("%s", (_, { policy }) => {
  const complete = arbitraryFacts(policy);
  /** Complete facts, and a part of them. */
  const parts = complete.chain((facts) => {
    const paths = [...captureFacts(policy, facts).keys()];
    return fc.subarray(paths).map((kept) => ({ facts, kept, part: keep(policy, facts, kept) }));
  });
  const always = <Input>(arbitrary: fc.Arbitrary<Input>, promise: (input: Input) => void, numRuns = 100) => {
    const property = fc.property(arbitrary, (input) => {
      promise(input);
    });
    fc.assert(property, { seed, numRuns });
  };

  it("answers the same when it is asked twice", () => {
    always(parts, ({ part }) => expect(json(decide(policy, part))).toBe(json(decide(policy, part))));
  });

  it("does not look at the order of facts, or of a set's elements", () => {
    always(parts, ({ part }) =>
      expect(json(decide(policy, turnedRound(part) as object))).toBe(json(decide(policy, part))),
    );
  });

  it("does not look at the order of the cases of a `collect` table", () => {
    const turned = edited(policy, (table) =>
      table["hitPolicy"] === "collect"
        ? { ...table, cases: (table["cases"] as unknown[]).toReversed() }
        : table,
    );
    always(parts, ({ part }) => {
      const [one, other] = [decide(policy, part), decide(turned, part)];
      expect([other.outcome, other.open, other.needs]).toEqual([one.outcome, one.open, one.needs]);
    });
  });

  it("never takes back an answer when more is known, and never asks for something new", () => {
    const twoParts = parts.chain((more) =>
      fc.subarray(more.kept).map((kept) => ({ more: more.part, less: keep(policy, more.facts, kept) })),
    );
    always(twoParts, ({ more, less }) => {
      const [before, after] = [decide(policy, less), decide(policy, more)];
      if (before.status === "not-in-force" || after.status === "not-in-force") return;
      const now = possibleAnswers(policy, after);
      for (const [name, was] of Object.entries(possibleAnswers(policy, before))) expectWithin(now[name], was);
      expect(
        after.needs
          .map(({ fact }) => fact)
          .filter((fact) => !before.needs.some((need) => need.fact === fact)),
      ).toEqual([]);
    });
  });

  it("answers earlier days as before when an edition is added", () => {
    const longer = withLaterEdition(policy);
    always(
      parts.filter(({ kept }) => kept.includes(policy.datedBy)),
      ({ part }) => {
        expect(json(decide(longer, part))).toBe(json(decide(policy, part)));
      },
    );
    const later = nestFacts(policy, [[policy.datedBy, lastEdition]]);
    expect(decide(longer, later)).toMatchObject({ status: "decided", edition: lastEdition });
  });

  it("gives the same decisions and fingerprints after a JSON round trip", () => {
    const copy = policyFromJson(JSON.stringify(policy));
    expect(copy).toEqual(policy);
    always(parts, ({ part }) => expect(json(decide(copy, part))).toBe(json(decide(policy, part))));
  });

  it("decides complete facts as the specification does", () => {
    always(
      complete,
      (facts) => {
        const decision = decide(policy, facts);
        const segment = segmentOn(policy, String(readerOf(policy, facts)(policy.datedBy)));
        expect(decision.status).toBe(segment ? "decided" : "not-in-force");
        if (!segment) return;
        const { values } = evaluate(policy, segment, readerOf(policy, facts));
        expect(decision.outcome).toEqual(publicOnly(policy, values));
      },
      1000,
    );
  });

  it("has neither outcome nor questions before its first edition", () => {
    const day = "1000-01-01";
    const inForce = segmentOn(policy, day) !== undefined;
    always(
      parts.filter(({ kept }) => !kept.includes(policy.datedBy)),
      ({ part }) => {
        const dated = { ...nestFacts(policy, [...captureFacts(policy, part), [policy.datedBy, day]]) };
        const decision = decide(policy, dated);
        if (inForce) return;
        expect(decision).toMatchObject({
          status: "not-in-force",
          edition: null,
          fingerprint: null,
          governingDate: day,
        });
        expect(json(decision)).not.toMatch(/"(outcome|open|needs|because|freshness)"/);
      },
      100,
    );
  });
});

function json(decision: Decision): string {
  return JSON.stringify(decision);
}

function keep(policy: Policy, facts: object, kept: readonly string[]): object {
  return nestFacts(
    policy,
    [...captureFacts(policy, facts)].filter(([path]) => kept.includes(path)),
  );
}

function publicOnly(policy: Policy, values: Readonly<Record<string, Value>>): object {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !policy.decisions[name]?.internal));
}

function turnedRound(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(turnedRound).reverse();
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, value]) => [key, turnedRound(value)]),
  );
}

/** The policy with each table changed. */
function edited(policy: Policy, change: (table: Readonly<Record<string, unknown>>) => unknown): Policy {
  const editions = policy.editions.map((edition) => ({
    ...edition,
    tables: edition.tables.map((table) => change(table as unknown as Readonly<Record<string, unknown>>)),
  }));
  return policyFromJson(JSON.stringify({ ...policy, editions }));
}

/** The policy with one more edition, far away, in which every answer is a constant. */
function withLaterEdition(policy: Policy): Policy {
  const constants = Object.entries(policy.decisions).flatMap(([name, declared]) => {
    if (declared.internal) return [];
    const is =
      "values" in declared
        ? declared.kind === "set-of"
          ? declared.values
          : declared.values[0]
        : constantOf(declared.kind);
    return [{ decides: name, id: `later-${name}`, is }];
  });
  const later = { inForceFrom: lastEdition, source: policy.editions[0].source, tables: constants };
  return policyFromJson(JSON.stringify({ ...policy, laws: [], editions: [...policy.editions, later] }));
}

function constantOf(kind: string): Value {
  if (kind === "boolean") return true;
  if (kind === "date") return "2400-01-02";
  return kind === "time" ? "12:00" : 1;
}

/** Settled and open answers alike, in the form an open one has. */
function possibleAnswers(policy: Policy, decision: Decision): Readonly<Record<string, OpenAnswer>> {
  const settled = Object.entries((decision.outcome ?? {}) as Readonly<Record<string, Value>>).map(
    ([name, value]) => {
      if (Array.isArray(value)) return [name, { certain: value, possible: [] }];
      const { kind } = policy.decisions[name] ?? { kind: "" };
      if (kind === "boolean" || kind === "one-of") return [name, { oneOf: [value] }];
      return [
        name,
        value === "none" ? { from: null, to: null, none: true, only: true } : { from: value, to: value },
      ];
    },
  );
  return { ...Object.fromEntries(settled), ...decision.open } as Readonly<Record<string, OpenAnswer>>;
}

function expectWithin(now: OpenAnswer | undefined, was: OpenAnswer): void {
  if (now === undefined) throw new RangeError("an answer is gone");
  if ("oneOf" in was && "oneOf" in now) expect(was.oneOf).toEqual(expect.arrayContaining([...now.oneOf]));
  else if ("possible" in was && "possible" in now) {
    expect(now.certain).toEqual(expect.arrayContaining([...was.certain]));
    expect([...was.certain, ...was.possible]).toEqual(
      expect.arrayContaining([...now.certain, ...now.possible]),
    );
  } else if ("from" in was && "from" in now) {
    if (now.none) expect(was.none).toBe(true);
    if ("only" in now) return;
    if (was.from !== null) expect(now.from !== null && now.from >= was.from).toBe(true);
    if (was.to !== null) expect(now.to !== null && now.to <= was.to).toBe(true);
  } else throw new RangeError("an answer has another form");
}

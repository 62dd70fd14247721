import { beforeAll, describe, expect, it, vi } from "vitest";
import { dayFromIso, isoFromDay, lastDay } from "../src/calendar/civil-day.js";
import { captureFacts, checkFacts } from "../src/engine/check-facts.js";
import { evaluate, holds, type Evaluation, type Value } from "../src/engine/evaluate.js";
import { segmentOn } from "../src/engine/timeline.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import type { FactDeclaration } from "../src/language/fact.js";
import type { Law } from "../src/language/law.js";
import type { Policy } from "../src/language/policy.js";
import { nestFacts } from "../src/testing/nest-facts.js";
import { randomFacts } from "../src/testing/random-facts.js";
import { randomFrom, type Random } from "../src/testing/random.js";
import { byId, seed } from "./shipped-policies.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const draws = 4000;

describe.each(byId)("the laws of %s", (_, { policy }) => {
  const drawn: Drawn[] = [];
  beforeAll(() => {
    for (let factsSeed = seed * draws; factsSeed < (seed + 1) * draws; factsSeed += 1) {
      const facts = captureFacts(policy, randomFacts(policy, factsSeed));
      drawn.push({ factsSeed, facts, evaluation: evaluated(policy, facts) });
    }
  });

  it("are at least three", () => {
    expect(policy.laws?.length ?? 0).toBeGreaterThanOrEqual(3);
  });

  it.each((policy.laws ?? []).map((law) => [law.label, law] as const))("%s", (_label, law) => {
    const broken = drawn.map((one) => isBroken(policy, law, one));
    const first = drawn[broken.indexOf(true)];
    if (first) throw new Error(`broken with seed ${first.factsSeed}: ${JSON.stringify([...first.facts])}`);
    expect(broken).toContain(false);
  });

  it("are about something: each part of what must never be does occur", () => {
    for (const law of policy.laws ?? []) {
      if (!("never" in law) || !("all" in law.never)) continue;
      for (const part of law.never.all) {
        expect(
          drawn.some(({ evaluation }) => evaluation && holds(part, evaluation.read)),
          law.id,
        ).toBe(true);
      }
    }
  });
});

interface Drawn {
  readonly factsSeed: number;
  readonly facts: Captured;
  readonly evaluation: Evaluation | undefined;
}

type Captured = ReadonlyMap<string, Value>;

function evaluated(policy: Policy, facts: Captured): Evaluation | undefined {
  const segment = segmentOn(policy, String(facts.get(policy.datedBy)));
  return segment && evaluate(policy, segment, (path) => facts.get(path) ?? "");
}

/** Whether a law is broken; `undefined` where it says nothing of these facts. */
function isBroken(policy: Policy, law: Law, { factsSeed, facts, evaluation }: Drawn): boolean | undefined {
  if (!evaluation) return undefined;
  if ("never" in law) return holds(law.never, evaluation.read);
  const { moreOf: path, neverMeans, of } = law.monotone;
  const declared = declaredFacts(policy.facts).get(path);
  const value = facts.get(path);
  const more = declared && value !== undefined ? moreOf(randomFrom(factsSeed), declared, value) : undefined;
  if (more === undefined) return undefined;
  const changed = new Map([...facts, [path, more]]);
  if (checkFacts(policy, nestFacts(policy, changed)).length > 0) return undefined;
  const [before, after] = [evaluation.values[of], evaluated(policy, changed)?.values[of]];
  if (before === undefined || after === undefined || before === "none" || after === "none") return undefined;
  return neverMeans === "more" ? !isAtMost(after, before) : !isAtMost(before, after);
}

function moreOf(random: Random, declared: FactDeclaration, value: Value): Value | undefined {
  if (declared.kind === "boolean") return value === true ? undefined : true;
  if (declared.kind === "integer") {
    const more = Number(value) + random.integer(1, 3);
    return more <= (declared.max ?? more) ? more : undefined;
  }
  if (declared.kind === "set-of") {
    const absent = declared.values.filter((element) => !(value as readonly string[]).includes(element));
    if (absent.length === 0) return undefined;
    const added = new Set([...(value as readonly string[]), random.pick(absent)]);
    return declared.values.filter((element) => added.has(element));
  }
  if (declared.kind !== "date") return undefined;
  const day = (dayFromIso(String(value)) ?? 0) + random.pick([1, 2, 8, 31, 365, 366, 2000]);
  return day <= lastDay ? isoFromDay(day) : undefined;
}

function isAtMost(one: Value, other: Value): boolean {
  if (typeof one !== "object") return one <= other;
  return one.every((element) => (other as readonly string[]).includes(element));
}

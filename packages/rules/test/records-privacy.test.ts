import { describe, expect, it, vi } from "vitest";
import { dayFromIso } from "../src/calendar/civil-day.js";
import { readFacts } from "../src/engine/check-facts.js";
import { decideCaptured } from "../src/engine/decide.js";
import type { Value } from "../src/engine/evaluate.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import { policyFromJson, type Policy } from "../src/language/policy.js";
import { GuichetError } from "../src/language/problem.js";
import { landmarksOf } from "../src/testing/landmarks.js";
import { nestFacts } from "../src/testing/nest-facts.js";
import { randomFacts } from "../src/testing/random-facts.js";
import { impact, recordOf, replay } from "../src/verify/index.js";
import { byId, seed } from "./shipped-policies.js";

vi.setConfig({ testTimeout: 60_000 });

type Facts = ReadonlyMap<string, Value>;

const about = {
  subject: "canary-subject",
  key: new Uint8Array(32).fill(9),
  tenant: "clinic",
  purpose: "audit",
  at: "2026-11-21T09:30:00.417Z",
};

/** The same policy with every fact marked as what may never be told. */
function allSecret(policy: Policy): Policy {
  const copy = JSON.stringify(policy).replace(/"privacy":"\w+"/g, '"privacy":"health"');
  return policyFromJson(copy);
}

/** Random facts in which texts and numbers, too, can be recognised. */
function withCanaries(policy: Policy, factsSeed: number): Facts {
  const drawn = readFacts(policy, randomFacts(policy, factsSeed)).values;
  let next = 48_151_623;
  const marked = new Map(
    [...drawn].map(([path, value]): [string, Value] => {
      const declared = declaredFacts(policy.facts).get(path);
      if (declared?.kind === "text" && value !== "any") return [path, `canary-${String(value)}`];
      if (declared?.kind === "integer" && declared.max === undefined) return [path, (next += 1)];
      return [path, value];
    }),
  );
  return readFacts(policy, nestFacts(policy, marked)).problems.length === 0 ? marked : drawn;
}

/** The values no output may hold: days and times but for those the policy itself names, long numbers, texts. */
function canariesIn(policy: Policy, facts: Facts): readonly string[] {
  const { days } = landmarksOf(policy);
  return [...facts.values()].map(String).filter((value) => {
    const day = dayFromIso(value);
    if (day !== undefined) return !days.some((named) => Math.abs(named - day) <= 1);
    return value.startsWith("canary-") || value.startsWith("4815") || /^\d\d:\d\d$/.test(value);
  });
}

describe.each(byId)("of %s", (_, shipped) => {
  const policy = allSecret(shipped.policy);
  const [other] = byId.map(([, { policy: one }]) => one).filter(({ id }) => id !== policy.id);

  it("no record, no replay and no impact holds a value of a fact, marked as they may be", () => {
    let canaries = 0;
    for (let factsSeed = seed; factsSeed < seed + 60; factsSeed += 1) {
      const facts = withCanaries(policy, factsSeed);
      const record = recordOf(policy, decideCaptured(policy, facts), about);
      const broken = {
        ...record,
        outcome: Object.fromEntries(Object.keys(record.outcome).map((name) => [name, 0])),
      };
      const printed = JSON.stringify([
        record,
        ...replay([record, broken, { ...record, fingerprint: `sha256:${"0".repeat(64)}` }], [policy]),
        ...impact([record, broken], [policy], { on: "2026-11-21" }),
        ...impact([record], other ? [other] : []),
      ]);
      const own = canariesIn(policy, facts);
      canaries += own.length;
      for (const canary of [...own, "canary", ".417"]) expect(printed).not.toContain(canary);
    }
    expect(canaries).toBeGreaterThan(10);
  });
});

it("what is no record is refused without a word of it", () => {
  const canary = "canary-name";
  const lines = [
    canary,
    `{"${canary}":1}`,
    `{"format":"${canary}"}`,
    `{"format":"guichet-record/1","regions":[{"fact":"${canary}","value":"${canary}"}]}`,
    `{"${canary}":1,"${canary}":2}`,
  ];
  for (const policies of [[], byId.map(([, { policy }]) => policy)]) {
    const answers = [...replay(lines, policies), ...impact(lines, policies)];
    expect(answers.map(({ verdict }) => verdict)).toEqual(answers.map(() => "refused"));
    expect(JSON.stringify(answers)).not.toContain("canary");
  }
});

it("what cannot be recorded is refused without the subject, the key or a fact", () => {
  const [policy] = byId.map(([, one]) => one.policy);
  if (!policy) return expect.unreachable();
  const decision = decideCaptured(policy, withCanaries(policy, seed));
  const wrong = {
    ...about,
    subject: "",
    key: new Uint8Array(3).fill(77),
    at: "canary-moment",
    tenant: "canary\ud800",
  };
  try {
    recordOf(policy, { ...decision }, wrong);
    expect.unreachable();
  } catch (error) {
    expect(GuichetError.isInstance(error)).toBe(true);
    expect(JSON.stringify(error)).not.toMatch(/canary|77/);
    expect((error as GuichetError).problems.map(({ code }) => code)).toEqual([
      "decision-copied",
      "subject-refused",
      "tenant-refused",
      "key-refused",
      "at-refused",
    ]);
  }
});

import { expect, it } from "vitest";
import { evaluate, type Value } from "../src/engine/evaluate.js";
import { truthOf } from "../src/engine/given.js";
import { segmentOn, segmentsOf } from "../src/engine/timeline.js";
import type { Policy } from "../src/language/policy.js";
import { loadMutant, mutations } from "../src/testing/mutants-of.js";
import { randomFrom } from "../src/testing/random.js";
import { decideAlike } from "../src/verify/decide-alike.js";
import { smallPolicy, type SmallPolicy } from "./small-policies.js";

const firstSeed = Number(process.env["GUICHET_SEED"] ?? 1);
const mostFacts = 1500;

it("two policies decide alike exactly where trying all facts on both gives the same answers", () => {
  const met = { alike: 0, different: 0 };
  for (let seed = firstSeed; seed < firstSeed + 250; seed += 1) {
    const random = randomFrom(seed);
    const small = smallPolicy(random);
    if ([...small.domains.values()].reduce((all, { length }) => all * length, 1) > mostFacts) continue;
    const all = mutations(small.policy);
    for (let count = 0; count < 6 && all.length > 0; count += 1) {
      const mutant = loadMutant(small.policy, random.pick(all));
      if (!mutant) continue;
      const alike = areAlike(small, mutant.policy);
      met[alike ? "alike" : "different"] += 1;
      const where = `GUICHET_SEED=${seed}, ${mutant.where}: ${mutant.change}`;
      expect(decideAlike(small.policy, mutant.policy), where).toBe(alike);
    }
  }
  expect(met.alike).toBeGreaterThan(50);
  expect(met.different).toBeGreaterThan(60);
});

function areAlike({ policy, domains }: SmallPolicy, mutant: Policy): boolean {
  const all = [...domains].reduce<readonly ReadonlyMap<string, Value>[]>(
    (known, [path, values]) =>
      known.flatMap((facts) => values.map((value) => new Map([...facts, [path, value]]))),
    [new Map()],
  );
  // The days a policy is in force are an answer of their own, whatever facts go together on them.
  if (segmentsOf(policy)[0]?.from !== segmentsOf(mutant)[0]?.from) return false;
  return all.every((facts) => {
    if (!(policy.given ?? []).every(({ holds }) => truthOf(holds, facts) === true)) return true;
    return outcomeOf(policy, facts) === outcomeOf(mutant, facts);
  });
}

function outcomeOf(policy: Policy, facts: ReadonlyMap<string, Value>): string {
  const segment = segmentOn(policy, String(facts.get(policy.datedBy)));
  if (!segment) return "not in force";
  const { values } = evaluate(policy, segment, (path) => facts.get(path) ?? "none");
  return JSON.stringify(Object.entries(values).filter(([name]) => policy.decisions[name]?.internal !== true));
}

import { expect, test } from "vitest";
import { checkFacts, readFacts } from "../engine/check-facts.js";
import { evaluate } from "../engine/evaluate.js";
import { segmentOn } from "../engine/timeline.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Policy } from "../language/policy.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { randomFacts } from "./random-facts.js";
import { visitorParking } from "./visitor-parking.js";

const policies: readonly Policy[] = [visitorParking, teleExpertise, recordHandover];

test.each(policies)("random facts of $id are complete, right, and the same for the same seed", (policy) => {
  for (let seed = 0; seed < 200; seed += 1) {
    const facts = randomFacts(policy, seed);
    expect(checkFacts(policy, facts)).toEqual([]);
    expect(readFacts(policy, facts).values.size).toBe(declaredFacts(policy.facts).size);
    expect(randomFacts(policy, seed)).toEqual(facts);
  }
  expect(randomFacts(policy, 1)).not.toEqual(randomFacts(policy, 2));
});

test.each(policies)("five thousand random facts reach every case of $id that can be reached", (policy) => {
  const reached = new Set<string>();
  for (let seed = 0; seed < 5000; seed += 1) {
    const { values } = readFacts(policy, randomFacts(policy, seed));
    const segment = segmentOn(policy, values.get(policy.datedBy) as string);
    if (!segment) continue;
    const { cases } = evaluate(policy, segment, (path) => values.get(path) ?? "none");
    for (const id of Object.values(cases).flat()) reached.add(`${segment.edition.inForceFrom} ${id}`);
  }
  const all = policy.editions.flatMap(({ inForceFrom, tables }) =>
    tables
      .flatMap((table) =>
        "is" in table
          ? [table.id]
          : [...table.cases.map(({ id }) => id), "otherwise" in table ? table.otherwise.id : undefined],
      )
      .filter((id) => id !== undefined)
      .map((id) => `${inForceFrom} ${id}`),
  );
  // A case without a condition stands before it.
  expect(all.filter((id) => !reached.has(id) && !id.endsWith("P-12-never"))).toEqual([]);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../src/engine/decide.js";
import type { Decision } from "../src/engine/decision.js";
import { policyFromJson, type Policy } from "../src/language/policy.js";
import { GuichetError } from "../src/language/problem.js";
import { randomFacts } from "../src/testing/random-facts.js";
import { randomFrom, type Random } from "../src/testing/random.js";
import { amend } from "../src/verify/amendment/amend.js";
import type { Amendment, AmendmentChange } from "../src/verify/amendment/amendment.js";
import { diffPolicies } from "../src/verify/diff-policies.js";
import { seed } from "./shipped-policies.js";
import { smallPolicy } from "./small-policies.js";

type Row = Extract<
  Policy["editions"][number]["tables"][number],
  { readonly hitPolicy: string }
>["cases"][number];

const source = { title: "A memo", kind: "house-rule", dated: true, checkedOn: "2024-01-01" } as const;

/** The rows of an edition's tables that can be replaced, with what else their decision may answer. */
function rowsOf({
  tables,
}: Policy["editions"][number]): readonly { readonly row: Row; readonly others: readonly Row[] }[] {
  return tables.flatMap((table) => {
    if ("is" in table) return [];
    const rows: readonly Row[] = "otherwise" in table ? [...table.cases, table.otherwise] : table.cases;
    return rows.map((row) => ({ row, others: rows.filter((other) => other !== row) }));
  });
}

/** Another row of its table in the place of a row, or a row in the place of itself. */
function replaced(
  edition: Policy["editions"][number],
  random: Random,
  isSame: boolean,
): AmendmentChange | undefined {
  const rows = rowsOf(edition).filter(({ others }) => isSame || others.length > 0);
  if (rows.length === 0) return undefined;
  const { row, others } = random.pick(rows);
  const { then } = isSame ? row : random.pick(others);
  const when = row.when ? { when: row.when } : {};
  return { edition: edition.inForceFrom, replaces: row.id, case: { id: "amended", ...when, then } };
}

interface Drawn {
  readonly policy: Policy;
  readonly amendment: Amendment;
}

/** A small policy and an amendment that changes a case and, where there is one, a rate; or changes nothing. */
function drawn(from: number, isSame = false): Drawn | undefined {
  const random = randomFrom(from);
  const { policy, domains } = smallPolicy(random);
  const days = (domains.get(policy.datedBy) as readonly string[]).toSorted();
  const [one, two] = [random.pick(days), random.pick(days)].toSorted() as [string, string];
  const change = replaced(random.pick(policy.editions), random, isSame);
  const rates = Object.entries(policy.rates).flatMap(([rate, { rows }]): readonly AmendmentChange[] => {
    const row = random.pick<(typeof rows)[number]>(rows);
    const { value } = isSame ? row : random.pick<(typeof rows)[number]>(rows);
    return isSame || !random.chance(0.5) ? [] : [{ rate, ...(row.for ? { for: row.for } : {}), value }];
  });
  const changes = [...(change ? [change] : []), ...rates];
  if (changes.length === 0) return undefined;
  const to = random.chance(0.7) ? { to: two } : {};
  const amendment = { id: "memo", policy: policy.id, title: "A memo", source, from: one, ...to, changes };
  return { policy, amendment: amendment as unknown as Amendment };
}

/** An amendment that has no day in force, or a key without a value then, is refused: the draw is used for nothing. */
function amended({ policy, amendment }: Drawn): Policy | undefined {
  try {
    return amend(policy, amendment);
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    expect(["not-in-force", "edition-not-met", "rate-key-unknown"]).toEqual(
      expect.arrayContaining(error.problems.map(({ code }) => code)),
    );
    return undefined;
  }
}

/** What is given leaves some small policies hardly any facts: these draws are used for nothing. */
function factsFor(policy: Policy, from: number): object | undefined {
  try {
    return randomFacts(policy, from);
  } catch (error) {
    expect(String(error)).toContain("no facts found");
    return undefined;
  }
}

/** What a decision says, but for the days on which rows of rates begin: a restored value begins anew. */
function said({ because, ...decision }: Decision): unknown {
  const rest = JSON.parse(JSON.stringify(decision)) as object;
  return {
    ...rest,
    because: because?.map(({ decision, cases, cites, gap }) => ({ decision, cases, cites, gap })),
  };
}

const anySeed = fc.nat(1_000_000);

describe("an amendment", () => {
  it("changes nothing outside its days, the fingerprint included", () => {
    let compared = 0;
    fc.assert(
      fc.property(anySeed, (from) => {
        const draw = drawn(from);
        const ours = draw && amended(draw);
        if (!ours) return;
        for (let index = 0; index < 20; index += 1) {
          const facts = factsFor(draw.policy, from + index);
          if (!facts) continue;
          const decision = decide(ours, facts);
          const day = decision.governingDate ?? "";
          const { from: first, to } = draw.amendment;
          const holds = decision.amendments.length > 0;
          if (holds) expect(first <= day && (to === undefined || day <= to)).toBe(true);
          if (holds) continue;
          compared += 1;
          expect(said(decision)).toEqual(said(decide(draw.policy, facts)));
        }
      }),
      { numRuns: 150, seed },
    );
    expect(compared).toBeGreaterThan(300);
  });

  it("that replaces cases by themselves changes no answer on any day", () => {
    fc.assert(
      fc.property(anySeed, (from) => {
        const draw = drawn(from, true);
        const ours = draw && amended(draw);
        if (ours) expect(diffPolicies(draw.policy, ours)).toEqual({ equivalent: true, periods: [] });
      }),
      { numRuns: 60, seed },
    );
  });

  it("differs from the policy on days it holds, and on no others", () => {
    let differing = 0;
    fc.assert(
      fc.property(anySeed, (from) => {
        const draw = drawn(from);
        const ours = draw && amended(draw);
        if (!ours) return;
        const holds = ours.amendments?.[0]?.holds ?? [];
        for (const period of diffPolicies(draw.policy, ours).periods) {
          differing += 1;
          expect(period.inForce).toEqual({ before: true, after: true });
          const covers = holds.some(
            (one) =>
              one.from <= (period.from ?? "") &&
              (one.to === undefined || (period.to !== null && period.to <= one.to)),
          );
          expect(covers).toBe(true);
        }
      }),
      { numRuns: 40, seed },
    );
    expect(differing).toBeGreaterThan(5);
  });

  it("can be read back from JSON", () => {
    fc.assert(
      fc.property(anySeed, (from) => {
        const draw = drawn(from);
        const ours = draw && amended(draw);
        if (!ours) return;
        const facts = factsFor(draw.policy, from);
        if (!facts) return;
        expect(decide(policyFromJson(JSON.stringify(ours)), facts)).toEqual(decide(ours, facts));
      }),
      { numRuns: 60, seed },
    );
  });
});

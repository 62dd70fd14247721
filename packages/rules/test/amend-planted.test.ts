import { describe, expect, it } from "vitest";
import { decide } from "../src/engine/decide.js";
import type { Law } from "../src/language/law.js";
import type { Policy } from "../src/language/policy.js";
import { GuichetError } from "../src/language/problem.js";
import { amend } from "../src/verify/amendment/amend.js";
import type { Amendment } from "../src/verify/amendment/amendment.js";
import type { AmendmentProblem } from "../src/verify/amendment/amendment-problem.js";
import { byId } from "./shipped-policies.js";

type Row = Extract<
  Policy["editions"][number]["tables"][number],
  { readonly hitPolicy: string }
>["cases"][number];

const source = { title: "A memo", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } as const;

/** Every way to give a row another result its decision can have. */
function planted(policy: Policy): readonly Amendment[] {
  return policy.editions.flatMap((edition, index) =>
    edition.tables.flatMap((table) => {
      if ("is" in table || typeof table.decides !== "string") return [];
      const declared = policy.decisions[table.decides];
      const rows: readonly Row[] = "otherwise" in table ? [...table.cases, table.otherwise] : table.cases;
      const values: readonly unknown[] =
        declared?.kind === "one-of"
          ? declared.values
          : declared?.kind === "boolean"
            ? [true, false]
            : declared?.kind === "set-of"
              ? [[], declared.values]
              : declared?.kind === "integer"
                ? [declared.max ?? 1]
                : [];
      const next = policy.editions[index + 1]?.inForceFrom;
      const from =
        edition.inForceFrom === "open" ? (next ? "2019-01-01" : "2026-12-01") : edition.inForceFrom;
      return rows.flatMap(({ id, when }) =>
        values.map((then) => {
          const row = { id: "planted", ...(when ? { when } : {}), then };
          const changes = [{ edition: edition.inForceFrom, replaces: id, case: row }];
          return {
            id: "memo",
            policy: policy.id,
            title: "A memo",
            source,
            from,
            changes,
          } as unknown as Amendment;
        }),
      );
    }),
  );
}

/** The policy with a decision more that tells whether a law is broken, and no law that would refuse it. */
function telling(policy: Policy, law: Extract<Law, { readonly never: unknown }>): Policy {
  return {
    ...policy,
    laws: [],
    decisions: { ...policy.decisions, broken: { kind: "boolean", label: "a law is broken" } },
    editions: policy.editions.map((edition) => ({
      ...edition,
      tables: [...edition.tables, { decides: "broken", id: "broken", is: law.never }],
    })) as unknown as Policy["editions"],
  };
}

describe.each(byId)("an amendment of %s that breaks a law", (_, { policy }) => {
  const all = planted(policy);
  // A proof of the two long policies takes longer than all others together.
  const step = Math.ceil(all.length / (policy.editions.length > 1 || all.length > 100 ? 9 : 40));
  const tried = all.filter((_amendment, index) => index % step === 0);

  it("is refused, with facts that show it", () => {
    let refused = 0;
    for (const amendment of tried) {
      for (const problem of problemsOf(policy, amendment)) {
        refused += 1;
        const law = policy.laws?.find(({ id }) => id === problem.law);
        if (law === undefined || !("never" in law)) continue;
        const decision = decide(amend(telling(policy, law), amendment), problem.witness ?? {});
        expect(decision.outcome).toMatchObject({ broken: true });
      }
    }
    expect(refused).toBeGreaterThan(0);
  });
});

function problemsOf(policy: Policy, amendment: Amendment): readonly AmendmentProblem[] {
  try {
    amend(policy, amendment);
    return [];
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    expect(error.problems.map(({ code }) => code)).toEqual(error.problems.map(() => "law-broken"));
    return error.problems;
  }
}

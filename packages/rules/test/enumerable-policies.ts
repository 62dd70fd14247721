import { freezeDeeply } from "../src/language/freeze-deeply.js";
import type { Value } from "../src/engine/evaluate.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import { policyProblems } from "../src/language/check-policy.js";
import type { Condition } from "../src/language/condition.js";
import type { Table } from "../src/language/edition.js";
import type { Law } from "../src/language/law.js";
import type { Policy } from "../src/language/policy.js";
import type { Random } from "../src/testing/random.js";
import { smallPolicy } from "./small-policies.js";

/** A policy with so few facts that go together that all of them can be tried. */
export interface EnumerablePolicy {
  readonly policy: Policy;
  readonly domains: ReadonlyMap<string, readonly Value[]>;
}

/**
 * A small policy whose widest facts are given one value until at most so many complete facts are left; some of its
 * tables say that their cases never conflict, and it has laws that may hold or not.
 */
export function enumerablePolicy(random: Random, most: number): EnumerablePolicy {
  const { policy, domains } = smallPolicy(random);
  const left = new Map(domains);
  const pinned: NonNullable<Policy["given"]>[number][] = [];
  while ([...left.values()].reduce((all, { length }) => all * length, 1) > most) {
    const [[path, values] = ["", []]] = [...left].toSorted(([, one], [, two]) => two.length - one.length);
    const value = random.pick(values);
    left.set(path, [value]);
    pinned.push({ id: `pinned-${pinned.length}`, label: "always so", holds: isExactly(policy, path, value) });
  }
  const changed: Policy = {
    ...policy,
    given: [...(policy.given ?? []), ...pinned],
    editions: policy.editions.map((edition) => ({
      ...edition,
      tables: edition.tables.map((table) => (random.chance(0.5) ? unique(table) : table)),
    })) as unknown as Policy["editions"],
  };
  const laws = drawLaws(random, changed).filter(
    (law) => policyProblems({ ...changed, laws: [law] }).length === 0,
  );
  return { policy: freezeDeeply({ ...changed, laws }), domains: left };
}

function isExactly(policy: Policy, path: string, value: Value): Condition {
  if (typeof value !== "object") return { fact: path, operator: "equal", value };
  const declared = declaredFacts(policy.facts).get(path);
  const values = declared?.kind === "set-of" ? declared.values : [];
  return {
    all: values.map((one) => ({
      fact: path,
      operator: value.includes(one) ? ("contains" as const) : ("doesNotContain" as const),
      value: one,
    })) as unknown as readonly [Condition, ...Condition[]],
  };
}

function unique(table: Table): Table {
  return "hitPolicy" in table && table.hitPolicy === "first" ? { ...table, hitPolicy: "unique" } : table;
}

/** A case that never holds, or a fact of which more never means more of a decision: both may be wrong. */
function drawLaws(random: Random, policy: Policy): readonly Law[] {
  const conditions = policy.editions.flatMap(({ tables }) =>
    tables.flatMap((table) => ("cases" in table ? table.cases.flatMap(({ when }) => when ?? []) : [])),
  );
  const about = { label: "a law" };
  const never: readonly Law[] =
    conditions.length < 2
      ? []
      : [
          { ...about, id: "never-one", never: random.pick(conditions) },
          { ...about, id: "never-two", never: { all: [random.pick(conditions), random.pick(conditions)] } },
        ];
  const monotone = ["more", "less"].map((neverMeans) => ({
    ...about,
    id: `monotone-${neverMeans}`,
    monotone: {
      moreOf: random.pick([...declaredFacts(policy.facts).keys()]),
      neverMeans: neverMeans as "more" | "less",
      of: random.pick(Object.keys(policy.decisions)),
    },
  }));
  return [...never, ...monotone];
}

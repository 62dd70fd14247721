import { declaredFacts } from "../language/declared-facts.js";
import type { Policy } from "../language/policy.js";
import { GuichetError, problemAt } from "../language/problem.js";

/**
 * Refuses to compare policies that do not answer the same questions from the same facts. Sets may hold more in one
 * of them.
 *
 * Errors: `policies-not-comparable`, with every fact and decision that stands in the way.
 */
export function refuseIncomparable(before: Policy, after: Policy): void {
  const differing = [
    ...(before.datedBy === after.datedBy ? [] : ["the fact they are dated by"]),
    ...differingNames(factForms(before), factForms(after)).map((path) => `the fact "${path}"`),
    ...differingNames(decisionForms(before), decisionForms(after)).map((name) => `the decision "${name}"`),
  ];
  if (differing.length === 0) return;
  const where = before.id === after.id ? before.id : `${before.id} and ${after.id}`;
  throw new GuichetError(
    "policies-not-comparable",
    differing.map((what) =>
      problemAt(
        "policies-not-comparable",
        where,
        `the two versions differ in ${what}`,
        "compare versions that answer the same questions from the same facts",
      ),
    ),
  );
}

type Forms = ReadonlyMap<string, string>;

function factForms({ facts }: Policy): Forms {
  return new Map(
    [...declaredFacts(facts)].map(([path, declared]) => {
      const values = declared.kind === "one-of" ? declared.values : [];
      const bounds = declared.kind === "integer" ? [declared.min, declared.max] : [];
      return [path, JSON.stringify([declared.kind, values, bounds])];
    }),
  );
}

function decisionForms({ decisions }: Policy): Forms {
  return new Map(
    Object.entries(decisions).flatMap(([name, declared]) => {
      if (declared.internal === true) return [];
      return [[name, declared.kind === "amount" ? `amount ${declared.currency}` : declared.kind]];
    }),
  );
}

function differingNames(before: Forms, after: Forms): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
}

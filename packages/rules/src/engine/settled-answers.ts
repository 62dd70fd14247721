import type { Edition } from "../language/edition.js";
import type { Policy } from "../language/policy.js";
import { referencesIn } from "../language/references.js";
import { splitName } from "../language/word.js";
import type { Answers } from "./answers.js";
import { evaluate, type Value } from "./evaluate.js";
import { segmentOn } from "./timeline.js";

/**
 * The answers where the day is known, and every fact that is looked at on it: those of the specification, had without
 * a diagram. Nothing where one is missing. The facts go together: they were checked.
 */
export function settledAnswers(policy: Policy, facts: ReadonlyMap<string, Value>): Answers | undefined {
  const day = facts.get(policy.datedBy);
  const segment = typeof day === "string" ? segmentOn(policy, day) : undefined;
  if (!segment || !factsRead(policy, segment.edition).every((path) => facts.has(path))) return undefined;
  const { values, rows } = evaluate(policy, segment, (path) => facts.get(path) ?? "none");
  return {
    segments: [segment],
    contradictory: false,
    answer: (decision) => ({ settled: true, value: values[decision] ?? "none" }),
    needs: () => [],
    cases: (decision) => [
      { segment, cases: (rows[decision] ?? []).map((index) => ({ index, certain: true })) },
    ],
    casesBehind: () => [],
  };
}

const read = new WeakMap<Policy, Map<Edition, readonly string[]>>();

/** The facts that an edition looks at, and what is given. */
function factsRead(policy: Policy, edition: Edition): readonly string[] {
  let known = read.get(policy);
  if (!known) read.set(policy, (known = new Map<Edition, readonly string[]>()));
  let paths = known.get(edition);
  if (!paths) known.set(edition, (paths = findFacts(policy, edition)));
  return paths;
}

function findFacts(policy: Policy, { tables }: Edition): readonly string[] {
  const references = referencesIn([tables, policy.given ?? []]);
  const paths = references.flatMap(({ fact, params }) => {
    const [group, name] = splitName(fact);
    if (group === "fact") return [fact];
    return group === "rate" ? (params?.by ?? policy.rates[name]?.by ?? []) : [];
  });
  return [...new Set(paths)];
}

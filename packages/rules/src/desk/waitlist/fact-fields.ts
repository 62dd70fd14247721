import * as z from "zod";
import { factLookup, type DeclaredFact } from "../../engine/fact-lookup.js";
import { readFact } from "../../engine/read-fact.js";
import type { ValueOf } from "../../language/kind.js";
import type { Policy } from "../../language/policy.js";

/** One field per fact of a group. */
export type FactFields<Group> = { readonly [Name in keyof Group]: z.ZodType<ValueOf<Group[Name]>> };

/**
 * The facts of a group as fields of a task's input: each must be there, and is read as the policy reads it, into
 * its one form (texts in NFC, lists in declared order).
 */
export function factFields<P extends Policy, Group extends keyof P["facts"] & string>(
  policy: P,
  group: Group,
): FactFields<P["facts"][Group]> {
  const members = factLookup(policy).byName.get(group);
  const facts = members instanceof Map ? [...members] : [];
  // By name, each of the kind that is declared: what the type says, and TypeScript cannot follow.
  return Object.fromEntries(
    facts.map(([name, fact]: [string, DeclaredFact]) => [name, factField(fact)]),
  ) as unknown as FactFields<P["facts"][Group]>;
}

function factField(fact: DeclaredFact): z.ZodType {
  return z.unknown().transform((raw, context) => {
    const reading = raw === undefined ? missing : readFact(fact, raw);
    if ("value" in reading) return reading.value;
    const { code, what } = reading.wrong;
    // Without the value: zod would repeat it in the issue for whoever asks it to report inputs.
    context.issues.push({
      code: "custom",
      params: { code, what, expected: fact.expected },
      input: undefined,
    });
    return z.NEVER;
  });
}

const missing = { wrong: { code: "wrong-type", what: "missing" } };

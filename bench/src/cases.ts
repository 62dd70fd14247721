import type { Policy } from "../../packages/rules/src/language/policy.js";
import * as shipped from "../../packages/rules/src/policies/index.js";
import { segmentOn } from "../../packages/rules/src/engine/timeline.js";
import { randomFacts } from "../../packages/rules/src/testing/random-facts.js";

/** What is timed: a policy, and how many of its decisions are one operation. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly policy: Policy;
  readonly decisions: number;
}

export const tasks: readonly Task[] = [
  { id: "tele-expertise", title: "tele-expertise", policy: shipped.teleExpertise, decisions: 1 },
  {
    id: "loyalty-discount",
    title: "loyalty-discount over an invoice of five lines",
    policy: shipped.loyaltyDiscount,
    decisions: 5,
  },
  { id: "record-handover", title: "record-handover", policy: shipped.recordHandover, decisions: 1 },
];

export function taskOf(id: string): Task {
  const task = tasks.find((one) => one.id === id);
  if (!task) throw new RangeError(`bench: there is no task "${id}"`);
  return task;
}

/** Complete facts in force, by their seeds, as JSON brings them: one list is one operation. */
export function casesOfTask({ policy, decisions }: Task, count: number): readonly (readonly object[])[] {
  return Array.from({ length: count }, (_, seed) => {
    const own = facts(policy, seed);
    if (decisions === 1) return [own];
    // The lines of one invoice: the same person, another service each.
    return Array.from({ length: decisions }, (_, line) => {
      const { service } = facts(policy, seed * decisions + line) as { readonly service: object };
      return { ...own, service };
    });
  }).map((list) => JSON.parse(JSON.stringify(list)) as readonly object[]);
}

/** The same with every other fact left out; the governing date stays, as a desk knows the day. */
export function halfKnown(
  { policy }: Task,
  operations: readonly (readonly object[])[],
): readonly (readonly object[])[] {
  return operations.map((list, seed) =>
    list.map((nested) => {
      let index = seed;
      const groups = Object.entries(nested as Readonly<Record<string, object>>).map(([group, inner]) => {
        const kept = Object.entries(inner).filter(([name]) => {
          index += 1;
          return index % 2 === 0 || `${group}.${name}` === policy.datedBy;
        });
        return [group, Object.fromEntries(kept)] as const;
      });
      return Object.fromEntries(groups.filter(([, inner]) => Object.keys(inner).length > 0));
    }),
  );
}

function facts(policy: Policy, seed: number): object {
  const drawn = randomFacts(policy, seed) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const [group = "", name = ""] = policy.datedBy.split(".");
  // A day before the first edition has no answer to compare.
  return segmentOn(policy, String(drawn[group]?.[name])) ? drawn : facts(policy, seed + 1_000_000);
}

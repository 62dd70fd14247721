import { factsNeeded } from "../engine/facts-needed.js";
import type { Leaf } from "../engine/leaf.js";
import { leafKey } from "../engine/leaf.js";
import { applyOffset } from "../engine/offset.js";
import { SegmentCompletions } from "../engine/segment-completions.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Finding } from "./finding.js";
import type { Region } from "./region.js";
import type { Space } from "./space.js";
import { witnessOf } from "./witness-of.js";

/** Decisions that are the same for all facts on all days: they tell nobody anything. */
export function constantDecisions(space: Space): readonly Finding[] {
  return Object.keys(space.policy.decisions).flatMap((decision) => {
    const region = onlyAnswer(space, decision);
    if (!region) return [];
    return [
      { code: "decision-constant", at: decision, related: [], witness: witnessOf(space.policy, region) },
    ];
  });
}

/** Some facts of a decision that is the same for all; `undefined` where it is not, or no edition answers it. */
function onlyAnswer({ segments }: Space, decision: string): Region | undefined {
  const first = new Map<number, string>();
  let found: Region | undefined;
  for (const segment of segments) {
    // A set is constant when each of its values is always or never in it.
    for (const [index, root] of segment.roots(decision).entries()) {
      for (const region of segment.regions(root, (leaf) => leafKey(leaf) !== first.get(index))) {
        found ??= region;
        for (const answer of answersIn(region)) {
          const before = first.get(index);
          if (before === undefined) first.set(index, answer);
          else if (before !== answer) return undefined;
        }
      }
    }
  }
  return found;
}

/** The answers at both ends of a region: where these are the same, all between are. */
function answersIn({ leaf, feasibility }: Region): readonly string[] {
  if (leaf.is !== "fact") return [leafKey(leaf)];
  const { low, high } = feasibility.interval(leaf.fact);
  return [low, high].map((at) => leafKey({ is: "point", at: applyOffset(leaf.offset, at) } satisfies Leaf));
}

/**
 * Facts without which every public decision is settled all the same, whatever their values; all of them can be left
 * out together. The governing date is none of them: it says which edition is asked.
 */
export function unusedFacts({ policy, segments }: Space): readonly Finding[] {
  const used = new Set([policy.datedBy]);
  const parts = segments
    .map(
      ({ completions, restricted, built }) =>
        new SegmentCompletions(completions, restricted, built, segments.length),
    )
    .filter((part) => part.isPossible());
  for (const { completions } of segments.slice(0, 1)) {
    for (const [name, { internal }] of Object.entries(policy.decisions)) {
      if (internal === true) continue;
      for (const path of factsNeeded(policy, completions, parts, name)) used.add(path);
    }
  }
  return [...declaredFacts(policy.facts).keys()].flatMap((path) =>
    used.has(path) ? [] : [{ code: "fact-unused", at: path, related: [] } as const],
  );
}

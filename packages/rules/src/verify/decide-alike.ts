import type { IsoDay } from "../calendar/civil-day.js";
import type { Diagram } from "../engine/diagrams.js";
import { leafKey, type Leaf } from "../engine/leaf.js";
import type { Policy } from "../language/policy.js";
import { doDiffer } from "./difference.js";
import { SegmentSpace, spacesOf } from "./space.js";

/**
 * Whether two policies that are dated by the same fact are in force on the same days and give the same answers for all
 * facts on each of them. The same as `diffPolicies(before, after).equivalent`, and quick where they differ much: it
 * stops at the first facts that do.
 */
export function decideAlike(before: Policy, after: Policy): boolean {
  const [one, two] = spacesOf([before, after]);
  if (!one || !two) return true;
  if (one.segments[0]?.segment.from !== two.segments[0]?.segment.from) return false;
  return one.segments.every((left) =>
    two.segments.every((right) => {
      const days = overlapOf(left.segment, right.segment);
      if (!days) return true;
      const restricted = right.completions.restrict({ ...right.segment, ...days });
      const [was, is] = [left, right].map(
        ({ built, completions }) => new SegmentSpace(completions, built, restricted),
      );
      return !was || !is || answerAlike(two.policy, was, is);
    }),
  );
}

interface Days {
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
}

function overlapOf(one: Days, other: Days): Days | undefined {
  const from = [one.from, other.from].reduce((left, right) => ((left ?? "") > (right ?? "") ? left : right));
  const to = [one.to, other.to].reduce((left, right) => ((left ?? "~") < (right ?? "~") ? left : right));
  return from !== null && to !== null && from > to ? undefined : { from, to };
}

function answerAlike(policy: Policy, before: SegmentSpace, after: SegmentSpace): boolean {
  return Object.entries(policy.decisions).every(([decision, { internal }]) => {
    if (internal === true) return true;
    const others = after.roots(decision);
    return before.roots(decision).every((root, index) => areAlike(after, root, others[index] ?? root));
  });
}

function areAlike(space: SegmentSpace, before: Diagram, after: Diagram): boolean {
  if (before === after) return true;
  const { diagrams } = space;
  const pairs = new Map<string, { readonly before: Leaf; readonly after: Leaf }>();
  const paired = diagrams.bindBoth(before, after, (one, two) => {
    if (one.is === "impossible" || two.is === "impossible") return diagrams.impossible;
    if (leafKey(one) === leafKey(two)) return diagrams.false;
    const key = `${leafKey(one)} ${leafKey(two)}`;
    pairs.set(key, { before: one, after: two });
    return diagrams.leaf({ is: "value", value: key });
  });
  for (const region of space.regions(paired, (leaf) => leaf.is === "value" && leaf.value !== false)) {
    const pair = region.leaf.is === "value" ? pairs.get(String(region.leaf.value)) : undefined;
    if (pair && doDiffer(pair, region)) return false;
  }
  return true;
}

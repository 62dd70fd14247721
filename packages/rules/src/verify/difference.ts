import type { Diagram } from "../engine/diagrams.js";
import { leafKey, type Leaf } from "../engine/leaf.js";
import { boxesOf, type BoxOf } from "./box.js";
import type { Region } from "./region.js";
import { isTrue, type SegmentSpace } from "./space.js";

/** One way in which an answer changes, and exactly the facts for which it does. */
export interface Difference {
  readonly before: Leaf;
  readonly after: Leaf;
  readonly boxes: readonly BoxOf[];
  /** The same told among the facts whose answer was `before`: a box without limits is all of those. */
  readonly among: readonly BoxOf[];
  /** Whether the boxes are all of it; else there are more than anybody reads. */
  readonly isComplete: boolean;
}

/** How two diagrams of one space differ: every pair of different leaves some facts lead to. None: they are equal. */
export function differencesOf(space: SegmentSpace, before: Diagram, after: Diagram): readonly Difference[] {
  if (before === after) return [];
  const { diagrams } = space;
  const pairs = new Map<string, { readonly before: Leaf; readonly after: Leaf }>();
  const paired = diagrams.bindBoth(before, after, (one, two) => {
    if (one.is === "impossible" || two.is === "impossible") return diagrams.impossible;
    const key = `${leafKey(one)} ${leafKey(two)}`;
    if (leafKey(one) === leafKey(two)) return diagrams.false;
    pairs.set(key, { before: one, after: two });
    return diagrams.leaf({ is: "value", value: key });
  });
  return [...pairs].flatMap(([key, pair]) => {
    const where = diagrams.bind(paired, (leaf) => {
      if (leaf.is === "impossible") return diagrams.impossible;
      return leaf.is === "value" && leaf.value === key ? diagrams.true : diagrams.false;
    });
    const differing = (boxes: readonly BoxOf[]): readonly BoxOf[] =>
      boxes.filter(({ region }) => doDiffer(pair, region));
    const all = boxesOf(space, where);
    const boxes = differing(all.boxes);
    if (boxes.length === 0) return [];
    const spared = diagrams.bindBoth(before, where, (leaf, changes) => {
      if (leaf.is === "impossible" || changes.is === "impossible") return diagrams.impossible;
      return leafKey(leaf) === leafKey(pair.before) && !isTrue(changes) ? diagrams.true : diagrams.false;
    });
    const told = boxesOf(space, where, spared);
    const isComplete = all.isComplete && told.isComplete;
    return [{ ...pair, boxes, among: differing(told.boxes), isComplete }];
  });
}

/** Whether two leaves stand for different values somewhere in a region: an expression may equal another one there. */
export function doDiffer(
  { before, after }: Pick<Difference, "before" | "after">,
  { feasibility }: Region,
): boolean {
  const [one, two] = [before, after].map((leaf) => (leaf.is === "point" ? leaf.at : leaf));
  if (one === undefined || two === undefined) return true;
  if (!isPlace(one) || !isPlace(two)) return true;
  const [name, other] = [nameOf(before), nameOf(after)];
  return (
    feasibility.assumeLess(one, two, name, other) !== undefined ||
    feasibility.assumeLess(two, one, other, name) !== undefined
  );
}

type Place = number | Extract<Leaf, { readonly is: "fact" }>;

function isPlace(value: Leaf | number): value is Place {
  return typeof value === "number" || value.is === "fact";
}

function nameOf(leaf: Leaf): string {
  return leaf.is === "fact" ? leaf.fact : "";
}

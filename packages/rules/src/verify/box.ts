import type { Diagram } from "../engine/diagrams.js";
import type { Variable } from "../engine/variables.js";
import type { Region } from "./region.js";
import { isTrue, type SegmentSpace } from "./space.js";

/** A class of facts in which every variable may have some of its values, whatever the others have. */
export type Box = ReadonlyMap<number, ReadonlySet<number>>;

/** A box of a condition, and a region of it to take a witness from. */
export interface BoxOf {
  readonly box: Box;
  readonly region: Region;
}

/** Boxes of a condition, and whether they hold all of it. */
export interface Boxes {
  readonly boxes: readonly BoxOf[];
  /** False where there would be more than `mostBoxes`: those that were found first are given. */
  readonly isComplete: boolean;
}

/** Nobody reads more. (A document more that may be missing parts `next step` into two to the power of the others.) */
export const mostBoxes = 64;

/**
 * Boxes that together are exactly the facts for which a condition holds: each as large as it can be, none of them
 * superfluous. Facts that cannot go together may lie in a box; they never occur. `outside` is what no box may hold:
 * less than all other facts where the boxes are told among some facts only.
 */
export function boxesOf(
  space: SegmentSpace,
  condition: Diagram,
  outside = opposite(space, condition),
): Boxes {
  const { diagrams } = space;
  const found: BoxOf[] = [];
  let left = condition;
  for (let region = space.find(left); region !== undefined; region = space.find(left)) {
    if (found.length === mostBoxes) return { boxes: found, isComplete: false };
    const box = grown(space, boxAround(space, region), outside);
    found.push({ box, region });
    left = diagrams.ifElse(diagramOf(space, box), diagrams.false, left);
  }
  const boxes = found.reduce<readonly BoxOf[]>(
    (kept, one) => (isNeeded(space, one, kept, condition) ? kept : kept.filter((other) => other !== one)),
    found,
  );
  return { boxes, isComplete: true };
}

function opposite({ diagrams }: SegmentSpace, condition: Diagram): Diagram {
  return diagrams.bind(condition, (leaf) =>
    leaf.is === "impossible" ? diagrams.impossible : isTrue(leaf) ? diagrams.false : diagrams.true,
  );
}

function boxAround({ completions }: SegmentSpace, { steps }: Region): Box {
  return new Map(
    steps.map(({ variable, first, last }) => [
      completions.variables.find(variable).index,
      new Set(Array.from({ length: last - first + 1 }, (_, step) => first + step)),
    ]),
  );
}

/** The box with every variable freed that need not be tested, and every value added that may be. */
function grown(space: SegmentSpace, start: Box, outside: Diagram): Box {
  const { variables } = space.completions;
  const staysInside = (box: Box): boolean =>
    space.find(space.diagrams.and(diagramOf(space, box), outside)) === undefined;
  let box = start;
  for (const index of [...start.keys()].reverse()) {
    const freed = new Map([...box].filter(([other]) => other !== index));
    if (staysInside(freed)) box = freed;
  }
  for (const [index, values] of box) {
    for (const value of candidates(variables.at(index), values)) {
      const wider = new Map([...box, [index, new Set([...(box.get(index) ?? []), value])]]);
      if (staysInside(wider)) box = wider;
    }
  }
  return box;
}

/** The values to try to add: on a scale the nearest first, so that a stretch stays one. */
function candidates(variable: Variable, values: ReadonlySet<number>): readonly number[] {
  const all = Array.from({ length: variable.size }, (_, value) => value).filter(
    (value) => !values.has(value),
  );
  if (variable.kind !== "cut") return all;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [...all.filter((value) => value < low).reverse(), ...all.filter((value) => value > high)];
}

function diagramOf({ completions, diagrams }: SegmentSpace, box: Box): Diagram {
  return [...box].reduce((all, [index, values]) => {
    const { size } = completions.variables.at(index);
    const kids = Array.from({ length: size }, (_, value) =>
      values.has(value) ? diagrams.true : diagrams.false,
    );
    return diagrams.and(all, diagrams.node(index, kids));
  }, diagrams.true);
}

/** Whether some facts of the condition lie in this box alone. */
function isNeeded(space: SegmentSpace, one: BoxOf, all: readonly BoxOf[], condition: Diagram): boolean {
  const { diagrams } = space;
  const others = all
    .filter((other) => other !== one)
    .reduce((any, { box }) => diagrams.or(any, diagramOf(space, box)), diagrams.false);
  return space.find(diagrams.ifElse(others, diagrams.false, condition)) !== undefined;
}

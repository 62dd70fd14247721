import type { Value } from "../evaluate.js";
import type { Segment } from "../timeline.js";
import type { Frame } from "./plan.js";

/** What a policy answers on facts that say enough, and the cases that made it, by number. */
export interface FastDecision {
  /** The public decisions in declared order; nobody else holds it, or a list in it. */
  readonly outcome: Readonly<Record<string, Value>>;
  /** Read them with `casesOf`. */
  readonly cases: readonly number[];
  readonly segment: Segment;
  /** The facts as they were read. Read them with `factsIn`. */
  readonly facts: Frame;
}

/** Checks facts and puts them in a frame; nothing when something is wrong with them. */
export type ReadFacts = (facts: unknown) => Frame | undefined;

/** Decides a segment; nothing when the facts contradict what is given. */
export type RunSegment = (facts: Frame) => FastDecision | undefined;

import type { Value } from "../evaluate.js";
import type { Frame, Outcome } from "./frame.js";
import type { PolicyData } from "./policy-data.js";
import type { ShowFact } from "./show.js";

/**
 * What the reasons of a segment's decisions depend on: the numbers of the cases, then those of the facts that are keys
 * of rates, then a bit for each public set that is empty.
 */
export type Grounds = Int32Array;

/**
 * Decides a segment: the public decisions in declared order, and their grounds, which are written into a list;
 * nothing when the facts contradict what is given.
 */
export type RunSegment = (facts: Frame, grounds: Grounds) => Outcome | undefined;

/** What the segments of a policy have in common. */
export interface Common {
  readonly policy: string;
  readonly outcome: readonly string[];
  /** How the value of a fact is written out, by path; nothing where it is unknown. */
  readonly shows: ReadonlyMap<string, ShowFact>;
  /** The facts of a frame, by path in declared order. */
  readonly factsIn: (frame: Frame) => ReadonlyMap<string, Value>;
  /** The slot of a fact, by path. */
  readonly slots: ReadonlyMap<string, number>;
  readonly rates: PolicyData["rates"];
  readonly sources: PolicyData["sources"];
}

import { segmentOn } from "../../packages/rules/src/engine/timeline.js";
import type { Policy } from "../../packages/rules/src/language/policy.js";

type Ids = Readonly<Record<string, readonly string[]>>;

/** What a variant answers: decisions, and, where it tells them, the ids of the cases that made each. */
export interface Answer {
  readonly outcome: object;
  readonly cases?: Ids;
  /** The ids as the reasons name them: for a set that came out empty, none. */
  readonly reasons?: Ids;
  /** The reasons themselves. */
  readonly because?: readonly {
    readonly decision: string;
    readonly cases: readonly { readonly id: string }[];
  }[];
}

export type Run = (facts: object) => Answer | undefined | Promise<Answer | undefined>;

/** A way to decide, timed beside the others. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  /** Whether it refuses wrong facts, and so whether its time includes looking at them. */
  readonly checks: boolean;
  readonly gives: "outcome, ids" | "outcome" | "decision, ids" | "decision" | "refusals" | "events";
  /** The decisions it answers, where they are not all of them. None: what it gives is not an answer to compare. */
  readonly answers?: readonly string[];
  /** How many decisions wait together. */
  readonly atOnce?: number;
  /** What its process needs. */
  readonly flags?: readonly string[];
  /** Nothing where this variant is not there. */
  readonly make: (policy: Policy) => Run | undefined | Promise<Run | undefined>;
}

/** The index of the segment that the governing day of facts falls in. */
export function segmentIndex(policy: Policy, facts: object): number {
  const [group = "", name = ""] = policy.datedBy.split(".");
  const day = (facts as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[group]?.[name];
  return segmentOn(policy, String(day))?.index ?? -1;
}

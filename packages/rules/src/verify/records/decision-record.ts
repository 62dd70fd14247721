import type { Weekday } from "../../calendar/civil-day.js";
import type { FactPlus } from "../constraint.js";

/**
 * Where a fact lies, as far as the conditions of its policy can tell: never its value. Facts that are not known, and
 * facts no condition reads, have no region.
 */
export type RecordedRegion =
  /** One of these values, which the policy never tells apart; of a text, the one word it equals. */
  | { readonly fact: string; readonly oneOf: readonly (boolean | string)[] }
  /** A text that is none of these words. */
  | { readonly fact: string; readonly noneOf: readonly string[] }
  | { readonly fact: string; readonly contains: readonly string[]; readonly lacks: readonly string[] }
  /** Both ends included; `null` is unbounded. */
  | { readonly fact: string; readonly from: number | string | null; readonly to: number | string | null }
  /** The first lies before the second, or else on it or after it. */
  | { readonly left: FactPlus; readonly right: FactPlus; readonly isBefore: boolean }
  | { readonly weekdayOf: FactPlus; readonly oneOf: readonly Weekday[] }
  | { readonly texts: readonly [string, string]; readonly same: boolean };

/** An answer of the policy; for days and numbers that are a fact's, that fact and what is added to it. */
export type RecordedAnswer = boolean | number | string | readonly string[] | FactPlus;

/** What is kept of a decision: these fields and no others, as plain JSON. */
export interface DecisionRecord {
  readonly format: "guichet-record/1";
  /** The moment of the decision, to the second, in UTC. */
  readonly at: string;
  /** The pseudonym of the person: `hmac-sha256:` and 64 hexadecimal digits. */
  readonly subject: string;
  readonly policy: string;
  readonly amendments: readonly string[];
  /** `null` before the first edition, where nothing decides. */
  readonly fingerprint: string | null;
  /** `null` where the policy marks it personal or health: then it has a region like every other fact. */
  readonly governingDate: string | null;
  readonly regions: readonly RecordedRegion[];
  readonly status: "decided" | "open" | "not-in-force";
  /** The settled decisions. */
  readonly outcome: Readonly<Record<string, RecordedAnswer>>;
  /** The decisions that were still open: their names, and nothing of what they could be. */
  readonly open: readonly string[];
  /** The cases that made each settled decision. */
  readonly cases: Readonly<Record<string, readonly string[]>>;
}

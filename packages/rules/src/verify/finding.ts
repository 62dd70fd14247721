import type { AcceptableFinding } from "../language/accepted.js";
import type { Witness } from "./witness-of.js";

/** What can be wrong with a policy that loads; stable, so that people may filter and accept by it. */
export type FindingCode =
  | AcceptableFinding
  /** Two cases hold together with different results, in a table that says none do. */
  | "cases-conflict"
  /** Facts break a law. */
  | "law-broken"
  /** The policy accepts a finding that does not occur. */
  | "accepted-not-found";

/** Something about a policy that somebody should look at. Plain data; `findingInWords` says it to people. */
export interface Finding {
  readonly code: FindingCode;
  /**
   * What it is about, as `accepts` names it: the id of a case, law or source, the name of a decision, the path of a
   * fact. An internal expression without an id goes by the name of its decision.
   */
  readonly at: string;
  /** The table, of a finding about a case: its edition by the first day, and what it decides. */
  readonly place?: { readonly edition: string; readonly decides: readonly string[] };
  /** The days it was found on, inclusive; `null` is unbounded. */
  readonly days?: { readonly from: string | null; readonly to: string | null };
  /** What else takes part: the other case, the cases that hide it, the values no example has. */
  readonly related: readonly string[];
  /** Complete facts that show it: `decide` accepts them. None where it says that something never happens. */
  readonly witness?: Witness;
  /** For a broken monotone law: the same facts with more of the one it speaks of. */
  readonly after?: Witness;
}

import type { RowChange } from "./history-database.js";

/** A promise about everything that is seen in a history. It says what is wrong, or nothing. */
export interface Invariant<Seen, Event = unknown> {
  readonly id: string;
  readonly promise: string;
  /** After a commit, for each row it wrote, and the process that did. */
  readonly afterRow?: (change: RowChange, seen: Seen, by: string) => string | undefined;
  /** After a commit, once for all of it. */
  readonly afterCommit?: (changes: readonly RowChange[], seen: Seen) => string | undefined;
  /** After something happened on the platform. */
  readonly afterEvent?: (event: Event, seen: Seen) => string | undefined;
  /** Once nothing goes wrong any more and everything has come to rest. */
  readonly atRest?: (seen: Seen) => string | undefined;
}

/** A promise that was broken. */
export class InvariantBroken extends Error {
  readonly invariant: string;

  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`);
    this.name = "InvariantBroken";
    this.invariant = invariant;
  }
}

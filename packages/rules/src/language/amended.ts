/** A stretch of days, both ends included; without `to` it has no end. */
export interface Period {
  readonly from: string;
  readonly to?: string;
}

/** A clinic's amendment that a policy carries: its cases and rates stand among the policy's own. */
export interface Amended {
  /** Also the id of the document among the policy's sources. */
  readonly id: string;
  /** What it changes, in the policy's first language. */
  readonly title: string;
  /** The days on which something of it holds. None: it only adds elements to sets. */
  readonly holds: readonly Period[];
}

import type { WaitingEntry } from "./match-open-slots.js";

/** What somebody waits for, and who: sealed in the store, and erased once nothing can come of it any more. */
export type WaitlistWish = Pick<
  WaitingEntry,
  | "service"
  | "specialty"
  | "practitioner"
  | "from"
  | "to"
  | "weekdays"
  | "earliestTime"
  | "latestTime"
  | "durationMinutes"
> & {
  /** What the patient is called on the platform. No name, no telephone number. */
  readonly patient: string;
};

/** How an entry stands: what a step needs, and nothing of its wish. */
export interface EntryStanding extends Pick<WaitingEntry, "id" | "state" | "slot" | "refusedSlots"> {
  /** Grows with every step: whoever read an older one is refused. */
  readonly version: number;
}

/** An entry as it stands in the store. */
export interface StoredEntry extends WaitingEntry, WaitlistWish, EntryStanding {}

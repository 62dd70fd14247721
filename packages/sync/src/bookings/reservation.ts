/** A stretch of a practitioner's time, from an instant up to another, which is not part of it. */
export interface Slot {
  readonly practitioner: string;
  /** An instant with its offset, `2026-11-21T09:30:00+01:00`. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A slot that is held for somebody. */
export interface Reservation extends Slot {
  readonly id: string;
  /** What the caller knows it by: one reservation for each. */
  readonly reference: string;
  readonly state: "active" | "released";
  /** Grows with every change. */
  readonly version: number;
}

/** What asking for a slot came to. */
export type Reserved =
  | { readonly outcome: "reserved"; readonly reservation: Reservation }
  /** Somebody else has the slot, or part of it. */
  | { readonly outcome: "conflict" };

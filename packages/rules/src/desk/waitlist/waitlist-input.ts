import type { FactsOf } from "../../language/policy.js";
import type { WaitlistOffer } from "../../policies/waitlist-offer/policy.js";

type Facts = FactsOf<WaitlistOffer>;

// The facts come with their comments: what they mean is said once, in the policy.
type EntryFacts = Required<NonNullable<Facts["entry"]>>;
type SlotFacts = Required<NonNullable<Facts["slot"]>>;

/** Where an entry stands, and what it stands for. */
export interface EntryStanding {
  /** Where the entry stands. Only one that is waiting is offered a slot. */
  readonly state: EntryFacts["state"];
  /** The slot that is proposed to the person, or was booked; there is none in any other state. */
  readonly slot?: string | undefined;
  /** The slots the person turned down: they are not proposed to them again. */
  readonly refusedSlots?: readonly string[] | undefined;
}

/** Somebody's wish for a visit, as it stands on the waitlist. */
export interface WaitlistEntry extends EntryFacts, EntryStanding {
  /** Names the entry, not the person. */
  readonly id: string;
  /** Whose turn it is: a whole number, higher first. */
  readonly priority: number;
  /** When the entry was made, a moment with its offset: at equal priority, earlier first. */
  readonly madeAt: string;
  readonly state: EntryFacts["state"];
}

/** A slot of the schedule. Slots stand for themselves: two that overlap are two slots. */
export interface WaitlistSlot extends SlotFacts {
  readonly id: string;
}

/** A waitlist, and the slots that may be proposed from it. */
export interface MatchWaitlistInput {
  /** The moment of the offer, with its offset. */
  readonly at: string;
  /** The clinic's zone, of the tz database: the days and times of the slots are those of its clocks. */
  readonly zone: string;
  /** In any order, and in any state. */
  readonly entries: readonly WaitlistEntry[];
  /** In any order, free or not. */
  readonly slots: readonly WaitlistSlot[];
}

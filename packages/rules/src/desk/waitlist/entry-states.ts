import type { RemarkId } from "../../language/locale.js";
import { waitlistOffer, type WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import type { EntryStanding } from "./waitlist-input.js";

export type EntryState = EntryStanding["state"];

/** The states of an entry, as the policy lists them. */
export const entryStates: readonly EntryState[] = waitlistOffer.facts.entry.state.values;

/** Who records what happened: the program, somebody of the contact centre, or the patient without a call. */
export const entryActors = ["system", "contact-centre", "patient"] as const;

export type EntryActor = (typeof entryActors)[number];

/** What can happen to an entry. The first three are about a slot, and name it. */
export const entryEvents = [
  "propose",
  "agree",
  "refuse-slot",
  "not-reached",
  "decline",
  "withdraw",
  "expire",
] as const;

export type EntryEvent = (typeof entryEvents)[number];

/** The events that name the slot they are about. */
export const slotEvents = ["propose", "agree", "refuse-slot"] as const satisfies readonly EntryEvent[];

export type SlotEvent = (typeof slotEvents)[number];

/** One step an entry can take. */
export interface EntryTransition {
  readonly from: EntryState;
  readonly event: EntryEvent;
  readonly to: EntryState;
  /** Who may record it. */
  readonly by: readonly EntryActor[];
  /** The remark of the policy it follows from. */
  readonly cites: RemarkId<WaitlistOffer>;
}

const caller = ["contact-centre"] as const;

/**
 * Every step an entry can take. What is not listed is impossible: only a proposed slot is ever booked, on what the
 * patient told the contact centre, and who has left the list comes back with a new entry.
 */
export const entryTransitions: readonly EntryTransition[] = [
  { from: "waiting", event: "propose", to: "proposed", by: ["system", "contact-centre"], cites: "WL-3" },
  { from: "proposed", event: "agree", to: "booked", by: caller, cites: "WL-2-call" },
  { from: "proposed", event: "refuse-slot", to: "waiting", by: caller, cites: "WL-3-after-call" },
  { from: "proposed", event: "not-reached", to: "waiting", by: caller, cites: "WL-3-after-call" },
  { from: "proposed", event: "decline", to: "declined", by: caller, cites: "WL-3-after-call" },
  // The source is silent on how an entry ends otherwise: that it can is ours, as the order of the list is.
  { from: "waiting", event: "withdraw", to: "withdrawn", by: ["contact-centre", "patient"], cites: "WL-3" },
  { from: "proposed", event: "withdraw", to: "withdrawn", by: ["contact-centre", "patient"], cites: "WL-3" },
  { from: "waiting", event: "expire", to: "expired", by: ["system"], cites: "WL-3" },
  { from: "proposed", event: "expire", to: "expired", by: ["system"], cites: "WL-3" },
];

/**
 * The steps an entry in this state can take next, or those that one actor may record: the buttons of a screen.
 * None when it has left the list.
 *
 * @example
 * possibleTransitions("proposed", "patient").map(({ event }) => event); // ["withdraw"]
 */
export function possibleTransitions(state: EntryState, by?: EntryActor): readonly EntryTransition[] {
  return entryTransitions.filter(
    (transition) => transition.from === state && (by === undefined || transition.by.includes(by)),
  );
}

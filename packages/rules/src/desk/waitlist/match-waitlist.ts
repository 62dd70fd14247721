import * as z from "zod";
import type { Policy } from "../../language/policy.js";
import type { WaitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { assignSlots } from "./assign-slots.js";
import { reasonCounter } from "./count-reasons.js";
import { readWaitlist, waitlistFields } from "./read-waitlist.js";
import { unmatchedEntry, type UnmatchedEntry } from "./unmatched-entry.js";
import type { MatchWaitlistInput } from "./waitlist-input.js";
import { policyIn, type WaitlistOptions } from "./waitlist-policy.js";

/** A slot for the contact centre to propose to an entry. Nothing is booked before the person agrees. */
export interface SlotProposal {
  /** The id of the entry. */
  readonly entry: string;
  /** The id of the slot. */
  readonly slot: string;
}

/** What `matchWaitlist` answers: each entry is in one of the two lists. */
export interface WaitlistMatch<P extends Policy = WaitlistOffer> {
  /** In the order of the entries: whom to call first comes first. */
  readonly proposals: readonly SlotProposal[];
  /** In the order of the entries. */
  readonly unmatched: readonly UnmatchedEntry<P>[];
}

const shape: z.ZodType<MatchWaitlistInput> = z.strictObject(waitlistFields);

/**
 * Proposes free slots to the entries of a waitlist: by priority, then by the moment they were made, then by their
 * ids, each entry takes the earliest slot (day, time, id) that suits it and is not taken (norm WL-3). The policy
 * `waitlist-offer` decides what suits. The order in which the lists are given does not matter.
 *
 * A slot in the past and an entry that is not waiting are no errors: the policy has reasons against them. A slot
 * that stands proposed to an entry of the list is proposed to no other, even where the schedule shows it as free.
 *
 * Errors: `input-refused`, with everything that is wrong and where.
 *
 * @example
 * const wish = { specialty: "dermatology", practitioner: "any", durationMinutes: 30 } as const;
 * const hours = { earliestTime: "09:00", latestTime: "12:00" } as const;
 * const days = { from: "2026-03-02", to: "2026-03-13", weekdays: ["wednesday"] } as const;
 * const standing = { id: "entry-1", state: "waiting", priority: 0, madeAt: "2026-02-20T09:00+03:00" } as const;
 * const { proposals } = matchWaitlist({
 *   at: "2026-03-02T10:00+03:00",
 *   zone: "Europe/Moscow",
 *   entries: [{ ...standing, ...wish, ...days, ...hours }],
 *   slots: [{ ...wish, id: "slot-1", practitioner: "practitioner-1", day: "2026-03-04", time: "09:30", free: true }],
 * });
 * proposals; // [{ entry: "entry-1", slot: "slot-1" }]
 */
export function matchWaitlist<P extends Policy = WaitlistOffer>(
  input: MatchWaitlistInput,
  options: WaitlistOptions<P> = {},
): WaitlistMatch<P> {
  const { waitlist } = readWaitlist("matchWaitlist", shape, input, policyIn(options));
  const { entries, slots, turns } = waitlist;
  const assignment = assignSlots(waitlist);
  const countReasons = reasonCounter(waitlist, assignment);
  const proposals: SlotProposal[] = [];
  const unmatched: UnmatchedEntry<P>[] = [];
  for (const entry of turns) {
    const slot = assignment.slotOf(entry);
    if (slot === undefined) unmatched.push(unmatchedEntry(waitlist, entry, countReasons));
    else proposals.push({ entry: entries.ids[entry] ?? "", slot: slots.ids[slot] ?? "" });
  }
  return { proposals, unmatched };
}

import type { Slot } from "@guichet/rules/desk";
import { isUuid } from "../store/is-uuid.js";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import { endProposal, type ProposalEnd } from "./end-proposal.js";
import { moveStoredEntry, type EntryStep } from "./move-stored-entry.js";
import { holdEntry } from "./read-entries.js";
import type { StoredEntry } from "./waitlist-entry.js";

/** What the contact centre heard: the person takes the slot, does not want this one, leaves the list, or nobody answered. */
export type CallOutcome = "agreed" | "refuses-slot" | "declined" | "not-reached";

/** What recording a call came to. */
export type CallRecorded =
  | {
      readonly outcome: "recorded";
      /** As it stood before the call. */
      readonly entry: StoredEntry;
      readonly slot: Slot;
      /** The id of the decision the proposal rested on. */
      readonly decision: string;
    }
  /** The very same was recorded before: nothing has changed by saying it again. */
  | { readonly outcome: "recorded-before"; readonly slot: Slot }
  /** The proposal has ended otherwise, by its deadline or another answer. Whatever was said now, nothing is booked. */
  | { readonly outcome: "too-late" };

/**
 * Records a call, once. Who agreed keeps the slot: the reservation goes on by the id of the proposal, and the caller
 * records the intent to book in this same transaction. In every other case the slot is free again at once.
 */
export async function recordCall(
  transaction: TenantTransaction,
  call: { readonly proposal: string; readonly outcome: CallOutcome },
): Promise<CallRecorded> {
  const proposal = await readProposal(transaction, call.proposal);
  if (!proposal) return { outcome: "too-late" };
  // Invariant: the entry is ours until the end of the transaction, so nobody is faster.
  const entry = await holdEntry(transaction, proposal.entry);
  const { end, step } = meanings[call.outcome](proposal.slot);
  if (entry?.state === "proposed" && entry.slot === proposal.slot) {
    const ended = await endProposal(transaction, call.proposal, end, sql`expires_at > guichet.clock()`);
    if (ended) {
      await moveStoredEntry(transaction, entry, step);
      return { outcome: "recorded", entry, slot: ended.slot, decision: ended.decision };
    }
  }
  const now = await readProposal(transaction, call.proposal);
  return now?.state === end ? { outcome: "recorded-before", slot: now.details } : { outcome: "too-late" };
}

interface ProposalRow {
  readonly entry: string;
  readonly slot: string;
  readonly details: Slot;
  readonly state: string;
}

async function readProposal(
  { tenant, query }: TenantTransaction,
  id: string,
): Promise<ProposalRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await query<ProposalRow>(sql`
    select entry::text, slot, details, state from guichet.waitlist_proposals
    where tenant = ${tenant} and id = ${id}`);
  return row;
}

interface Meaning {
  readonly end: ProposalEnd;
  readonly step: EntryStep;
}

const by = "contact-centre";

const meanings: Readonly<Record<CallOutcome, (slot: string) => Meaning>> = {
  agreed: (slot) => ({ end: "agreed", step: { by, event: "agree", slot } }),
  "refuses-slot": (slot) => ({ end: "refused", step: { by, event: "refuse-slot", slot } }),
  declined: () => ({ end: "declined", step: { by, event: "decline" } }),
  "not-reached": () => ({ end: "not-reached", step: { by, event: "not-reached" } }),
};

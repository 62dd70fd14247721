import type { Slot } from "@guichet/rules/desk";
import { release } from "../bookings/reserve.js";
import { sql, type Sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";

/**
 * How a proposal ended. `refused`: the person turned the slot down. `declined`, `withdrawn`: they left the list.
 * `lapsed`: nobody was reached in time. `taken-back`: the slot was not ours to give any more.
 */
export type ProposalEnd =
  "agreed" | "refused" | "declined" | "not-reached" | "lapsed" | "withdrawn" | "taken-back";

/** A proposal that has ended. */
export interface EndedProposal {
  readonly proposal: string;
  readonly entry: string;
  readonly slot: Slot;
  /** The id of the decision it rested on. */
  readonly decision: string;
}

/**
 * Ends a proposal, if it is live and `when` holds. The slot stays held only for who agreed: then the reservation goes on
 * by the id of the proposal. Nothing when somebody was faster, or it was too late.
 */
export async function endProposal(
  transaction: TenantTransaction,
  proposal: string,
  end: ProposalEnd,
  when: Sql = sql`true`,
): Promise<EndedProposal | undefined> {
  const [ended] = await transaction.query<EndedProposal>(sql`
    update guichet.waitlist_proposals
    set state = ${end}, ended_at = guichet.clock()
    where tenant = ${transaction.tenant} and id = ${proposal} and state = 'live' and ${when}
    returning id::text as proposal, entry::text, details as slot, decision::text`);
  if (ended && end !== "agreed") await release(transaction, proposal);
  return ended;
}

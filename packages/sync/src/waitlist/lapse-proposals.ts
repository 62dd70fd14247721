import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import { endProposal, type EndedProposal, type ProposalEnd } from "./end-proposal.js";
import { moveStoredEntry } from "./move-stored-entry.js";
import { holdStanding } from "./read-entries.js";

/**
 * Ends the proposals whose time is up by the clock of the database: their slots are free again, and their entries wait
 * again. That nobody was reached in time is what the contact centre said by taking the deadline.
 */
export async function lapseProposals(transaction: TenantTransaction): Promise<readonly EndedProposal[]> {
  const due = await transaction.query<LiveProposal>(sql`
    select id::text as proposal, entry::text from guichet.waitlist_proposals
    where tenant = ${transaction.tenant} and state = 'live' and expires_at <= (select guichet.clock())
    order by entry`);
  return endUnanswered(transaction, due, "lapsed");
}

/**
 * Ends the proposals of slots that overlap a time somebody else has: an appointment made on the platform comes first.
 * Times are instants with their offsets; the end is not part of it.
 */
export async function takeBackProposals(
  transaction: TenantTransaction,
  taken: { readonly practitioner: string; readonly startsAt: string; readonly endsAt: string },
): Promise<readonly EndedProposal[]> {
  const { practitioner, startsAt, endsAt } = taken;
  const overlapping = await transaction.query<LiveProposal>(sql`
    select proposals.id::text as proposal, proposals.entry::text
    from guichet.waitlist_proposals proposals
    join guichet.bookings on bookings.tenant = proposals.tenant and bookings.reference = proposals.id::text
    where proposals.tenant = ${transaction.tenant} and proposals.state = 'live' and bookings.state = 'active'
      and bookings.practitioner = ${practitioner}
      and bookings.during && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz)
    order by entry`);
  return endUnanswered(transaction, overlapping, "taken-back");
}

interface LiveProposal {
  readonly proposal: string;
  readonly entry: string;
}

async function endUnanswered(
  transaction: TenantTransaction,
  proposals: readonly LiveProposal[],
  end: ProposalEnd,
): Promise<readonly EndedProposal[]> {
  const ended: EndedProposal[] = [];
  for (const { proposal, entry: id } of proposals) {
    const entry = await holdStanding(transaction, id);
    const one = await endProposal(transaction, proposal, end);
    if (!entry || !one) continue;
    await moveStoredEntry(transaction, entry, { event: "not-reached", by: "contact-centre" });
    ended.push(one);
  }
  return ended;
}

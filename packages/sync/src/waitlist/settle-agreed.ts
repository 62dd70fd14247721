import { referenceAfter } from "../reference-after.js";
import { gathered } from "../store/gathered.js";
import { isUuid } from "../store/is-uuid.js";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import { insertEntry } from "./add-entry.js";
import { holdEntry } from "./read-entries.js";
import type { StoredEntry, WaitlistWish } from "./waitlist-entry.js";

/**
 * What becomes of an entry once the platform has said whether the agreed slot is booked. When it is, nothing of the wish
 * is kept. When somebody else has it, the person waits again in the same turn, by a new entry that is not offered that
 * slot; its id is the answer. It follows from that of the entry (`referenceAfter`), as whatever is asked for next does.
 */
export async function settleAgreed(
  transaction: TenantTransaction,
  { proposal, isBooked }: { readonly proposal: string; readonly isBooked: boolean },
): Promise<string | undefined> {
  const { tenant, query } = transaction;
  if (!isUuid(proposal)) return undefined;
  const agreed = await readAgreed(transaction, proposal);
  const entry = agreed && (await holdEntry(transaction, agreed.entry));
  if (!entry) return undefined;
  await query(sql`
    update guichet.waitlist_entries set wish = null, wish_key = null, version = version + 1
    where tenant = ${tenant} and id = ${entry.id}`);
  if (isBooked) return undefined;
  const { refusedSlots = [], slot, priority, madeAt } = entry;
  const added = await insertEntry(transaction, {
    id: referenceAfter(entry.id),
    wish: wishOf(entry),
    priority,
    madeAt,
    decision: agreed.decision,
    refusedSlots: slot === undefined ? refusedSlots : [...refusedSlots, slot],
  });
  return added.outcome === "ended" ? undefined : added.entry;
}

interface Agreed {
  readonly proposal: string;
  readonly entry: string;
  readonly decision: string | null;
}

const readAgreed = gathered<string, Agreed | undefined>(async ({ tenant, query }, proposals) => {
  const agreed = await query<Agreed>(sql`
    select proposals.id::text as proposal, proposals.entry::text, entries.decision::text
    from guichet.waitlist_proposals proposals
    join guichet.waitlist_entries entries on entries.tenant = proposals.tenant and entries.id = proposals.entry
    where proposals.tenant = ${tenant} and proposals.id = any (${proposals}::uuid[]) and proposals.state = 'agreed'`);
  const byId = new Map(agreed.map((one) => [one.proposal, one]));
  return proposals.map((proposal) => byId.get(proposal));
});

function wishOf({
  patient,
  service,
  specialty,
  practitioner,
  from,
  to,
  ...hours
}: StoredEntry): WaitlistWish {
  const { weekdays, earliestTime, latestTime, durationMinutes } = hours;
  return {
    patient,
    service,
    specialty,
    practitioner,
    from,
    to,
    weekdays,
    earliestTime,
    latestTime,
    durationMinutes,
  };
}

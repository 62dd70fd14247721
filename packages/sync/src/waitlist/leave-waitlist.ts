import type { EntryActor } from "@guichet/rules/desk";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import { endProposal } from "./end-proposal.js";
import { moveStoredEntry } from "./move-stored-entry.js";
import { holdStanding } from "./read-entries.js";

/**
 * Takes somebody off the list who does not want to wait any more, with the proposal they have. The answer is false when
 * the entry had left it already.
 *
 * Errors: `move-refused`.
 */
export async function withdrawEntry(
  transaction: TenantTransaction,
  { entry: id, by }: { readonly entry: string; readonly by: EntryActor },
): Promise<boolean> {
  const entry = await holdStanding(transaction, id);
  if (!entry || entry.state === "booked") return false;
  await moveStoredEntry(transaction, entry, { event: "withdraw", by });
  const [live] = await transaction.query<{ id: string }>(sql`
    select id::text from guichet.waitlist_proposals
    where tenant = ${transaction.tenant} and entry = ${id} and state = 'live'`);
  if (live) await endProposal(transaction, live.id, "withdrawn");
  return true;
}

/**
 * Takes those off the list whose last day is over on the clinic's calendar, by the clock of the database; the ids of
 * their entries. Who has a proposal stays until it has ended.
 */
export async function expireEntries(
  transaction: TenantTransaction,
  zone: string,
): Promise<readonly string[]> {
  const due = await transaction.query<{ id: string }>(sql`
    select id::text from guichet.waitlist_entries
    where tenant = ${transaction.tenant} and state = 'waiting'
      and last_on < ((select guichet.clock()) at time zone ${zone})::date
    order by id`);
  const expired: string[] = [];
  for (const { id } of due) {
    const entry = await holdStanding(transaction, id);
    if (entry?.state !== "waiting") continue;
    await moveStoredEntry(transaction, entry, { event: "expire", by: "system" });
    expired.push(id);
  }
  return expired;
}

import type { Slot } from "@guichet/rules/desk";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import { wishIn } from "./read-entries.js";

/** Somebody to call about a slot that is held for them until a moment. */
export interface CallTask {
  /** The id of the proposal: an answer names it. */
  readonly proposal: string;
  readonly entry: string;
  /** What the patient is called on the platform. */
  readonly patient: string;
  readonly slot: Slot;
  /** By the clock of the database: from then on nobody can agree any more. */
  readonly expiresAt: string;
}

/**
 * Whom the contact centre is to call, whose turn is first comes first. Who it is that has a proposal and whose wish does not
 * open, nobody can say: `checkWishes` tells such entries.
 */
export async function callTasks(transaction: TenantTransaction): Promise<readonly CallTask[]> {
  const { tenant, query } = transaction;
  const rows = await query<
    Omit<CallTask, "patient"> & { readonly wish: Uint8Array; readonly wishKey: string }
  >(sql`
    select proposals.id::text as proposal, entries.id::text as entry, proposals.details as slot,
           proposals.expires_at as "expiresAt", entries.wish, entries.wish_key as "wishKey"
    from guichet.waitlist_proposals proposals
    join guichet.waitlist_entries entries on entries.tenant = proposals.tenant and entries.id = proposals.entry
    where proposals.tenant = ${tenant} and proposals.state = 'live' and proposals.expires_at > guichet.clock()
    order by entries.priority desc, entries.made_at, entries.id`);
  return rows.flatMap(({ wish, wishKey, ...task }) => {
    const opened = wishIn(transaction, task.entry, { keyId: wishKey, bytes: wish });
    return opened === undefined ? [] : [{ ...task, patient: opened.patient }];
  });
}

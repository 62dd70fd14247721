import type { EntryState } from "@guichet/rules/desk";
import type { Sealed } from "../store/sealing/sealer.js";
import { toMillisecond } from "../store/database-time.js";
import { sql, type Sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import type { StoredEntry, WaitlistWish } from "./waitlist-entry.js";

/** One entry, for this transaction alone; nothing when there is none, or nothing can come of it any more. */
export async function holdEntry(
  transaction: TenantTransaction,
  id: string,
): Promise<StoredEntry | undefined> {
  const [entry] = await readEntries(transaction, sql`entries.id = ${id} for update of entries`);
  return entry;
}

/** Every entry that waits for a slot. */
export function waitingEntries(transaction: TenantTransaction): Promise<readonly StoredEntry[]> {
  return readEntries(transaction, sql`entries.state = 'waiting' order by entries.id`);
}

/** What somebody waits for. Errors: `key-unknown`, `seal-broken`. */
export function openWish({ tenant, sealer }: TenantTransaction, entry: string, sealed: Sealed): WaitlistWish {
  // Only `insertEntry` seals one.
  return JSON.parse(sealer.open(sealed, wishPlace(tenant, entry))) as WaitlistWish;
}

/** Where the wish of an entry is kept: it opens nowhere else. */
export function wishPlace(tenant: string, id: string): string {
  return JSON.stringify(["waitlist-entry", tenant, id]);
}

interface EntryRow {
  readonly id: string;
  readonly state: EntryState;
  readonly slot: string | null;
  readonly refusedSlots: readonly string[];
  readonly passedSlots: readonly string[];
  readonly priority: number;
  readonly madeAt: string;
  readonly version: number;
  readonly wish: Uint8Array;
  readonly wishKey: string;
}

async function readEntries(transaction: TenantTransaction, which: Sql): Promise<readonly StoredEntry[]> {
  const rows = await transaction.query<EntryRow>(sql`
    select entries.id::text, entries.state, entries.slot, entries.refused_slots as "refusedSlots",
           array(select proposals.slot from guichet.waitlist_proposals proposals
                 where proposals.tenant = entries.tenant and proposals.entry = entries.id
                   and proposals.state in ('not-reached', 'lapsed')) as "passedSlots",
           entries.priority, entries.made_at as "madeAt", entries.version, entries.wish, entries.wish_key as "wishKey"
    from guichet.waitlist_entries entries
    where entries.tenant = ${transaction.tenant} and entries.wish is not null and ${which}`);
  return rows.map(({ wish, wishKey, slot, madeAt, ...standing }) => ({
    ...openWish(transaction, standing.id, { keyId: wishKey, bytes: wish }),
    ...standing,
    madeAt: toMillisecond(madeAt),
    ...(slot === null ? {} : { slot }),
  }));
}

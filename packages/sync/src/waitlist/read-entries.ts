import { GuichetError } from "@guichet/rules";
import type { EntryState } from "@guichet/rules/desk";
import type { Sealed } from "../store/sealing/sealer.js";
import { toMillisecond } from "../store/database-time.js";
import { sql, type Sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import type { EntryStanding, StoredEntry, WaitlistWish } from "./waitlist-entry.js";

/**
 * One entry, for this transaction alone; nothing when there is none, or nothing can come of it any more.
 *
 * Errors: `key-unknown`, `seal-broken`.
 */
export async function holdEntry(
  transaction: TenantTransaction,
  id: string,
): Promise<StoredEntry | undefined> {
  const row = await holdRow(transaction, id);
  return row && { ...openWish(transaction, id, sealedIn(row)), ...entryOf(row) };
}

/** How one entry stands, as `holdEntry` gives it: also where its wish does not open. */
export async function holdStanding(
  transaction: TenantTransaction,
  id: string,
): Promise<EntryStanding | undefined> {
  const row = await holdRow(transaction, id);
  return row && entryOf(row);
}

/** Every entry that waits for a slot, but those whose wish does not open: `checkWishes` tells them. */
export async function waitingEntries(transaction: TenantTransaction): Promise<readonly StoredEntry[]> {
  const rows = await readRows(transaction, sql`entries.state = 'waiting' order by entries.id`);
  return rows.flatMap((row) => {
    const wish = wishIn(transaction, row.id, sealedIn(row));
    return wish === undefined ? [] : [{ ...wish, ...entryOf(row) }];
  });
}

/** What somebody waits for. Errors: `key-unknown`, `seal-broken`. */
export function openWish({ tenant, sealer }: TenantTransaction, entry: string, sealed: Sealed): WaitlistWish {
  // Only `insertEntry` seals one.
  return JSON.parse(sealer.open(sealed, wishPlace(tenant, entry))) as WaitlistWish;
}

/** What somebody waits for; nothing where it does not open. */
export function wishIn(
  transaction: TenantTransaction,
  entry: string,
  sealed: Sealed,
): WaitlistWish | undefined {
  try {
    return openWish(transaction, entry, sealed);
  } catch (error) {
    if (GuichetError.isInstance(error)) return undefined;
    throw error;
  }
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

async function holdRow(transaction: TenantTransaction, id: string): Promise<EntryRow | undefined> {
  const [row] = await readRows(transaction, sql`entries.id = ${id} for update of entries`);
  return row;
}

function readRows(transaction: TenantTransaction, which: Sql): Promise<readonly EntryRow[]> {
  return transaction.query<EntryRow>(sql`
    select entries.id::text, entries.state, entries.slot, entries.refused_slots as "refusedSlots",
           array(select proposals.slot from guichet.waitlist_proposals proposals
                 where proposals.tenant = entries.tenant and proposals.entry = entries.id
                   and proposals.state in ('not-reached', 'lapsed')) as "passedSlots",
           entries.priority, entries.made_at as "madeAt", entries.version, entries.wish, entries.wish_key as "wishKey"
    from guichet.waitlist_entries entries
    where entries.tenant = ${transaction.tenant} and entries.wish is not null and ${which}`);
}

function sealedIn({ wish, wishKey }: EntryRow): Sealed {
  return { keyId: wishKey, bytes: wish };
}

function entryOf({
  wish: _wish,
  wishKey: _wishKey,
  slot,
  madeAt,
  ...standing
}: EntryRow): Omit<StoredEntry, keyof WaitlistWish> {
  return { ...standing, madeAt: toMillisecond(madeAt), ...(slot === null ? {} : { slot }) };
}

import { canonicalJson } from "@guichet/rules";
import { matchWaitlist } from "@guichet/rules/desk";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import { wishPlace } from "./read-entries.js";
import type { WaitlistWish } from "./waitlist-entry.js";

/** Somebody who would like to be called when a slot is free. */
export interface NewEntry {
  /** A UUID, the caller's: adding it again changes nothing. */
  readonly id: string;
  readonly wish: WaitlistWish;
  /** Whose turn it is: a whole number, higher first. */
  readonly priority: number;
  /** The id of the decision it follows from (`recordDecision`); `null` where no policy decided. */
  readonly decision: string | null;
}

/** What adding an entry came to. */
export type Added =
  | { readonly outcome: "added"; readonly entry: string }
  /** The patient waits for this service already, by this entry. */
  | { readonly outcome: "already-waiting"; readonly entry: string };

/**
 * Puts an entry on the waitlist, at the moment of the database's clock. A patient waits for a service once: nobody
 * holds two proposals for one need.
 *
 * Errors: `input-refused` for a wish that `matchWaitlist` would not take.
 */
export function addEntry(transaction: TenantTransaction, entry: NewEntry): Promise<Added> {
  return insertEntry(transaction, { ...entry, refusedSlots: [] });
}

/** An entry with its history. Without `madeAt` it is made now. */
export interface EntryToInsert extends NewEntry {
  readonly refusedSlots: readonly string[];
  readonly madeAt?: string;
}

/** Inserts an entry, unless it is there or the patient waits already. */
export async function insertEntry(
  { tenant, sealer, query }: TenantTransaction,
  { id, wish, priority, decision, refusedSlots, madeAt }: EntryToInsert,
): Promise<Added> {
  refuseUnmatchable(id, wish, priority);
  const sealed = sealer.seal(canonicalJson(wish), wishPlace(tenant, id));
  const needed = [JSON.stringify([wish.patient, wish.service]), needPlace(tenant)] as const;
  const { bytes: need } = sealer.digest(...needed);
  const needs = sealer.digests(...needed).map(({ bytes }) => bytes);
  const isSameNeed = sql`need = any (${needs}::bytea[]) and state in ('waiting', 'proposed')`;
  const [made] = await query(sql`
    insert into guichet.waitlist_entries
      (tenant, id, refused_slots, priority, made_at, last_on, need, decision, wish, wish_key)
    select ${tenant}, ${id}::uuid, ${refusedSlots}::text[], ${priority}::bigint,
      coalesce(${madeAt ?? null}::timestamptz, guichet.clock()), ${wish.to}::date, ${need}::bytea, ${decision}::uuid,
      ${sealed.bytes}::bytea, ${sealed.keyId}
    where not exists (select from guichet.waitlist_entries where tenant = ${tenant} and ${isSameNeed})
    on conflict do nothing
    returning id`);
  if (made) return { outcome: "added", entry: id };
  const [known] = await query<{ id: string }>(sql`
    select id::text from guichet.waitlist_entries
    where tenant = ${tenant} and (id = ${id} or (${isSameNeed}))
    order by id = ${id} desc`);
  return { outcome: known?.id === id ? "added" : "already-waiting", entry: known?.id ?? id };
}

/** One entry that cannot be matched would hold up all others. */
function refuseUnmatchable(
  id: string,
  { patient: _patient, service: _service, ...facts }: WaitlistWish,
  priority: number,
): void {
  const entry = { ...facts, id, priority, state: "waiting", madeAt: anyMoment } as const;
  matchWaitlist({ at: anyMoment, zone: "Europe/Paris", entries: [entry], slots: [] });
}

const anyMoment = "2023-01-04T00:00Z";

function needPlace(tenant: string): string {
  return JSON.stringify(["waitlist-need", tenant]);
}

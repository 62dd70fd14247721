import { canonicalJson } from "@guichet/rules";
import type { IsoInstant } from "@guichet/rules/calendar";
import { matchWaitlist, type EntryState } from "@guichet/rules/desk";
import { toMillisecond } from "../store/database-time.js";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import { wishPlace } from "./read-entries.js";
import type { WaitlistWish } from "./waitlist-entry.js";

/** Somebody who would like to be called when a slot is free. */
export interface NewEntry {
  /** A UUID, the caller's: adding it again changes nothing, and who has left the list comes back by another. */
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
  | { readonly outcome: "already-waiting"; readonly entry: string }
  /** It was added before and has left the list since: the patient does not wait for this service. */
  | { readonly outcome: "ended"; readonly state: EndedState; readonly endedAt: IsoInstant };

/** How an entry stands once it has left the list. */
export type EndedState = Exclude<EntryState, "waiting" | "proposed">;

/**
 * Puts an entry on the waitlist, at the moment of the database's clock. A patient waits for a service once: nobody
 * holds two proposals for one need. An entry that has ended stays so: to wait again takes a new id.
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
  const isOnList = sql`state in ('waiting', 'proposed')`;
  const isSameNeed = sql`need = any (${needs}::bytea[]) and ${isOnList}`;
  for (;;) {
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
    const [known] = await query<KnownEntry>(sql`
      select id::text as entry, id = ${id} as "isItself", state, moved_at as "movedAt"
      from guichet.waitlist_entries
      where tenant = ${tenant} and (id = ${id} or (${isSameNeed}))
      order by ${isOnList} desc, id = ${id} desc`);
    // Whoever waited in its place has left the list in between.
    if (known) return addedBefore(known);
  }
}

interface KnownEntry {
  readonly entry: string;
  readonly isItself: boolean;
  readonly state: EntryState;
  readonly movedAt: string;
}

function addedBefore({ entry, isItself, state, movedAt }: KnownEntry): Added {
  if (state !== "waiting" && state !== "proposed")
    return { outcome: "ended", state, endedAt: toMillisecond(movedAt) };
  return { outcome: isItself ? "added" : "already-waiting", entry };
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

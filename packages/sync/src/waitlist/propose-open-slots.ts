import type { Slot } from "@guichet/rules/desk";
import { instantFromMillis, millisFromInstant, type IsoInstant } from "@guichet/rules/calendar";
import { reserve } from "../bookings/reserve.js";
import { databaseTime } from "../store/database-time.js";
import { sql } from "../store/sql.js";
import type { TenantTransaction } from "../store/store.js";
import type { CallTask } from "./call-tasks.js";
import { matchOpenSlots, type OpenProposal } from "./match-open-slots.js";
import { moveStoredEntry } from "./move-stored-entry.js";
import { waitingEntries } from "./read-entries.js";
import { recordOffer, type OfferMade } from "./record-offer.js";
import type { StoredEntry } from "./waitlist-entry.js";

/** Free slots, and how long each is held for whom it is proposed to. */
export interface ProposeOpenSlotsInput extends Omit<OfferMade, "at"> {
  /** All of them free, as far as the caller knows. */
  readonly slots: readonly Slot[];
  /** How long the contact centre has for a call; never beyond the start of the slot. */
  readonly holdSeconds: number;
}

/**
 * Proposes free slots to who waits for them, at the moment of the database's clock, and holds each for one person. Of a
 * slot that is not free any more nothing remains, and its person gets the next one.
 *
 * Errors: those of `matchWaitlist`.
 */
export async function proposeOpenSlots(
  transaction: TenantTransaction,
  { slots, holdSeconds, ...rules }: ProposeOpenSlotsInput,
): Promise<readonly CallTask[]> {
  const at = await databaseTime(transaction);
  const tasks: CallTask[] = [];
  let open = slots;
  for (;;) {
    const entries = (await waitingEntries(transaction)).map((entry) => madeBy(at, entry));
    const matched = matchOpenSlots({ at, zone: rules.zone, entries, slots: open }, rules);
    let passedOver = false;
    for (const proposal of matched) {
      const came = await proposeSlot(transaction, proposal, holdSeconds, { at, ...rules });
      if (typeof came === "object") tasks.push(came);
      else passedOver = true;
      // Who was faster with an entry left its slot free.
      if (came !== "entry-gone") open = open.filter((slot) => slot !== proposal.slot);
    }
    if (!passedOver) return tasks;
  }
}

/** Whoever is on the list was put on it by now, even if the clock was put back since. */
function madeBy(at: IsoInstant, entry: StoredEntry): StoredEntry {
  return Date.parse(entry.madeAt) > Date.parse(at) ? { ...entry, madeAt: at } : entry;
}

type Gone = "entry-gone" | "slot-gone";

async function proposeSlot(
  transaction: TenantTransaction,
  offered: OpenProposal<StoredEntry>,
  holdSeconds: number,
  made: OfferMade,
): Promise<CallTask | Gone> {
  const { entry, slot } = offered;
  const { tenant, query, uuid } = transaction;
  const { practitioner, startsAt } = slot;
  const proposal = uuid();
  const step = { event: "propose", by: "system", slot: slot.id } as const;
  const held = { reference: proposal, practitioner, startsAt, endsAt: endOf(slot) };
  try {
    return await transaction.contained(async () => {
      if (!(await moveStoredEntry(transaction, entry, step))) throw new PassedOver("entry-gone");
      const { outcome } = await reserve(transaction, held);
      if (outcome === "conflict") throw new PassedOver("slot-gone");
      const decision = await recordOffer(transaction, offered, made);
      const [row] = await query<{ expiresAt: string }>(sql`
        insert into guichet.waitlist_proposals (tenant, id, entry, slot, details, decision, expires_at)
        values (${tenant}, ${proposal}, ${entry.id}, ${slot.id}, ${JSON.stringify(slot)}::jsonb, ${decision},
                least(guichet.clock() + make_interval(secs => ${holdSeconds}), ${startsAt}::timestamptz))
        returning expires_at as "expiresAt"`);
      return {
        proposal,
        entry: entry.id,
        patient: entry.patient,
        slot,
        expiresAt: row?.expiresAt ?? startsAt,
      };
    });
  } catch (error) {
    if (error instanceof PassedOver) return error.because;
    throw error;
  }
}

/** Undoes what was done for one proposal, and for no other. */
class PassedOver extends Error {
  readonly because: Gone;

  constructor(because: Gone) {
    super(because);
    this.because = because;
  }
}

function endOf({ startsAt, durationMinutes }: Slot): string {
  return instantFromMillis((millisFromInstant(startsAt) ?? 0) + durationMinutes * 60_000);
}

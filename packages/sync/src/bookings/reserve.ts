import { GuichetError } from "@guichet/rules";
import { gathered } from "../store/gathered.js";
import { sql, type Sql } from "../store/sql.js";
import { storableId } from "../store/storable-text.js";
import { storeError } from "../store/store-error.js";
import type { TenantTransaction } from "../store/store.js";
import type { Reservation, Reserved, Slot } from "./reservation.js";

/**
 * Takes a slot. Of any number who ask for overlapping slots of one practitioner at once, one gets it; slots that touch
 * do not overlap. Asking again with the same reference and slot gives the reservation that was made.
 *
 * Errors: `id-refused`, `slot-refused`, `reference-taken` (the reference has another slot, or was released).
 */
export async function reserve(
  transaction: TenantTransaction,
  slot: Slot & { readonly reference: string },
): Promise<Reserved> {
  const { tenant } = transaction;
  const reference = storableId("reference", slot.reference);
  const practitioner = storableId("practitioner", slot.practitioner);
  const during = rangeOf(slot);
  const made = await insertReservation(transaction, {
    ...slot,
    id: transaction.uuid(),
    reference,
    practitioner,
  });
  if (made) return { outcome: "reserved", reservation: made };
  const [known] = await transaction.query<Reservation & { same: boolean }>(sql`
    select ${reservationColumns}, practitioner = ${slot.practitioner} and during = ${during} and state = 'active' as same
    from guichet.bookings where tenant = ${tenant} and reference = ${reference}`);
  if (!known) return { outcome: "conflict" };
  const { same, ...reservation } = known;
  if (same) return { outcome: "reserved", reservation };
  throw storeError(
    "reference-taken",
    "reservation",
    "its reference has another slot, or was released",
    "use a new reference for a new reservation",
  );
}

/** Those of many that nothing stood in the way of. Everybody takes them in one order: nobody waits for who waits for them. */
const insertReservation = gathered<Slot & { id: string; reference: string }, Reservation | undefined>(
  async ({ tenant, query }, slots) => {
    const made = await query<Reservation>(sql`
      insert into guichet.bookings (tenant, id, reference, practitioner, during)
      select ${tenant}, id, reference, practitioner, tstzrange(starts_at, ends_at, '[)')
      from unnest(
        ${slots.map(({ id }) => id)}::uuid[], ${slots.map(({ reference }) => reference)}::text[],
        ${slots.map(({ practitioner }) => practitioner)}::text[],
        ${slots.map(({ startsAt }) => startsAt)}::timestamptz[], ${slots.map(({ endsAt }) => endsAt)}::timestamptz[]
      ) with ordinality as slot (id, reference, practitioner, starts_at, ends_at, nth)
      order by practitioner, starts_at, nth
      on conflict do nothing
      returning ${reservationColumns}`);
    const byId = new Map(made.map((reservation) => [reservation.id, reservation]));
    return slots.map(({ id }) => byId.get(id));
  },
);

/** Gives a slot back. The answer is false when it was not active any more. */
export async function release(transaction: TenantTransaction, reference: string): Promise<boolean> {
  const rows = await transaction.query(sql`
    update guichet.bookings
    set state = 'released', version = version + 1, moved_at = guichet.clock()
    where tenant = ${transaction.tenant} and reference = ${reference} and ${isActive}
    returning id`);
  return rows.length > 0;
}

/**
 * Moves an active reservation to another slot: it has the one or the other, never both, never none.
 *
 * Errors: `reservation-unknown`, `slot-refused`, `id-refused`.
 */
export async function reassign(
  transaction: TenantTransaction,
  reference: string,
  slot: Slot,
): Promise<Reserved> {
  const practitioner = storableId("practitioner", slot.practitioner);
  try {
    const [reservation] = await transaction.contained(() =>
      transaction.query<Reservation>(sql`
        update guichet.bookings
        set practitioner = ${practitioner}, during = ${rangeOf(slot)}, version = version + 1, moved_at = guichet.clock()
        where tenant = ${transaction.tenant} and reference = ${reference} and ${isActive}
        returning ${reservationColumns}`),
    );
    if (reservation) return { outcome: "reserved", reservation };
  } catch (error) {
    if (GuichetError.isInstance(error) && error.code === "overlap") return { outcome: "conflict" };
    throw error;
  }
  throw storeError(
    "reservation-unknown",
    "reservation",
    "there is no active one by this reference",
    "reserve first",
  );
}

/** The reservation by its reference. */
export async function readReservation(
  transaction: TenantTransaction,
  reference: string,
): Promise<Reservation | undefined> {
  const [reservation] = await transaction.query<Reservation>(
    sql`select ${reservationColumns} from guichet.bookings where tenant = ${transaction.tenant} and reference = ${reference}`,
  );
  return reservation;
}

/**
 * Said so that a reference is looked up in its own index. By `state = 'active'`, as long as there are no statistics,
 * PostgreSQL takes the index of the overlaps, and reads every reservation of the clinic.
 */
export const isActive = sql`state is not distinct from 'active'`;

/** A row of `guichet.bookings` as a `Reservation`. */
export const reservationColumns = sql`
  id::text, reference, practitioner, lower(during) as "startsAt", upper(during) as "endsAt", state, version`;

/** A slot as PostgreSQL has it. Errors: `slot-refused`. */
export function rangeOf({ startsAt, endsAt }: Pick<Slot, "startsAt" | "endsAt">): Sql {
  if ([startsAt, endsAt].every(isInstant) && Date.parse(startsAt) < Date.parse(endsAt)) {
    return sql`tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz, '[)')`;
  }
  throw storeError(
    "slot-refused",
    "slot",
    "it does not run from an instant to a later one",
    'write both like "2026-11-21T09:30:00+01:00"',
  );
}

function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}
